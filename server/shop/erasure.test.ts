import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { erasureReceiptModel } from '../models/erasure-receipt.ts';
import { webhookReceiptModel } from '../models/webhook-receipt.ts';
import { shopHash, tenantModels } from './erasure.ts';

const SHOP = 'marigold.myshopify.com';
const OTHER = 'jasmine.myshopify.com';

describe('P16: shop/redact', () => {
  let system: TestProduct;
  beforeAll(async () => {
    system = await testProduct();
    webhookReceiptModel(system.store.connection);
  });
  afterAll(() => system.close());

  const countsOf = async (shop: string) => {
    const { connection } = system.store;
    const counts = tenantModels(connection).map(
      async (name) => [name, await connection.model(name).countDocuments({ shop })] as const,
    );
    return Object.fromEntries(await Promise.all(counts));
  };

  it('takes what every model holds of the shop, and nothing of another; the proof alone stays', async () => {
    const { connection } = system.store;
    const names = tenantModels(connection);
    expect(names).toEqual(expect.arrayContaining(['Shop', 'Snapshot', 'Alert', 'FailedJob', 'Delivery']));
    // Past the schemas: whatever a document looks like, it goes by its shop.
    for (const shop of [SHOP, OTHER]) {
      for (const name of names) {
        await connection.model(name).collection.insertOne({ shop, canary: `planted in ${name} of ${shop}` });
      }
    }
    await system.product.lifecycle.shopRedacted(SHOP);
    expect(await countsOf(SHOP)).toEqual(Object.fromEntries(names.map((name) => [name, 0])));
    expect(Object.values(await countsOf(OTHER))).not.toContain(0);
    const [receipt] = await erasureReceiptModel(connection)
      .find({ shopHash: shopHash(SHOP) })
      .lean();
    expect(receipt?.counts).toMatchObject({ Shop: 1, FailedJob: 1, Snapshot: 1 });
    expect(JSON.stringify(receipt)).not.toContain('marigold');
  });
});
