import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../../sandbox/start.ts';
import { ordersOf } from '../../sandbox/shops/commerce/orders.ts';
import { accessTokenOf, askAdmin } from '../../sandbox/testing/shop-client.ts';
import { CLEAN, testSandbox } from '../../sandbox/testing/test-sandbox.ts';
import { liveProduct } from '../product-gst/live-product.ts';
import { mendProduct, ScopeNeededError } from '../product-gst/product-mender.ts';
import { readAnswer } from '../shopify/admin-answer.ts';
import type { AdminApi } from '../shopify/admin-api.ts';
import { liveOrders } from './live-orders.ts';

let sandbox: Sandbox;
let domain: string;
let token: string;
let admin: AdminApi;
const question = () => ({ admin, signal: AbortSignal.timeout(60_000) });

beforeAll(async () => {
  sandbox = await testSandbox();
  domain = CLEAN;
  token = await accessTokenOf(sandbox, domain);
  admin = {
    async query(document, variables = {}) {
      sandbox.clock.advance(60_000); // the points of a minute
      const answer = await askAdmin(sandbox, domain, token, document, variables);
      const read = readAnswer(JSON.stringify(answer.json()));
      if (read.kind === 'throttled') throw new Error('throttled');
      return read.answer;
    },
    fileLines: () => {
      throw new Error('no file is asked for');
    },
  };
});
beforeEach(async () => {
  const scopes = ['read_orders', 'read_products', 'read_companies', 'write_products'];
  await sandbox.core.changeScopes(domain, { revoke: scopes });
});
afterAll(() => sandbox.close());

const grant = (...scopes: string[]) => sandbox.core.changeScopes(domain, { grant: scopes });
const shopOf = () => {
  const shop = sandbox.shops.find((one) => one.domain === domain);
  if (!shop) throw new Error('no such shop');
  return shop;
};
const someIds = (count: number) =>
  ordersOf(shopOf(), sandbox.clock.now().getTime())
    .slice(0, count)
    .map(({ id }) => String(id));

describe('a shop', () => {
  it('shows orders by their ids, and none that it has not', async () => {
    await grant('read_orders', 'read_companies');
    const ids = someIds(25);
    const found = await liveOrders([...ids, '999999999'], question());
    expect(found.slice(0, 25).map((one) => (typeof one === 'string' ? one : one.order.id))).toEqual(
      ids.map((id) => `gid://shopify/Order/${id}`),
    );
    expect(found.map((one) => (typeof one === 'string' ? one : one.missing.join()))).toEqual([
      ...ids.map(() => ''),
      'not-found',
    ]);
  });

  it('that has not allowed orders shows none', async () => {
    expect(await liveOrders(someIds(2), question())).toEqual(['not-permitted', 'not-permitted']);
  });

  it('that has not allowed companies shows all but these', async () => {
    await grant('read_orders');
    const [found] = await liveOrders(someIds(1), question());
    expect(found).toMatchObject({ companyTexts: [], areAddressesHidden: false });
  });

  it('takes a code and an origin once it has allowed it, and gives both back', async () => {
    await grant('read_products');
    const id = String(shopOf().commerce.products[0]?.id);
    const read = async () => {
      const live = await liveProduct(id, question());
      if (typeof live === 'string') throw new Error(live);
      return live.product;
    };
    const [variant] = (await read()).variants;
    const variantId = variant?.id.split('/').at(-1) ?? '';
    const wish = { variantId, hsn: '6204', originCountryCode: 'BD' };
    await expect(mendProduct(admin, id, wish)).rejects.toThrow(ScopeNeededError);

    await grant('write_products');
    await mendProduct(admin, id, wish);
    expect((await read()).variants[0]).toMatchObject({ hsnMetafield: '6204', originCountryCode: 'BD' });
    const back = {
      variantId,
      hsn: variant?.hsnMetafield ?? null,
      originCountryCode: variant?.originCountryCode ?? null,
    };
    await mendProduct(admin, id, back);
    expect((await read()).variants[0]).toEqual(variant);
  });
});
