import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { CHECKS } from '../core/checks/index.ts';
import type { EvidenceKind } from '../core/evidence/kinds.ts';
import { judge } from '../core/judge.ts';
import type { CheckResult, JudgedFinding } from '../core/judgement.ts';
import { aGstin } from '../test/factories.ts';
import { sandboxEvidence, type Entered } from '../test/sandbox-evidence.ts';
import { APP_DEFECTS } from './app-defects.ts';
import { readAppConfig } from './app-config.ts';
import { CHECKS_WITHOUT_DEFECT, DEFECTS, SHOP_DEFECTS } from './defects.ts';
import { cleanShop } from './shops/clean-shop.ts';
import { registryOf } from './look-ups/registry-state.ts';
import { OWN_HOST_DEFECTS } from './own-host/defects.ts';
import { journalOf } from './own-host/journal.ts';
import { ORDER_DEFECTS } from './shops/commerce/order-defects.ts';
import { PRODUCT_DEFECTS } from './shops/commerce/product-defects.ts';
import { TAX_DEFECTS } from './shops/commerce/tax-defects.ts';
import type { ShopState } from './shops/shop-state.ts';
import { firstShops } from './shops/shops.ts';
import { STATED_DEFECTS } from './stated-defects.ts';
import { VENDOR_STATED_DEFECTS } from './vendor-stated-defects.ts';
import { CLEAN, PLANTED, testSandbox } from './testing/test-sandbox.ts';
import type { Sandbox } from './start.ts';
import { WEBHOOK_TOPICS } from './webhooks/topics.ts';

const NOW = '2026-11-22T06:30:00.000Z';
/** The registration that the sandbox's people enter. */
const GSTIN = '27AAPFU0939F1ZV';

const COMMERCE_DEFECTS = [...TAX_DEFECTS, ...PRODUCT_DEFECTS, ...ORDER_DEFECTS];

/** What no look-up service tells. */
const NOT_ASSESSED = ['gst/eway-block'];

/** How each defect of the app comes about. */
const ENTERED: Readonly<Record<string, Partial<Entered>>> = {
  'no-registration-entered': { gstins: [] },
  'mistyped-gstin': { gstins: [GSTIN, misread(GSTIN)] },
  'gstin-of-old-state-code': { gstins: [GSTIN, aGstin({ state: '28' })] },
  'two-pans-entered': { gstins: [GSTIN, aGstin({ state: '27' })] },
  'tax-without-registration': { gstins: [], profile: { isUnregistered: true } },
  'letter-of-undertaking-lapsed': { registration: { lutYears: ['2024-25'] } },
  'no-bank-account-stated': { registration: { hasBankAccount: false } },
  'composition-stated': { registration: { scheme: 'composition' }, hasLookUps: false },
  'registration-renamed': { isRemembered: true },
  'leaver-still-active': { peopleSaid: 'leaver' },
  'collaborator-unconfirmed': { peopleSaid: 'unconfirmed' },
  'account-of-nobody': { peopleSaid: 'nobodys-account' },
  'gateway-without-second-factor': { peopleSaid: 'gateway-without-factor' },
  'statements-that-differ': { peopleSaid: 'contradiction' },
  ...Object.fromEntries(STATED_DEFECTS.map(({ id }) => [id, { stated: id }])),
  'access-never-reviewed': { peopleSaid: 'unreviewed' },
  ...Object.fromEntries(VENDOR_STATED_DEFECTS.map(({ id }) => [id, { stated: id }])),
  ...Object.fromEntries(
    OWN_HOST_DEFECTS.map(({ id }) => [
      id,
      id === 'crawler-signature-ends' ? { signatureDaysLeft: 5 } : { ownHosts: [journalOf({ handle: 'saaf-dukaan' })] },
    ]),
  ),
};

describe('the list of defects', () => {
  it('names each defect once', () => {
    expect(new Set(DEFECTS.map(({ id }) => id)).size).toBe(DEFECTS.length);
  });

  it('has a defect for every check, and a check for every defect', () => {
    const found = [...DEFECTS.map(({ checkId }) => checkId), ...Object.keys(CHECKS_WITHOUT_DEFECT)];
    expect(new Set(found)).toEqual(new Set(CHECKS.map(({ id }) => id)));
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
    expect(scopes.required).toEqual([
      'read_themes',
      'read_legal_policies',
      'read_privacy_settings',
      'read_locations',
      'write_app_proxy',
    ]);
    expect(scopes.optional).toContain('read_orders');
    expect(WEBHOOK_TOPICS).toEqual(expect.arrayContaining([...topics]));
    expect(topics).toEqual(expect.arrayContaining(['app/uninstalled', 'customers/redact']));
  });
});

describe('what the checks find in the shops, read by the collectors', () => {
  let sandbox: Sandbox;
  let evidenceOf: ReturnType<typeof sandboxEvidence>;
  beforeAll(async () => {
    sandbox = await testSandbox();
    evidenceOf = sandboxEvidence(sandbox);
  });
  afterAll(() => sandbox.close());

  it('is each planted defect, until it is mended', async () => {
    for (const defect of SHOP_DEFECTS) {
      const before = await results(PLANTED, {}, kindsOf(defect.checkId));
      await sandbox.core.mend(PLANTED, defect.id);
      const after = await results(PLANTED, {}, kindsOf(defect.checkId));
      const ended = endedFindings(findingsOf(before, defect.checkId), findingsOf(after, defect.checkId));
      expect([defect.id, ended > 0]).toEqual([defect.id, true]);
    }
    expect(failing(await results(PLANTED))).toEqual([]);
  }, 180_000); // reads what its check reads, twice a defect

  it('is nothing in the clean twin, where every check could be assessed', async () => {
    const all = await results(CLEAN);
    expect(failing(all)).toEqual([]);
    expect(all.filter(({ outcome }) => outcome === 'notAssessed').map(({ checkId }) => checkId)).toEqual(NOT_ASSESSED);
    // What the platform alone sets is shown, and is no fault.
    const faults = all.flatMap(({ checkId, findings }) =>
      findings.filter(({ severity }) => severity !== 'info').map(({ subject }) => [checkId, subject]),
    );
    expect(faults).toEqual([]);
  });

  it('is the same in a busy season, when orders are read in bulk', async () => {
    sandbox.core.setOrdersHeld(CLEAN, 2_000);
    const clean = await results(CLEAN);
    await sandbox.core.plant(CLEAN, 'karnataka-default-tax-table');
    const planted = await results(CLEAN);
    await sandbox.core.mend(CLEAN, 'karnataka-default-tax-table');
    sandbox.core.setOrdersHeld(CLEAN, 160);
    expect([failing(clean), failing(planted)]).toEqual([[], ['gst/tax-table']]);
  }, 90_000); // two whole shops with 2,000 orders each

  it.each(COMMERCE_DEFECTS.map(({ id, checkId }) => [id, checkId] as const))(
    'is %s alone, by %s and by no other check',
    async (id, checkId) => {
      await sandbox.core.plant(CLEAN, id);
      const all = await results(CLEAN);
      await sandbox.core.mend(CLEAN, id);
      expect(findingsOf(all, checkId)).not.toEqual([]);
      expect(failing(all).filter((failed) => failed !== checkId)).toEqual([]);
    },
  );

  it('is each defect of what is entered in Prahari', () => {
    expect(Object.keys(ENTERED)).toEqual(APP_DEFECTS.map(({ id }) => id));
  });

  it.each(APP_DEFECTS.map(({ id, checkId }) => [id, checkId] as const))(
    'is %s, by %s, when that was entered',
    async (id, checkId) => {
      const entered = ENTERED[id];
      await results(CLEAN, entered); // what the registry said before
      if (id === 'registration-renamed') registryOfClean().tradeName = 'Another Name (invented)';
      expect(findingsOf(await results(CLEAN, entered), checkId)).not.toEqual([]);
    },
  );

  function registryOfClean() {
    const shop = sandbox.shops.find(({ domain }) => domain === CLEAN);
    if (!shop) throw new Error('The clean twin is gone.');
    return registryOf(shop);
  }

  async function results(
    shop: string,
    entered: Partial<Entered> = {},
    kinds?: readonly EvidenceKind[],
  ): Promise<readonly CheckResult[]> {
    const evidence = await evidenceOf(shop, { gstins: [GSTIN], ...entered }, kinds);
    return judge({ shop, takenAt: sandbox.clock.now().toISOString(), evidence }).results;
  }
});

/** What a check reads. */
function kindsOf(checkId: string): readonly EvidenceKind[] {
  const check = CHECKS.find(({ id }) => id === checkId);
  return check ? [...check.requires, ...(check.uses ?? [])] : [];
}

/** Findings that are gone, or that say another thing now. */
function endedFindings(before: readonly JudgedFinding[], after: readonly JudgedFinding[]): number {
  const left = new Set(after.map((finding) => JSON.stringify([finding.subject, finding.messageId])));
  return before.filter((finding) => !left.has(JSON.stringify([finding.subject, finding.messageId]))).length;
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
