import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { aCollectContext } from '../../test/collect-context.ts';
import { aPeopleBook, aThemeBaseline } from '../../test/security-factories.ts';
import { Denied, shopAnswers, type AdminAnswers } from '../../test/fake-admin.ts';
import type { UnavailableReason } from '../../core/evidence/snapshot.ts';
import type { EvidenceByKind, EvidenceKind } from '../../core/evidence/kinds.ts';
import {
  AdminUnreachableError,
  EvidenceShapeError,
  ThrottledError,
  TokenRefusedError,
} from '../shopify/admin-errors.ts';
import { StoreAwayError } from '../store/store-away.ts';
import { AccessDeniedError } from './access-denied.ts';
import { defineCollector, type Collector } from './collector.ts';
import { collectorsFor } from './index.ts';
import { visibleLength } from './policies.ts';
import { collectOne } from './run.ts';

const NOW = new Date('2026-11-22T13:10:00.000Z');
const clock = { now: () => NOW };
const COLLECTORS = collectorsFor({ requiredScopes: ['read_themes'], optionalScopes: ['read_orders'] });

const EVERY = Object.values(COLLECTORS) as readonly Collector[];

/** What only people can tell, told. */
const SAID = {
  people: async () => aPeopleBook(),
  themeBaseline: async () => aThemeBaseline(),
  isDataSampleOn: async () => true,
};

const run = <K extends EvidenceKind>(collector: Collector<K>, answers: AdminAnswers = shopAnswers()) =>
  collectOne(collector, { ...aCollectContext(answers), ...SAID }, { clock });

const domainsBy = (collect: () => Promise<EvidenceByKind['domains']>, deadlineMs = 5_000) =>
  defineCollector({ kind: 'domains', rung: 'platform', deadlineMs, scopes: [], collect });

describe('a collector that fails', () => {
  it.each<[UnavailableReason, unknown]>([
    ['not-permitted', new AccessDeniedError(['read_locations'])],
    ['token-refused', new TokenRefusedError()],
    ['throttled', new ThrottledError(1_000)],
    ['unreachable', new AdminUnreachableError()],
    ['unexpected-shape', new EvidenceShapeError('Shopify')],
    ['collector-failed', new TypeError('a defect of ours')],
    ['collector-failed', 'not even an error'],
  ])('%s', async (reason, error) => {
    const told: unknown[] = [];
    const collected = await collectOne(
      domainsBy(() => Promise.reject(error as Error)),
      aCollectContext({}),
      { clock, onFailure: (...what) => void told.push(what) },
    );
    expect(collected).toMatchObject({ status: 'unavailable', reason, collectedAt: NOW.toISOString() });
    expect(told).toEqual([['domains', reason, error]]);
  });

  it('asked our own store in vain: that is no evidence, and is tried again', async () => {
    const told: unknown[] = [];
    const running = collectOne(
      domainsBy(() => Promise.reject(new mongoose.mongo.MongoNetworkError('gone'))),
      aCollectContext({}),
      { clock, onFailure: (...what) => void told.push(what) },
    );
    await expect(running).rejects.toBeInstanceOf(StoreAwayError);
    expect(told).toEqual([]);
  });

  it('names the scopes that would open what was denied', async () => {
    const answers = { ...shopAnswers(), Locations: () => new Denied('locations') };
    expect(await run(COLLECTORS.locations, answers)).toMatchObject({
      reason: 'not-permitted',
      missingScopes: ['read_locations'],
    });
  });

  it('throws before it promises anything', async () => {
    const throwing = domainsBy(() => {
      throw new Error('at once');
    });
    expect(await run(throwing)).toMatchObject({ reason: 'collector-failed' });
  });

  it('hangs and ignores its signal: the deadline ends it', async () => {
    expect(await run(domainsBy(() => new Promise(() => undefined), 20))).toMatchObject({ reason: 'timed-out' });
  });

  it.each([
    ['nothing', undefined],
    ['another kind', { isBannerEnabled: true }],
    ['a field too many', [{ host: 'a.example', isPrimary: true, isTlsReady: true, owner: 'somebody' }]],
  ])('returns %s: unexpected-shape', async (_what, value) => {
    const wrong = domainsBy(async () => value as unknown as EvidenceByKind['domains']);
    expect(await run(wrong)).toMatchObject({ reason: 'unexpected-shape' });
  });
});

describe('each collector', () => {
  it.each(EVERY.map((collector) => [collector.kind, collector] as const))(
    '%s finds its evidence in a healthy shop',
    async (_kind, collector) => {
      expect(await run(collector)).toMatchObject({ status: 'collected', rung: collector.rung });
    },
  );

  it.each<[question: string, kinds: readonly EvidenceKind[]]>([
    ['ShopPosture', ['shop']],
    ['GrantedScopes', ['access', 'orders', 'companyBuyers', 'dataSample', 'vendorTraces']],
    ['Domains', ['domains', 'storefront', 'dns']],
    ['Locations', ['locations']],
    ['Policies', ['policies']],
    ['Privacy', ['privacy']],
    ['ThemeFileList', ['theme']],
    ['OrdersCount', ['orders', 'companyBuyers']],
    ['OrdersAndVariants', ['orders']],
    ['CompaniesCount', ['companyBuyers']],
    ['CompanyBuyers', ['companyBuyers']],
    ['CatalogueCounts', ['catalogue']],
    ['Catalogue', ['catalogue']],
    ['OrderTexts', ['dataSample']],
  ])('%s in a shape nobody documented leaves %j unavailable, not empty', async (question, kinds) => {
    for (const nonsense of [null, {}, [], 'text', { shop: null, locations: null, orders: null, themes: null }]) {
      const answers = { ...shopAnswers(), [question]: () => nonsense };
      const all = await Promise.all(
        EVERY.map(async (collector) => ({ kind: collector.kind, ...(await run(collector, answers)) })),
      );
      expect(all.filter(({ status }) => status === 'unavailable')).toMatchObject(
        kinds.map((kind) => ({ kind, reason: 'unexpected-shape' })),
      );
    }
  });

  it.each([
    ['MARIGOLD.example', 'marigold.example'],
    ['m\u0430rigold.example', 'xn--mrigold-2fg.example'], // a Cyrillic letter
    ['फूल.example', 'xn--o2bo1c.example'],
    ['mari\u200Bgold.example', 'marigold.example'],
    ['not a host', 'not a host'],
  ])('O4: knows the domain %j as %j', async (host, known) => {
    const domain = { host, sslEnabled: true };
    const answers = { ...shopAnswers(), Domains: () => ({ shop: { primaryDomain: { host }, domains: [domain] } }) };
    expect(await run(COLLECTORS.domains, answers)).toMatchObject({ value: [{ host: known, isPrimary: true }] });
  });

  it('keeps no words of a policy', async () => {
    expect(JSON.stringify(await run(COLLECTORS.policies))).not.toContain('lawyer');
  });
});

describe('the visible length of a policy', () => {
  it.each([
    ['', 0],
    ['<p> &nbsp; </p><br>', 0],
    ['<p>Ten words.</p>', 10],
    ['a < b', 5],
    [`${'<'.repeat(50_000)}`, 50_000],
  ])('%.20j: %i', (html, length) => {
    expect(visibleLength(html)).toBe(length);
  });
});
