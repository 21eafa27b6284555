import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { themeDigest } from '../../server/collect/theme/theme-digest.ts';
import { scanModel } from '../../server/models/scan.ts';
import { shopModel } from '../../server/models/shop.ts';
import { SCANS_A_MINUTE } from '../../server/rhythm/budgets.ts';
import { trusted } from '../../server/store/connect.ts';
import { shopAnswers, type AdminAnswers } from '../fake-admin.ts';
import { testProduct, type TestProduct } from '../product.ts';
import { until } from '../until.ts';

const SHOPS = Array.from({ length: 1_000 }, (_, index) => `seller-${index}.myshopify.com`);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ACROSS = { acrossTenants: 'the drill counts over all shops' };

describe('P10: Redis, flushed with a thousand shops due', () => {
  let system: TestProduct;
  beforeAll(async () => {
    system = await testProduct();
  });
  afterAll(() => system?.close());

  const shops = () => shopModel(system.store.connection);
  const scans = () => scanModel(system.store.connection);
  const inMs = (ms: number) => new Date(system.clock.now().getTime() + ms);
  const shopRecord = (shop: string) => ({
    ...{ shop, status: 'installed' as const, install: 1, installedAt: system.clock.now(), scopes: [] },
    nextCheckAt: inMs(-MINUTE_MS),
    themeDigest: themeDigest({ id: 'gid://shopify/OnlineStoreTheme/1', moreFiles: 0, files: [] }),
  });

  it('each check is begun once, and its jobs are in the queue again after each flush', async () => {
    await shops().insertMany(SHOPS.map(shopRecord));
    let begun = 0;
    for (let minute = 0; begun < SHOPS.length && minute < 8; minute += 1) {
      system.clock.pass(MINUTE_MS);
      begun += (await system.product.sweep()).begun;
      await system.redis.wipe();
    }
    expect(begun).toBe(SHOPS.length);
    const records = await scans().find({}, { shop: 1 }).setOptions(ACROSS).lean();
    expect([records.length, new Set(records.map(({ shop }) => shop)).size]).toEqual([SHOPS.length, SHOPS.length]);
    // Some sweeps later every one of them has its jobs again, and none of them twice.
    let resumed = 0;
    await system.redis.wipe();
    for (let sweeps = 0; sweeps < 4; sweeps += 1) resumed += (await system.product.sweep()).resumed;
    expect(resumed).toBeGreaterThanOrEqual(2 * SCANS_A_MINUTE);
    expect((await system.product.sweep()).begun).toBe(0);
    expect(await scans().countDocuments({}).setOptions(ACROSS)).toBe(SHOPS.length);
  }, 240_000);

  it('each theme is looked at, and nothing follows', async () => {
    await scans().deleteMany({}).setOptions(ACROSS);
    const asked = new Set<string>();
    for (const shop of SHOPS) {
      const answers: AdminAnswers = shopAnswers();
      const list = answers['ThemeFileList'];
      answers['ThemeFileList'] = (variables) => {
        asked.add(shop);
        return list?.(variables);
      };
      system.shops.set(shop, answers);
    }
    // Each finds the theme as it was judged, so no check follows.
    await shops()
      .updateMany({}, { $set: { nextCheckAt: inMs(100 * DAY_MS), nextThemeLookAt: inMs(-1) } })
      .setOptions(ACROSS);
    await system.product.sweep();
    await system.redis.wipe();
    await system.product.sweep();
    await system.redis.wipe();
    await system.product.startWorker();
    const isLooked = async () =>
      (await shops()
        .countDocuments({ lastThemeLookAt: trusted({ $exists: true }) })
        .setOptions(ACROSS)) === SHOPS.length;
    await until(
      'all themes were looked at',
      async () => {
        if (await isLooked()) return true;
        system.clock.pass(MINUTE_MS);
        await system.product.sweep();
        return isLooked();
      },
      120_000,
    );
    // A job whose lock ran out is done by two: it asks twice, and that is all.
    expect(asked.size).toBe(SHOPS.length);
    expect(await system.product.sweep()).toEqual({ begun: 0, resumed: 0, ended: 0 });
    expect(await scans().countDocuments({}).setOptions(ACROSS)).toBe(0);
  }, 180_000);
});
