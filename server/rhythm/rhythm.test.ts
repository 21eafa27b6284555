import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { shopAnswers, type AdminAnswers, type FakeThemeFile } from '../../test/fake-admin.ts';
import { testProduct, type TestClock, type TestProduct } from '../../test/product.ts';
import { stoppedClock } from '../../test/stopped-clock.ts';
import { until } from '../../test/until.ts';
import { failedJobModel } from '../models/failed-job.ts';
import { scanModel } from '../models/scan.ts';
import { shopModel } from '../models/shop.ts';
import { snapshotStore } from '../shop/snapshots.ts';
import { AdminUnreachableError, ShopFrozenError, ThrottledError, TokenRefusedError } from '../shopify/admin-errors.ts';
import { WEBHOOK_TOPICS } from '../shopify/webhook-topics.ts';
import { SCANS_A_MINUTE, SCANS_A_SHOP_AND_HOUR } from './budgets.ts';
import { failedJobStore } from './failed-jobs.ts';

const SHOP = 'marigold.myshopify.com';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const FAR_MS = 100 * DAY_MS;
const ACROSS = { acrossTenants: 'the test counts the scans of all shops' };

let system: TestProduct;
beforeEach(async () => {
  system = await testProduct();
});
afterEach(() => system.close());

const shopOf = (shop = SHOP) => shopModel(system.store.connection).findOne({ shop }).lean().orFail();
const setShop = (fields: object, shop = SHOP) =>
  shopModel(system.store.connection).updateOne({ shop }, { $set: fields });
const scansOf = (shop = SHOP) => scanModel(system.store.connection).find({ shop }).sort({ requestedAt: 1 }).lean();
const ended = (count: number, shop = SHOP) =>
  until(`${count} scans ended`, async () => {
    const scans = await scansOf(shop);
    return scans.length >= count && scans.every(({ active }) => !active) && scans;
  });
const inMs = (ms: number) => new Date(system.clock.now().getTime() + ms);

/** A shop whose first check is done, and whose whole check is far away. */
async function aCheckedShop(answers: AdminAnswers = shopAnswers()): Promise<void> {
  system.shops.set(SHOP, answers);
  await system.product.startWorker();
  await system.product.lifecycle.installed(SHOP, ['read_themes']);
  await ended(1);
  await setShop({ nextCheckAt: inMs(FAR_MS) });
}

describe('events of Shopify', () => {
  const THINGS = Object.keys(WEBHOOK_TOPICS).filter(
    (topic) => /^(shop|themes|locations|domains)\//.test(topic) && topic !== 'shop/redact',
  );

  it('that change what checks read are these', () => {
    expect(THINGS).toEqual(
      [
        'shop/update',
        'themes/publish',
        ...['create', 'update', 'activate', 'deactivate', 'delete'].map((act) => `locations/${act}`),
      ].concat(['create', 'update', 'destroy'].map((act) => `domains/${act}`)),
    );
  });

  it.each(THINGS)('%s: a burst is one check, half a minute later', async (topic) => {
    await system.product.lifecycle.installed(SHOP, []);
    await scanModel(system.store.connection).updateMany(
      { shop: SHOP },
      { $unset: { active: 1 }, $set: { state: 'done' } },
    );
    for (let event = 0; event < 40; event += 1) await system.product.lifecycle.changed(SHOP, topic);
    expect((await system.product.sweep()).begun).toBe(0);
    system.clock.pass(31_000);
    const sweeps = [await system.product.sweep(), await system.product.sweep()];
    expect(sweeps.map(({ begun }) => begun)).toEqual([1, 0]);
    expect((await scansOf()).map(({ reach }) => reach)).toEqual(['all', 'all']);
  });
});

describe('the daily look at the theme', () => {
  const file = (checksumMd5: string): FakeThemeFile => ({ filename: 'layout/theme.liquid', checksumMd5, content: '' });
  const looked = async () => {
    const before = (await shopOf()).lastThemeLookAt ?? null;
    await setShop({ nextThemeLookAt: system.clock.now() });
    await system.product.sweep();
    await until(
      'the theme was looked at',
      async () => ((await shopOf()).lastThemeLookAt ?? null)?.getTime() !== before?.getTime(),
    );
  };

  it('finds it as it was judged: a date, and no check', async () => {
    await aCheckedShop(shopAnswers({ files: [file('a')] }));
    await looked();
    expect(await scansOf()).toHaveLength(1);
    const { nextThemeLookAt } = await shopOf();
    const untilNextMs = (nextThemeLookAt?.getTime() ?? 0) - system.clock.now().getTime();
    expect([untilNextMs > 0, untilNextMs <= DAY_MS]).toEqual([true, true]);
  });

  it('finds another: the theme alone is read and judged at once, and is the one to compare with then', async () => {
    await aCheckedShop(shopAnswers({ files: [file('a')] }));
    const { themeDigest } = await shopOf();
    const snapshots = snapshotStore({ connection: system.store.connection, cipher: system.cipher });
    const before = await snapshots.newest(SHOP);
    system.clock.pass(MINUTE_MS);
    system.shops.set(SHOP, shopAnswers({ files: [file('b')] }));
    await looked();
    const scans = await ended(2);
    expect(scans.map(({ reach, state }) => [reach, state])).toEqual([
      ['all', 'done'],
      ['theme', 'done'],
    ]);
    expect((await shopOf()).themeDigest).not.toBe(themeDigest);
    const after = await snapshots.newest(SHOP);
    expect(after?.evidence.domains).toEqual(before?.evidence.domains); // read before, with that date
    expect(after?.evidence.theme?.collectedAt).not.toBe(before?.evidence.theme?.collectedAt);
    await looked();
    expect(await scansOf()).toHaveLength(2);
  });

  it('finds the change again when the check of it did not come to its end', async () => {
    await aCheckedShop(shopAnswers({ files: [file('a')] }));
    await setShop({ themeDigest: 'as it was before' });
    await looked();
    await ended(2);
    await setShop({ themeDigest: 'as it was before' }); // as after a check that failed
    system.clock.pass(DAY_MS);
    await setShop({ nextCheckAt: inMs(FAR_MS) });
    await looked();
    expect((await ended(3)).map(({ reach }) => reach)).toEqual(['all', 'theme', 'theme']);
  });

  it.each([
    ['the access ended', () => new TokenRefusedError()],
    ['nobody knows the theme', null],
  ])('asks no more than it must: %s', async (_name, error) => {
    await aCheckedShop();
    if (error) system.shops.set(SHOP, { ...shopAnswers(), ThemeFileList: fails(error) });
    else await shopModel(system.store.connection).updateOne({ shop: SHOP }, { $unset: { themeDigest: 1 } });
    await looked();
    expect(await scansOf()).toHaveLength(1);
  });
});

const fails = (error: () => Error) => () => {
  throw error();
};
const allFail = (error: () => Error): AdminAnswers =>
  Object.fromEntries([...Object.keys(shopAnswers()), 'ShopIsOpen'].map((name) => [name, fails(error)]));

describe('a shop that Shopify closed to apps', () => {
  const frozen = () =>
    until('the shop is frozen', async () => {
      const shop = await shopOf();
      return shop.status === 'frozen' && shop;
    });
  const freeze = async (status: 402 | 423) => {
    await aCheckedShop();
    system.shops.set(
      SHOP,
      allFail(() => new ShopFrozenError(status)),
    );
    await system.product.lifecycle.changed(SHOP, 'shop/update');
    system.clock.pass(31_000);
    await system.product.sweep();
    return frozen();
  };
  const probed = async () => {
    const before = (await shopOf()).lastProbeAt?.getTime();
    await system.product.sweep();
    await until('the shop was asked', async () => (await shopOf()).lastProbeAt?.getTime() !== before);
  };

  it.each([402, 423] as const)('%i: the check ends, nothing of it is judged, and nothing runs', async (status) => {
    const { nextProbeAt } = await freeze(status);
    const [, scan] = await ended(2);
    expect(scan).toMatchObject({ state: 'failed', failure: 'shop-frozen' });
    expect(nextProbeAt?.getTime()).toBeGreaterThan(system.clock.now().getTime() + DAY_MS - MINUTE_MS);
    await setShop({
      nextCheckAt: system.clock.now(),
      nextWatchAt: system.clock.now(),
      nextThemeLookAt: system.clock.now(),
    });
    expect((await system.product.sweep()).begun).toBe(0);
    expect(await scansOf()).toHaveLength(2);
  });

  it('is asked once a day, and goes on by itself once it is open', async () => {
    await freeze(402);
    system.clock.pass(DAY_MS + 1_000);
    await probed();
    expect((await shopOf()).status).toBe('frozen');
    system.shops.set(SHOP, { ...shopAnswers(), ShopIsOpen: () => ({ shop: { id: 'gid://shopify/Shop/1' } }) });
    system.clock.pass(DAY_MS + 1_000);
    await system.product.sweep();
    await until(
      'a check is done',
      async () => (await scansOf()).at(-1)?.state === 'done' && (await scansOf()).length > 2,
    );
    expect((await shopOf()).status).toBe('installed');
  });

  it.each<[string, () => Error, string]>([
    ['does not answer', () => new AdminUnreachableError(), 'frozen'],
    ['throttles us', () => new ThrottledError(1_000), 'installed'],
    ['refuses our token', () => new TokenRefusedError(), 'needsVisit'],
  ])('asked, and Shopify %s', async (_name, error, status) => {
    await freeze(402);
    system.shops.set(SHOP, allFail(error));
    await setShop({ nextProbeAt: system.clock.now(), lastProbeAt: inMs(-DAY_MS) });
    await system.product.sweep();
    await until(`the shop is ${status}`, async () => {
      const shop = await shopOf();
      return shop.status === status && (status !== 'frozen' || shop.lastProbeAt?.getTime() !== undefined);
    });
  });

  it('is asked soon when somebody opens the app, and not at each of her clicks', async () => {
    await freeze(402);
    const { shopStore } = await import('../shop/shops.ts');
    const shops = shopStore({ connection: system.store.connection, clock: system.clock });
    expect(await shops.probeSoon(SHOP)).toBe(false); // asked just now
    system.clock.pass(11 * MINUTE_MS);
    expect(await shops.probeSoon(SHOP)).toBe(true);
    expect(await shops.dueProbes(10)).toEqual([SHOP]);
    expect(await shops.freeze(SHOP)).toBe(false);
    await shops.frozenStill(SHOP);
    expect(await shops.dueProbes(10)).toEqual([]);
    expect(await shops.probeSoon(SHOP)).toBe(false);
    expect(await shops.visited(SHOP)).toBe(true); // sign-in renewed the access
    expect((await shopOf()).status).toBe('installed');
  });
});

describe('after a missed hour', () => {
  const SHOPS = 1_000;
  const dueShop = (n: number) => `seller-${String(n).padStart(4, '0')}.myshopify.com`;

  let clock: TestClock;
  beforeEach(async () => {
    await system.close();
    clock = stoppedClock('2026-11-23T03:30:00.000Z');
    system = await testProduct({ clock });
  });
  const inMs = (ms: number) => new Date(clock.now().getTime() + ms);

  it('a thousand due shops are worked off at the rate of all workers, the longest waiting first', async () => {
    const other = await system.another();
    const installedAt = clock.now();
    const bare = { status: 'installed' as const, install: 1, installedAt, scopes: [] };
    await shopModel(system.store.connection).insertMany(
      Array.from({ length: SHOPS }, (_, n) => ({ ...bare, shop: dueShop(n), nextCheckAt: inMs(-HOUR_MS + n * 3_000) })),
    );
    const begunOf = (sweeps: readonly { begun: number }[]) => sweeps.reduce((sum, { begun }) => sum + begun, 0);
    const first = [await system.product.sweep(), await other.sweep()];
    expect(first.map(({ begun }) => begun)).toEqual([SCANS_A_MINUTE, 0]);
    const ofFirst = await scanModel(system.store.connection).find({}, { shop: 1 }).setOptions(ACROSS).lean();
    expect(ofFirst.map(({ shop }) => shop).sort()).toEqual(
      Array.from({ length: SCANS_A_MINUTE }, (_, n) => dueShop(n)),
    );
    // Two sweeps side by side see the same shops: together they begin no more than one would.
    const begun = [SCANS_A_MINUTE];
    while (begunOf(begun.map((one) => ({ begun: one }))) < SHOPS && begun.length < 8) {
      clock.pass(MINUTE_MS);
      begun.push(begunOf(await Promise.all([system.product.sweep(), other.sweep()])));
    }
    expect(begun.filter((one) => one > SCANS_A_MINUTE)).toEqual([]);
    const scans = await scanModel(system.store.connection).find({}, { shop: 1 }).setOptions(ACROSS).lean();
    expect(new Set(scans.map(({ shop }) => shop)).size).toBe(SHOPS);
    expect(scans).toHaveLength(SHOPS);
  }, 120_000);

  it('Q5: a shop that changes without end spends its hour, and stands in nobody’s way', async () => {
    await system.product.lifecycle.installed(SHOP, []);
    const scans = scanModel(system.store.connection);
    const end = () => scans.updateMany({ shop: SHOP }, { $unset: { active: 1 }, $set: { state: 'done' } });
    await end();
    let begun = 0;
    for (let change = 0; change < SCANS_A_SHOP_AND_HOUR + 5; change += 1) {
      await setShop({ nextCheckAt: inMs(-change - 1) });
      begun += (await system.product.sweep()).begun;
      await end();
    }
    expect(begun).toBe(SCANS_A_SHOP_AND_HOUR);
    const { nextCheckAt } = await shopOf();
    expect(nextCheckAt.getTime() % HOUR_MS).toBe(0);
    clock.pass(HOUR_MS);
    expect((await system.product.sweep()).begun).toBe(1);
  }, 60_000);
});

describe('jobs that were given up', () => {
  const store = () => failedJobStore({ connection: system.store.connection, clock: system.clock });
  const aFailure = (parts: object = {}) => ({
    ...{ shop: SHOP, key: `people-${SHOP}`, job: 'read-people', refs: { shop: SHOP }, code: 'internal', attempts: 1 },
    ...parts,
  });

  it('are one line however often they fail, with all their tries, until they succeed', async () => {
    await store().keep(aFailure());
    await store().keep(aFailure({ code: 'stalled', attempts: 2 }));
    expect(await store().list(SHOP)).toMatchObject([
      { job: 'read-people', code: 'stalled', attempts: 3, isRetried: false },
    ]);
    await store().succeeded(SHOP, ['read-people']);
    expect(await store().list(SHOP)).toEqual([]);
  });

  it('are done again as they were, and gone when that goes well', async () => {
    await aCheckedShop();
    await store().keep(aFailure());
    const [failed] = await store().list(SHOP);
    const again = await store().retry(SHOP, failed?.id ?? '');
    expect(again).toMatchObject({ key: `people-${SHOP}`, job: 'read-people', refs: { shop: SHOP }, retries: 1 });
    expect(await system.product.operatorDesk.retry({ job: 'read-people', code: 'internal' })).toBe(1);
    await until('the board is empty', async () => (await store().list(SHOP)).length === 0);
  });

  it('of a check that is over begin another check, whose end takes them off', async () => {
    await aCheckedShop();
    const [scan] = await scansOf();
    const refs = { shop: SHOP, scanId: scan?._id.toString(), run: scan?.run, install: scan?.install };
    await store().keep(aFailure({ job: 'evaluate-snapshot', key: `${String(refs.scanId)}-evaluate`, refs }));
    expect(await system.product.operatorDesk.retry({ job: 'evaluate-snapshot', code: 'internal' })).toBe(1);
    expect((await ended(2)).map(({ state }) => state)).toEqual(['done', 'done']);
    await until('the board is empty', async () => (await store().list(SHOP)).length === 0);
  });

  it('are another shop’s to nobody', async () => {
    await store().keep(aFailure());
    const [failed] = await store().list(SHOP);
    expect(await store().retry('jasmine.myshopify.com', failed?.id ?? '')).toBeNull();
    expect(await store().list('jasmine.myshopify.com')).toEqual([]);
  });

  it('Q1, Q2: a poisoned job fails once, is seen, and leaves a code alone', async () => {
    await system.product.startWorker();
    const { Queue } = await import('bullmq');
    const { QUEUE_PREFIX, redisOptions } = await import('../redis.ts');
    const queue = new Queue('pipeline', { connection: redisOptions(system.redis.url), prefix: QUEUE_PREFIX });
    await queue.add('read-people', { shop: SHOP, note: 'canary-of-somebody' }, { jobId: 'poisoned', attempts: 5 });
    await queue.add('of-tomorrow', { shop: SHOP }, { jobId: 'unknown', attempts: 5 });
    const failed = await until('both are seen', async () => {
      const rows = await failedJobModel(system.store.connection).find({ shop: SHOP }).sort({ key: 1 }).lean();
      return rows.length === 2 && rows;
    });
    expect(failed.map(({ key, code, attempts }) => [key, code, attempts])).toEqual([
      ['poisoned', 'bad-job-data', 1],
      ['unknown', 'unknown-job', 1],
    ]);
    await queue.close();
  });
});
