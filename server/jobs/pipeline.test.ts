import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scanModel } from '../models/scan.ts';
import { alertModel } from '../models/alert.ts';
import { shopModel } from '../models/shop.ts';
import { kindsOf } from '../shop/scan-reach.ts';
import { scanStore } from '../shop/scans.ts';
import { shopStore } from '../shop/shops.ts';
import { snapshotStore } from '../shop/snapshots.ts';
import { shopAnswers } from '../../test/fake-admin.ts';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { until } from '../../test/until.ts';

const SCOPES = ['read_themes', 'read_legal_policies', 'read_privacy_settings', 'read_locations'];

describe('the pipeline', () => {
  let system: TestProduct;
  beforeAll(async () => {
    system = await testProduct();
    await system.product.startWorker();
  });
  afterAll(() => system.close());

  const newestScan = (shop: string) =>
    scanModel(system.store.connection).findOne({ shop }).sort({ requestedAt: -1 }).lean();
  const doneScans = async (shop: string) => scanModel(system.store.connection).find({ shop, state: 'done' }).lean();
  const shopOf = (shop: string) => shopModel(system.store.connection).findOne({ shop }).lean().orFail();
  const alertsOf = (shop: string) => alertModel(system.store.connection).find({ shop }).lean();

  it('takes a shop from install to alerts, and mended things resolve', async () => {
    const shop = 'marigold.myshopify.com';
    const answers = shopAnswers();
    system.shops.set(shop, answers);
    const posture = answers.ShopPosture as () => { shop: { features: { captcha: boolean } } };
    answers.ShopPosture = () => {
      const said = posture();
      said.shop.features.captcha = false;
      return said;
    };
    await system.product.lifecycle.installed(shop, SCOPES);
    await until('the first scan is done', async () => (await doneScans(shop)).length === 1);
    const first = await alertsOf(shop);
    expect(first.map(({ checkId }) => checkId)).toContain('security/form-captcha');
    expect(first.every(({ status }) => status === 'open')).toBe(true);

    answers.ShopPosture = posture;
    await system.product.lifecycle.changed(shop, 'shop/update');
    system.clock.pass(31_000);
    expect(await system.product.sweep()).toEqual({ begun: 1, resumed: 0, ended: 0 });
    await until('the second scan is done', async () => (await doneScans(shop)).length === 2);
    const captcha = (await alertsOf(shop)).find(({ checkId }) => checkId === 'security/form-captcha');
    expect(captcha).toMatchObject({ status: 'resolved' });
    expect(captcha?.history.map(({ kind }) => kind)).toEqual(['opened', 'resolved']);
    expect((await newestScan(shop))?.changes).toMatchObject({ opened: 0, resolved: 1 });
  });

  it('looks at a shop each day where scripts run near payment, and leaves the rest as it was read', async () => {
    const shop = 'oleander.myshopify.com';
    const answers = shopAnswers();
    system.shops.set(shop, answers);
    await system.product.lifecycle.installed(shop, SCOPES);
    await until('the first scan is done', async () => (await doneScans(shop)).length === 1);
    const before = await shopOf(shop);
    // As judging a page with such a script writes it.
    await shopModel(system.store.connection).updateOne({ shop }, { $set: { nextWatchAt: system.clock.now() } });
    delete (answers as Partial<typeof answers>).ShopPosture; // whoever asked for it now would fail

    expect((await system.product.sweep()).begun).toBe(1);
    await until('the look is done', async () => (await doneScans(shop)).length === 2);
    const [whole, look] = (await doneScans(shop)).sort((a, b) => a.run - b.run);
    expect([whole?.reach, look?.reach]).toEqual(['all', 'watch']);
    expect(Object.keys(look?.outcomes as object).sort()).toEqual([...kindsOf('watch')].sort());
    const snapshots = snapshotStore({ connection: system.store.connection, cipher: system.cipher });
    const newest = await snapshots.newest(shop);
    const first = await snapshots.find(shop, whole?._id.toString() ?? '');
    expect(newest?.evidence.shop).toEqual(first?.evidence.shop);
    expect(newest?.evidence.shop?.status).toBe('collected');
    expect(newest?.evidence.theme?.collectedAt).not.toBe(first?.evidence.theme?.collectedAt);
    // The last whole check is still the first one.
    expect((await shopOf(shop)).lastCheckAt).toEqual(before.lastCheckAt);
  });

  it('reads everything where there is nothing yet to add to', async () => {
    const shop = 'hibiscus.myshopify.com';
    system.shops.set(shop, shopAnswers());
    const shops = shopStore({ connection: system.store.connection, clock: system.clock });
    const { connection } = system.store;
    await shops.install(shop, SCOPES);
    const scans = scanStore({ connection, cipher: system.cipher, shops, clock: system.clock });
    const start = await scans.start(shop, { cause: 'said', trigger: 'event', reach: 'said' });
    expect(start).toMatchObject({ started: true, scan: { reach: 'all' } });
  });
});
