import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scanModel } from '../models/scan.ts';
import { alertModel } from '../models/alert.ts';
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
});
