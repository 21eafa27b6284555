import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { until } from '../../test/until.ts';
import { deliveryModel } from '../models/delivery.ts';
import { readerModel } from '../models/reader.ts';
import { shopModel } from '../models/shop.ts';
import { weeklyReportModel } from '../models/weekly-report.ts';
import { scanStore } from '../shop/scans.ts';
import { shopStore } from '../shop/shops.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const SHOP = 'weekly.myshopify.com';

let system: TestProduct;
beforeAll(async () => {
  system = await testProduct();
  await system.product.startWorker();
});
afterAll(() => system.close());

describe('the end of a week', () => {
  it('records the week and puts one report into the outbox, by the sweep alone', async () => {
    const { store, clock, product } = system;
    const { connection } = store;
    const shops = shopStore({ connection, clock });
    const scans = scanStore({ connection, cipher: system.cipher, shops, clock });
    await product.lifecycle.installed(SHOP, []);
    await until('it is checked', async () => (await scans.newest(SHOP))?.state === 'done');
    const least = { leastSeverity: 'high', pace: 'daily', tellsResolved: false } as const;
    const rule = { areas: ['gst' as const], ...least };
    await readerModel(connection).create({
      ...{ shop: SHOP, addressSealed: 'sealed', addressIndex: 'index', capKey: 'cap', role: 'viewer', language: 'en' },
      ...{ rule, getsAlerts: false, getsWeekly: true, isCombined: false, invitations: 1 },
      ...{ invitedAt: clock.now(), confirmedAt: clock.now(), addedAt: clock.now(), addedBy: '1' },
    });
    await product.sweep(); // plans the first Monday
    const planned = await shopModel(connection).findOne({ shop: SHOP }).lean().orFail();
    expect(planned.nextReportAt?.getTime()).toBeGreaterThan(clock.now().getTime());
    expect(await weeklyReportModel(connection).countDocuments({ shop: SHOP })).toBe(0);
    clock.pass(7 * DAY_MS);
    await product.sweep();
    const delivery = await until('a delivery waits', () => deliveryModel(connection).findOne({ shop: SHOP }).lean());
    const report = await weeklyReportModel(connection).findOne({ shop: SHOP }).lean().orFail();
    expect(delivery).toMatchObject({ kind: 'weekly', channel: 'mail', monday: report.monday });
    await until('the next Monday is planned', async () => {
      const shop = await shopModel(connection).findOne({ shop: SHOP }).lean().orFail();
      return (shop.nextReportAt?.getTime() ?? 0) > clock.now().getTime();
    });
    await product.sweep();
    expect(await weeklyReportModel(connection).countDocuments({ shop: SHOP })).toBe(1);
  });
});
