import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { CHECKS } from '../core/checks/index.ts';
import { EVIDENCE_KINDS, type EvidenceKind } from '../core/evidence/kinds.ts';
import type { Collected, EvidenceSet } from '../core/evidence/snapshot.ts';
import { judge } from '../core/judge.ts';
import type { CheckResult } from '../core/judgement.ts';
import { collectorsFor } from '../server/collect/index.ts';
import { collectOne } from '../server/collect/run.ts';
import type { AdminApi } from '../server/shopify/admin-api.ts';
import { aGstin, aRegistration } from '../test/factories.ts';
import { readAppConfig } from './app-config.ts';
import { APP_DEFECTS, DEFECTS, SHOP_DEFECTS } from './defects.ts';
import { cleanShop } from './shops/clean-shop.ts';
import type { ShopState } from './shops/shop-state.ts';
import { firstShops } from './shops/shops.ts';
import { accessTokenOf, askAdmin } from './testing/shop-client.ts';
import { CLEAN, PLANTED, testSandbox } from './testing/test-sandbox.ts';
import type { Sandbox } from './start.ts';
import { WEBHOOK_TOPICS } from './webhooks/topics.ts';

const NOW = '2026-11-22T06:30:00.000Z';

describe('the list of defects', () => {
  it('names each defect once', () => {
    expect(new Set(DEFECTS.map(({ id }) => id)).size).toBe(DEFECTS.length);
  });

  it('has a defect for every check, and a check for every defect', () => {
    expect(new Set(DEFECTS.map(({ checkId }) => checkId))).toEqual(new Set(CHECKS.map(({ id }) => id)));
  });

  it('stands in the README row by row', () => {
    const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
    const rows = readme.matchAll(
      /^\| `([\w-]+)` +\| [^|]+ \| `((?:gst|security)\/[\w-]+)` +\| (?:`([\w/]+)`|–) +\|$/gm,
    );
    expect([...rows].map(([, id, checkId, topic]) => [id, checkId, topic ?? null])).toEqual(
      DEFECTS.map((defect) => [defect.id, defect.checkId, defect.where === 'shop' ? defect.webhookTopic : null]),
    );
  });

  it('fires only topics that the sandbox can send', () => {
    const topics = SHOP_DEFECTS.flatMap(({ webhookTopic }) => webhookTopic ?? []);
    expect(WEBHOOK_TOPICS).toEqual(expect.arrayContaining(topics));
  });

  it.each(SHOP_DEFECTS.map((defect) => [defect.id, defect] as const))(
    'plants and mends %s, twice as well as once',
    (_id, defect) => {
      const shop = cleanShop({ handle: 'invented', name: 'Invented', id: 7 });
      expect(defect.isPresent(shop)).toBe(false);
      defect.plant(shop, NOW);
      const planted = JSON.stringify(shop);
      defect.plant(shop, NOW);
      expect(defect.isPresent(shop)).toBe(true);
      expect(JSON.stringify(shop)).toBe(planted);
      // Planted defects leave each other alone.
      expect(SHOP_DEFECTS.filter((other) => other.isPresent(shop))).toEqual([defect]);
      defect.mend(shop, NOW);
      defect.mend(shop, NOW);
      expect(defect.isPresent(shop)).toBe(false);
      expect(codeOf(shop)).toEqual(codeOf(cleanShop({ handle: 'invented', name: 'Invented', id: 7 })));
    },
  );

  it('is planted whole in one shop and not at all in the other', () => {
    const [planted, clean] = firstShops(NOW);
    expect(planted && SHOP_DEFECTS.every((defect) => defect.isPresent(planted))).toBe(true);
    expect(clean && SHOP_DEFECTS.some((defect) => defect.isPresent(clean))).toBe(false);
    expect([planted?.taxTable.setting, clean?.taxTable.setting]).toEqual(['shopify-default', 'own-state']);
  });
});

describe('shopify.app.toml', () => {
  it('is read: scopes, and topics that the sandbox can send', () => {
    expect(existsSync(join(import.meta.dirname, '..', 'shopify.app.toml'))).toBe(true);
    const { scopes, topics } = readAppConfig();
    expect(scopes.required).toEqual(['read_themes', 'read_legal_policies', 'read_privacy_settings', 'read_locations']);
    expect(scopes.optional).toContain('read_orders');
    expect(WEBHOOK_TOPICS).toEqual(expect.arrayContaining([...topics]));
    expect(topics).toEqual(expect.arrayContaining(['app/uninstalled', 'customers/redact']));
  });
});

describe('what the checks find in the shops, read by the collectors', () => {
  let sandbox: Sandbox;
  const tokens = new Map<string, string>();
  beforeAll(async () => {
    sandbox = await testSandbox();
  });
  afterAll(() => sandbox.close());

  it('is each planted defect, until it is mended', async () => {
    const registered = [aGstin({ state: '27' })];
    let before = await results(PLANTED, registered);
    for (const defect of SHOP_DEFECTS) {
      await sandbox.core.mend(PLANTED, defect.id);
      const after = await results(PLANTED, registered);
      const ended = findingsOf(before, defect.checkId).length - findingsOf(after, defect.checkId).length;
      expect([defect.id, ended]).toEqual([defect.id, 1]);
      before = after;
    }
    expect(failing(before)).toEqual([]);
  });

  it('is nothing in the clean twin, where every check could be assessed', async () => {
    const all = await results(CLEAN, [aGstin({ state: '27' })]);
    expect(failing(all)).toEqual([]);
    expect(all.filter(({ outcome }) => outcome === 'notAssessed')).toEqual([]);
    expect(all.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it.each([
    ['no-registration-entered', []],
    ['mistyped-gstin', [aGstin({ state: '27' }), misread(aGstin({ state: '27' }))]],
    ['gstin-of-old-state-code', [aGstin({ state: '27' }), aGstin({ state: '28' })]],
  ])('is %s, when that was entered', async (defectId, gstins) => {
    const checkId = APP_DEFECTS.find(({ id }) => id === defectId)?.checkId ?? '';
    expect(findingsOf(await results(CLEAN, gstins), checkId)).not.toEqual([]);
  });

  async function results(shop: string, gstins: readonly string[]): Promise<readonly CheckResult[]> {
    sandbox.clock.advance(60_000); // no waiting for query points
    const token = tokens.get(shop) ?? (await accessTokenOf(sandbox, shop));
    tokens.set(shop, token);
    const registrations = gstins.map((gstin) => aRegistration({ gstin }));
    const evidence = await collectAll(shop, adminOver(shop, token), registrations);
    return judge({ shop, takenAt: NOW, evidence: evidence as EvidenceSet }).results;
  }

  function adminOver(shop: string, token: string): AdminApi {
    return {
      query: async (document, variables) => {
        const answer = (await askAdmin(sandbox, shop, token, document, { ...variables })).json();
        expect(answer['errors']).toBeUndefined();
        return { data: answer['data'], denied: [] };
      },
      fileLines: () => {
        throw new Error('no shop here is large enough for a bulk operation');
      },
    };
  }
});

async function collectAll(shop: string, admin: AdminApi, registrations: readonly ReturnType<typeof aRegistration>[]) {
  const { required, optional } = readAppConfig().scopes;
  const collectors = collectorsFor({ requiredScopes: required, optionalScopes: optional });
  const context = { shop, admin, previous: null, registrations: () => Promise.resolve(registrations) };
  const clock = { now: () => new Date(NOW) };
  const evidence: Partial<Record<EvidenceKind, Collected<unknown>>> = {};
  for (const kind of EVIDENCE_KINDS) evidence[kind] = await collectOne(collectors[kind], context as never, { clock });
  return evidence;
}

/** The same number with another last character. */
function misread(gstin: string): string {
  return gstin.slice(0, -1) + (gstin.endsWith('A') ? 'B' : 'A');
}

function codeOf(shop: ShopState): string[] {
  return shop.themes.flatMap(({ files }) => Object.values(files).map(({ content }) => content));
}

function findingsOf(all: readonly CheckResult[], checkId: string) {
  return all.find((result) => result.checkId === checkId)?.findings ?? [];
}

function failing(all: readonly CheckResult[]): string[] {
  return all.filter(({ outcome }) => outcome === 'fail').map(({ checkId }) => checkId);
}
