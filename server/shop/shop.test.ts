import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Types } from 'mongoose';
import { judge } from '../../core/judge.ts';
import { pageSummaries } from '../../core/page-summaries.ts';
import type { Snapshot } from '../../core/evidence/snapshot.ts';
import type { PageSeen } from '../../core/evidence/storefront.ts';
import { aHostProbe, aPage, aPageScript, aStorefront } from '../../test/security-factories.ts';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { until } from '../../test/until.ts';
import { alertModel } from '../models/alert.ts';
import { dataKeyModel } from '../models/data-key.ts';
import { pageSummaryModel } from '../models/page-summary.ts';
import { erasureReceiptModel } from '../models/erasure-receipt.ts';
import { registrationModel } from '../models/registration.ts';
import { scanModel } from '../models/scan.ts';
import { shopModel } from '../models/shop.ts';
import { alertStore, type AlertStore } from './alerts.ts';
import { applyJudgement } from './apply-judgement.ts';
import { shopHash, tenantModels } from './erasure.ts';
import { pageSummaryStore, type PageSummaryStore } from './page-summaries.ts';
import { memberStore } from './members.ts';
import { registrationStore } from './registrations.ts';
import type { ScanKey } from './scan-shapes.ts';
import { scanStore, type ScanStore } from './scans.ts';
import { shopStore, type ShopStore } from './shops.ts';

const SHOP = 'marigold.myshopify.com';
const OTHER = 'jasmine.myshopify.com';
const GSTIN = '27AAAAA0000A1Z2';
const DAY_MS = 24 * 60 * 60 * 1000;

let system: TestProduct;
let shops: ShopStore;
let scans: ScanStore;
let alerts: AlertStore;
let summaries: PageSummaryStore;
beforeEach(async () => {
  system = await testProduct();
  const { clock, cipher } = system;
  const { connection } = system.store;
  shops = shopStore({ connection, clock });
  scans = scanStore({ connection, cipher, shops, clock });
  alerts = alertStore({ connection, cipher, clock });
  summaries = pageSummaryStore({ connection, cipher });
});
afterEach(() => system.close());

/** A shop where nothing is collected but what is given: enough for the checks that read it. */
const snapshotWith = (evidence: Snapshot['evidence']): Snapshot => ({
  shop: SHOP,
  takenAt: system.clock.now().toISOString(),
  evidence,
});
const noRegistration = () =>
  snapshotWith({
    registrations: { status: 'collected', value: [], collectedAt: system.clock.now().toISOString(), rung: 'stated' },
    shop: {
      status: 'collected',
      collectedAt: system.clock.now().toISOString(),
      rung: 'platform',
      value: {
        currencyCode: 'INR',
        taxesIncluded: true,
        timeZone: 'Asia/Kolkata',
        setupRequired: false,
        plan: { name: 'Basic', isPlus: false, isDevelopment: false },
        address: { city: 'Pune', provinceCode: 'MH', pin: '411001', countryCode: 'IN' },
        customerAccounts: 'NEW_CUSTOMER_ACCOUNTS',
        hasFormCaptcha: false,
        isStorefrontLocked: false,
      },
    },
  });

async function begin(cause: string) {
  const start = await scans.start(SHOP, { cause, trigger: 'event' });
  if (!start.started) throw new Error(start.why);
  return start.scan;
}

async function apply(scan: ScanKey, snapshot: Snapshot, judgement = judge(snapshot)) {
  const pages = pageSummaries(snapshot);
  const sealed = await summaries.seal(SHOP, scan.scanId, pages);
  const audit = { append: async () => 1 };
  return applyJudgement(system.store.connection, scan, { snapshot, judgement, pages, sealed, reach: 'all' }, audit);
}

async function judged(cause: string, snapshot: Snapshot) {
  const scan = await begin(cause);
  const changes = await apply(scan, snapshot);
  await scans.finish(SHOP, scan.scanId);
  return changes;
}

describe('the fence', () => {
  it('lets an older run change nothing, however late it wakes', async () => {
    await shops.install(SHOP, []);
    const old = await begin('first');
    await scans.abandon(SHOP, 'deadline');
    const fresh = await begin('second');
    const snapshot = noRegistration();
    const { connection } = system.store;
    expect(await apply(fresh, snapshot)).toMatchObject({ resolved: 0 });
    // The first run's scan is made to look alive: the run number alone stops it.
    await scans.finish(SHOP, fresh.scanId);
    await scanModel(connection).updateOne({ shop: SHOP, _id: old.scanId }, { $set: { active: true } });
    const empty = snapshotWith({});
    expect(await apply(old, empty)).toBeNull();
  });

  it('applies one scan once', async () => {
    await shops.install(SHOP, []);
    const scan = await begin('first');
    const snapshot = noRegistration();
    const { connection } = system.store;
    const answers = await Promise.all([1, 2, 3].map(() => apply(scan, snapshot)));
    expect(answers.filter((changes) => changes !== null)).toHaveLength(1);
    const histories = (await alertModel(connection).find({ shop: SHOP }).lean()).map(({ history }) => history.length);
    expect(new Set(histories)).toEqual(new Set([1]));
  });
});

describe('the GST figures', () => {
  it('are those of the newest run, and stay sealed', async () => {
    await shops.install(SHOP, []);
    expect(await summaries.newest(SHOP, 'gst')).toBeNull();
    const old = await begin('first');
    await scans.abandon(SHOP, 'deadline');
    const fresh = await begin('second');
    await apply(fresh, noRegistration());
    await scans.finish(SHOP, fresh.scanId);
    await scanModel(system.store.connection).updateOne({ shop: SHOP, _id: old.scanId }, { $set: { active: true } });
    await apply(old, snapshotWith({}));
    const kept = await summaries.newest(SHOP, 'gst');
    expect(kept).toMatchObject({ snapshotId: fresh.scanId, summary: { taxAudit: { reason: 'not-collected' } } });
    expect(await summaries.newest(OTHER, 'gst')).toBeNull();
    const stored = JSON.stringify(await pageSummaryModel(system.store.connection).find({ shop: SHOP }).lean());
    expect(stored).not.toContain('taxAudit');
  });

  it('are replaced by the next run', async () => {
    await shops.install(SHOP, []);
    await judged('first', snapshotWith({}));
    const first = await summaries.newest(SHOP, 'gst');
    await judged('second', noRegistration());
    expect((await summaries.newest(SHOP, 'gst'))?.snapshotId).not.toBe(first?.snapshotId);
    expect(await pageSummaryModel(system.store.connection).countDocuments({ shop: SHOP, page: 'gst' })).toBe(1);
  });
});

describe('an alert', () => {
  const captcha = async () => {
    const all = await alerts.all(SHOP, {
      status: [],
      severity: [],
      area: null,
      check: [],
      q: 'form-captcha',
      sort: 'newest',
    });
    const [alert] = all;
    if (!alert) throw new Error('no such alert');
    return alert;
  };

  it('goes from person to person with who and why, and back to open when its time is over', async () => {
    await shops.install(SHOP, []);
    await judged('first', noRegistration());
    const { id } = await captcha();
    await alerts.act(SHOP, [id], { kind: 'acknowledged' }, '11');
    expect(await alerts.act(SHOP, [id], { kind: 'acknowledged' }, '12')).toEqual({ alerts: [], was: [] });
    const until = new Date(system.clock.now().getTime() + 2 * DAY_MS);
    await alerts.act(SHOP, [id], { kind: 'suppressed', reason: 'A campaign without forms.', until }, '12');
    await judged('second', noRegistration());
    expect(await captcha()).toMatchObject({ status: 'suppressed' });
    system.clock.pass(3 * DAY_MS);
    await judged('third', noRegistration());
    expect(await alerts.find(SHOP, id)).toMatchObject({
      status: 'open',
      suppressedUntil: null,
      suppressReason: null,
      history: [
        { kind: 'opened', by: 'prahari' },
        { kind: 'acknowledged', by: '11' },
        { kind: 'suppressed', by: '12', reason: 'A campaign without forms.' },
        { kind: 'unsuppressed', by: 'prahari' },
      ],
    });
  });

  it('forgets the tax at stake once there is none', async () => {
    await shops.install(SHOP, []);
    for (const atStakePaise of [6_320_00, null]) {
      const scan = await begin(`stake ${atStakePaise}`);
      const { results, score } = judge(noRegistration());
      const staked = results.map((result) => ({
        ...result,
        findings: result.findings.map((finding) => ({ ...finding, atStakePaise })),
      }));
      await apply(scan, noRegistration(), { results: staked, score });
      await scans.finish(SHOP, scan.scanId);
      expect(await captcha()).toMatchObject({ atStakePaise });
    }
  });

  it('keeps the newest hundred events', async () => {
    await shops.install(SHOP, []);
    await judged('first', noRegistration());
    const { id } = await captcha();
    for (let round = 0; round < 55; round += 1) {
      await alerts.act(SHOP, [id], { kind: 'acknowledged' }, '11');
      await alerts.act(SHOP, [id], { kind: 'reopened' }, '11');
    }
    const alert = await alerts.find(SHOP, id);
    expect(alert?.history).toHaveLength(100);
    expect(alert?.history.at(-1)?.kind).toBe('reopened');
  });

  it('is searched in the words that people read, in both languages, and paged without repeats', async () => {
    await shops.install(SHOP, []);
    await judged('first', noRegistration());
    const filter = { status: [], severity: [], area: null, check: [], sort: 'severity' as const };
    expect((await alerts.page(SHOP, { ...filter, q: 'captcha' }, 1)).alerts.map(({ checkId }) => checkId)).toContain(
      'security/form-captcha',
    );
    expect(await alerts.page(SHOP, { ...filter, q: 'nobody wrote this' }, 1)).toEqual({ alerts: [], total: 0 });
    const { total } = await alerts.page(SHOP, { ...filter, q: '' }, 1);
    expect(total).toBeGreaterThan(1);
    expect((await alerts.page(SHOP, { ...filter, q: '' }, 2)).alerts).toEqual([]);
    expect(await alerts.page(OTHER, { ...filter, q: '' }, 1)).toEqual({ alerts: [], total: 0 });
  });

  it('is found by its check', async () => {
    await shops.install(SHOP, []);
    await judged('first', noRegistration());
    const filter = { status: [], severity: [], area: null, q: '', sort: 'severity' as const };
    const check = ['security/form-captcha', 'gst/tax-table'];
    const found = await alerts.page(SHOP, { ...filter, check }, 1);
    expect(found.total).toBeGreaterThan(0);
    expect(new Set(found.alerts.map(({ checkId }) => checkId))).toEqual(new Set(['security/form-captcha']));
  });
});

describe('a registration', () => {
  it('lies sealed, and is known again only within its shop', async () => {
    const { connection } = system.store;
    const store = registrationStore({ connection, cipher: system.cipher, clock: system.clock });
    const row = await store.add(SHOP, GSTIN, '1');
    await expect(store.add(SHOP, GSTIN, '2')).rejects.toMatchObject({ status: 409, fields: { gstin: 'duplicate' } });
    await store.add(OTHER, GSTIN, '3');
    expect(await store.list(SHOP)).toEqual([row]);
    const records = [
      ...(await registrationModel(connection).find({ shop: SHOP }).lean()),
      ...(await registrationModel(connection).find({ shop: OTHER }).lean()),
    ];
    expect(JSON.stringify(records)).not.toContain(GSTIN.slice(2, 12));
    expect(new Set(records.map(({ gstinIndex }) => gstinIndex)).size).toBe(2);
    expect(await store.remove(OTHER, row.id)).toBe(false);
    expect(await store.remove(SHOP, row.id)).toBe(true);
  });
});

describe('the people of a shop', () => {
  it('are owner or viewer at first, whatever comes at once, and an owner remains', async () => {
    const { connection } = system.store;
    const members = memberStore({ connection, clock: system.clock });
    const roles = await Promise.all(Array.from({ length: 10 }, () => members.roleOf(SHOP, '1', async () => true)));
    expect(new Set(roles)).toEqual(new Set(['owner']));
    expect(await members.roleOf(SHOP, '2', async () => false)).toBe('viewer');
    expect(await members.list(SHOP)).toHaveLength(2);
    await expect(members.setRole(SHOP, '1', 'viewer')).rejects.toMatchObject({ status: 409 });
    expect(await members.roleOf(SHOP, '1', async () => false)).toBe('owner');

    expect(await members.setRole(SHOP, '2', 'owner')).toMatchObject({ role: 'owner' });
    const stepDowns = await Promise.allSettled(['1', '2'].map((userId) => members.setRole(SHOP, userId, 'viewer')));
    expect(stepDowns.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await members.setRole(SHOP, '3', 'viewer')).toBeNull();
  });
});

describe('erasure', () => {
  it('takes every document of the shop, its tokens and key; a receipt without its name stays', async () => {
    const { connection } = system.store;
    const { lifecycle } = system.product;
    for (const shop of [SHOP, OTHER]) {
      await lifecycle.installed(shop, []);
      await registrationStore({ connection, cipher: system.cipher, clock: system.clock }).add(shop, GSTIN, '1');
      await lifecycle.customerDataRequested(
        shop,
        { requestId: 'request-1', orders: [], ordersLeftOut: 0 },
        async () => undefined,
      );
    }
    await system.product.startWorker();
    await until('both are scanned', async () => {
      const done = await Promise.all(
        [SHOP, OTHER].map((shop) => scanModel(connection).exists({ shop, state: 'done' })),
      );
      return done.every((one) => one !== null);
    });
    const countsOf = async (shop: string) =>
      Promise.all(tenantModels(connection).map((name) => connection.model(name).countDocuments({ shop })));
    const before = await countsOf(OTHER);

    await lifecycle.shopRedacted(SHOP);
    await lifecycle.shopRedacted(SHOP);
    expect(new Set(await countsOf(SHOP))).toEqual(new Set([0]));
    expect(await countsOf(OTHER)).toEqual(before);
    expect(await dataKeyModel(connection).countDocuments({ shop: SHOP })).toBe(0);
    expect(system.forgotten).toContain(SHOP);
    const [receipt] = await erasureReceiptModel(connection)
      .find({ shopHash: shopHash(SHOP) })
      .sort({ erasedAt: 1 })
      .lean();
    expect(receipt?.counts).toMatchObject({ Shop: 1, Registration: 1, PrivacyRequest: 1 });
    expect(JSON.stringify(receipt)).not.toContain('marigold');
  });

  it('shows a new owner nothing of the old one after 48 hours, and everything before', async () => {
    const { lifecycle } = system.product;
    const store = registrationStore({
      connection: system.store.connection,
      cipher: system.cipher,
      clock: system.clock,
    });
    await lifecycle.installed(SHOP, []);
    await store.add(SHOP, GSTIN, '1');
    const leave = async (days: number) => {
      system.clock.pass(1_000);
      await lifecycle.uninstalled(SHOP, system.clock.now());
      system.clock.pass(days * DAY_MS);
      await lifecycle.installed(SHOP, []);
    };
    await leave(1);
    expect(await store.count(SHOP)).toBe(1);
    await leave(3);
    expect(await store.count(SHOP)).toBe(0);
  });
});

describe('scans', () => {
  it('never go on twice in a shop, nor twice for one cause', async () => {
    await shops.install(SHOP, []);
    const starts = await Promise.all(
      Array.from({ length: 8 }, (_, index) => scans.start(SHOP, { cause: `cause-${index}`, trigger: 'event' })),
    );
    expect(starts.filter(({ started }) => started)).toHaveLength(1);
    await scans.abandon(SHOP, 'deadline');
    const again = await Promise.all(
      Array.from({ length: 8 }, () => scans.start(SHOP, { cause: 'the same', trigger: 'event' })),
    );
    expect(again.filter(({ started }) => started)).toHaveLength(1);
    await scans.abandon(SHOP, 'deadline');
    expect(await scans.start(SHOP, { cause: 'the same', trigger: 'event' })).toEqual({
      started: false,
      why: 'repeated',
    });
  });

  it('take nothing more once they are over', async () => {
    await shops.install(SHOP, []);
    const scan = await begin('first');
    await scans.fail(SHOP, scan.scanId, 'deadline');
    const late = { status: 'unavailable', reason: 'throttled', collectedAt: new Date().toISOString() } as const;
    expect(await scans.record(scan, 'shop', late)).toBe(false);
    expect(await scans.beginEvaluating(scan)).toBeNull();
    expect(await scans.finish(SHOP, scan.scanId)).toBe(false);
    expect(await scans.active({ ...scan, scanId: new Types.ObjectId().toString() })).toBeNull();
  });
});

describe('the daily look', () => {
  const storefrontWith = (pages: readonly PageSeen[], takenAt = system.clock.now().toISOString()): Snapshot =>
    snapshotWith({
      storefront: {
        status: 'collected',
        collectedAt: takenAt,
        rung: 'platform',
        value: aStorefront({ hosts: [aHostProbe({ pages, ...(pages.length === 0 && { outcome: 'blocked' }) })] }),
      },
    });
  const foreign = aPageScript({ address: 'https://chat.example/x.js', host: 'chat.example' });
  const watchOf = async () => (await shopModel(system.store.connection).findOne({ shop: SHOP }).lean())?.nextWatchAt;
  const nearPayment = () => storefrontWith([aPage(), aPage({ kind: 'cart', path: '/cart', scripts: [foreign] })]);
  const farFromIt = () => storefrontWith([aPage({ scripts: [foreign] })]);

  it('begins when a script of others runs near payment, and ends with it', async () => {
    await shops.install(SHOP, []);
    await judged('far', farFromIt());
    expect(await watchOf()).toBeUndefined();
    await judged('near', nearPayment());
    const next = await watchOf();
    const inMs = (next?.getTime() ?? 0) - system.clock.now().getTime();
    expect([inMs > 0, inMs <= DAY_MS]).toEqual([true, true]);
    // Whoever could not look knows nothing new.
    await judged('blocked', storefrontWith([]));
    expect(await watchOf()).toEqual(next);
    await judged('far again', farFromIt());
    expect(await watchOf()).toBeUndefined();
  });

  describe('and the whole check', () => {
    const hoursAgo = (hours: number) => new Date(system.clock.now().getTime() - hours * 60 * 60 * 1000);
    const momentsOf = async (shop: string) => {
      const record = await shopModel(system.store.connection).findOne({ shop }).lean();
      return [record?.nextCheckAt, record?.nextWatchAt];
    };
    /** A shop whose whole check and daily look were due so many hours ago; before zero: they will be. */
    async function dueShop(shop: string, check: number, look: number | null) {
      await shops.install(shop, []);
      const at = { check: hoursAgo(check), look: hoursAgo(look ?? 0) };
      const $set = { nextCheckAt: at.check, ...(look !== null && { nextWatchAt: at.look }) };
      await shopModel(system.store.connection).updateOne({ shop }, { $set });
      return at;
    }

    it('both due are one: the whole check, which looks too, however much longer the look waits', async () => {
      const { check } = await dueShop(SHOP, 1, 20);
      expect(await shops.due(10)).toEqual([{ shop: SHOP, at: check, reach: 'all' }]);
    });

    it('due in several shops: the longest waiting first, whatever it waits for', async () => {
      const both = await dueShop('both.myshopify.com', 2, 40); // waits for its whole check, not for the look
      const whole = await dueShop('whole.myshopify.com', 4, null);
      const ahead = await dueShop('look-ahead.myshopify.com', 1, -1);
      const young = await dueShop('young-look.myshopify.com', -1, 3);
      const old = await dueShop('old-look.myshopify.com', -1, 30);
      await dueShop('neither.myshopify.com', -1, -1);
      await dueShop('no-looks.myshopify.com', -1, null);
      const order = [
        { shop: 'old-look.myshopify.com', at: old.look, reach: 'watch' },
        { shop: 'whole.myshopify.com', at: whole.check, reach: 'all' },
        { shop: 'young-look.myshopify.com', at: young.look, reach: 'watch' },
        { shop: 'both.myshopify.com', at: both.check, reach: 'all' },
        { shop: 'look-ahead.myshopify.com', at: ahead.check, reach: 'all' },
      ];
      for (const limit of [1, 2, 3, 10]) expect(await shops.due(limit)).toEqual(order.slice(0, limit));
    });

    it.each(['needsVisit', 'frozen', 'uninstalled'] as const)('are not due in a shop that is %s', async (status) => {
      await dueShop(SHOP, 2, 2);
      await shopModel(system.store.connection).updateOne({ shop: SHOP }, { $set: { status } });
      expect(await shops.due(10)).toEqual([]);
    });

    it('are taken care of one by one: each moves on alone, to a moment that is yet to come', async () => {
      const { check, look } = await dueShop(SHOP, 1, 20);
      await shops.advance({ shop: SHOP, at: check, reach: 'all' });
      const [nextCheck, sameLook] = await momentsOf(SHOP);
      expect(nextCheck?.getTime()).toBeGreaterThan(system.clock.now().getTime());
      expect(sameLook).toEqual(look);
      expect(await shops.due(10)).toEqual([{ shop: SHOP, at: look, reach: 'watch' }]);
      await shops.advance({ shop: SHOP, at: look, reach: 'watch' });
      const [sameCheck, nextLook] = await momentsOf(SHOP);
      expect(sameCheck).toEqual(nextCheck);
      expect(nextLook?.getTime()).toBeGreaterThan(system.clock.now().getTime());
      expect(await shops.due(10)).toEqual([]);
    });

    it('stay where somebody moved them meanwhile', async () => {
      await dueShop(SHOP, 1, 20);
      const moved = await momentsOf(SHOP);
      await shops.advance({ shop: SHOP, at: hoursAgo(5), reach: 'all' });
      await shops.advance({ shop: SHOP, at: hoursAgo(5), reach: 'watch' });
      expect(await momentsOf(SHOP)).toEqual(moved);
    });

    it('due at once end with one scan, after which neither is due', async () => {
      await dueShop(SHOP, 1, 20);
      const [due] = await shops.due(10);
      if (!due) throw new Error('nothing is due');
      await judged('due', nearPayment());
      await shops.advance(due);
      expect(await shops.due(10)).toEqual([]);
    });
  });
});
