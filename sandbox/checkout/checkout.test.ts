import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { inventedGstin } from '../shops/commerce/invented-gstin.ts';
import { peopleOf } from '../shops/commerce/customers.ts';
import { productNamed } from '../shops/commerce/products.ts';
import type { ShopState } from '../shops/shop-state.ts';
import type { Sandbox } from '../start.ts';
import { callShop } from '../testing/shop-client.ts';
import { CLEAN, testSandbox } from '../testing/test-sandbox.ts';
import { placeOrder } from './place-order.ts';

const HOST = 'https://www.saaf-dukaan.example';
const GSTIN = inventedGstin('KA', 4);

let sandbox: Sandbox;
let shop: ShopState;
let variantId: number;
beforeAll(async () => {
  sandbox = await testSandbox();
  const found = sandbox.shops.find(({ domain }) => domain === CLEAN);
  if (!found) throw new Error('no shop');
  shop = found;
  variantId = productNamed(shop.commerce.products, 'block-print-kurta').variants[0]?.id ?? 0;
});
beforeEach(() => {
  shop.taxTable = { setting: 'own-state', homeProvinceCode: 'MH' };
  shop.plan = { ...shop.plan, shopifyPlus: false };
});
afterAll(() => sandbox.close());

const get = (path: string, cookie = '') => callShop(sandbox, HOST + path, { headers: { Cookie: cookie } });
const form = (path: string, fields: Record<string, string>, cookie = '') =>
  callShop(sandbox, HOST + path, {
    method: 'POST',
    text: new URLSearchParams(fields).toString(),
    headers: { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
  });

/** A checkout with one kurta in it; its path. */
async function begin(attributes: Record<string, string> = {}, customer = '', root = ''): Promise<string> {
  const added = await form('/cart/add', { id: String(variantId) });
  const set = added.headers['set-cookie'];
  const cart = (Array.isArray(set) ? set : []).find((line) => line.startsWith('cart='))?.split(';')[0] ?? '';
  const fields = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`attributes[${key}]`, value]));
  const { headers } = await form(`${root}/cart`, { ...fields, checkout: '' }, `${cart}; ${customer}`);
  return String(headers['location']);
}
const newest = () => sandbox.core.orders(CLEAN).at(-1);
/** What an extension in this place of the page may know. */
function stateAt(page: string, target: string): Record<string, unknown> {
  const [, json = 'null'] =
    new RegExp(`data-extension-target="${target}">\\s*<script type="application/json">([\\s\\S]*?)</script>`).exec(
      page,
    ) ?? [];
  return JSON.parse(json) as Record<string, unknown>;
}

describe('an order of the storefront', () => {
  it('carries what the buyer wrote, and the tax of the moment', async () => {
    const path = await begin({ 'Buyer GSTIN': GSTIN, 'Buyer business': 'Invented </script> Traders', empty: ' ' });
    const { headers } = await form(`${path}/order`, { province: 'KA' });
    expect(headers['location']).toBe(`${path}/thank-you`);
    const order = newest();
    expect(order).toMatchObject({
      shipTo: { provinceCode: 'KA', countryCode: 'IN' },
      attributes: [
        { key: 'Buyer GSTIN', value: GSTIN },
        { key: 'Buyer business', value: 'Invented </script> Traders' },
      ],
      metafields: {},
      company: null,
    });
    expect(order?.lines[0]?.taxes).toEqual([{ title: 'IGST', ratePpm: 50_000, paise: 5_000 }]);
    shop.taxTable = { setting: 'shopify-default', homeProvinceCode: 'KA' };
    expect(newest()?.lines[0]?.taxes).toEqual(order?.lines[0]?.taxes);
    const { text } = await get(`${path}/thank-you`);
    expect(text).toContain(order?.confirmationNumber ?? 'none');
    expect(stateAt(text, 'purchase.thank-you.block.render')).toMatchObject({
      customerId: null,
      orderConfirmation: { number: order?.confirmationNumber, order: { id: `gid://shopify/Order/${order?.id}` } },
      attributes: [{ value: GSTIN }, { value: 'Invented </script> Traders' }],
    });
  });

  it('is taxed wrongly where the shop’s table is wrong', async () => {
    shop.taxTable = { setting: 'shopify-default', homeProvinceCode: 'KA' };
    const path = await begin();
    await form(`${path}/order`, { province: 'KA' });
    expect(newest()?.lines[0]?.taxes.map(({ title }) => title)).toEqual(['CGST', 'SGST']);
  });

  it('is placed once, however often the button is pressed', async () => {
    const path = await begin();
    const before = sandbox.core.orders(CLEAN).length;
    await Promise.all([form(`${path}/order`, {}), form(`${path}/order`, {})]);
    await form(`${path}/order`, {});
    expect(sandbox.core.orders(CLEAN)).toHaveLength(before + 1);
    expect((await get(path)).headers['location']).toBe(`${path}/thank-you`);
  });

  it('of a company names it, for its own people alone', () => {
    const [company] = shop.commerce.companies;
    const wish = {
      lines: [{ variantId, quantity: 1 }],
      shipTo: { provinceCode: 'MH', countryCode: 'IN' },
      companyId: company?.id ?? 0,
    };
    const customerId = company ? peopleOf(company)[1].customerId : 0;
    placeOrder(shop, { ...wish, customerId }, Date.now());
    expect(newest()).toMatchObject({ customerId, company: { name: 'Invented Boutique LLP' } });
    expect(() => placeOrder(shop, { ...wish, customerId: 5 }, Date.now())).toThrow(RangeError);
    expect(() => placeOrder(shop, { ...wish, lines: [{ variantId: 1, quantity: 1 }] }, Date.now())).toThrow(/nothing/);
  });
});

describe('extensions', () => {
  it('stand in the checkout of a shop on Plus alone, and write attributes there', async () => {
    const target = 'purchase.checkout.block.render';
    const path = await begin({ 'Buyer GSTIN': 'old' });
    expect((await get(path)).text).not.toContain(target);
    shop.plan = { ...shop.plan, shopifyPlus: true };
    const state = stateAt((await get(path)).text, target);
    expect(state).toMatchObject({ canUpdateAttributes: true, attributes: [{ key: 'Buyer GSTIN', value: 'old' }] });
    const write = (attributes: unknown) =>
      callShop(sandbox, HOST + String(state['attributesUrl']), { body: { attributes } });
    expect((await write({ 'Buyer GSTIN': GSTIN })).status).toBe(200);
    for (const wrong of [null, 'x', { a: 1 }, { a: 'x'.repeat(5_001) }]) expect((await write(wrong)).status).toBe(422);
    expect(stateAt((await get(path)).text, target)).toMatchObject({ attributes: [{ value: GSTIN }] });
    expect((await write({ 'Buyer GSTIN': '' })).json()).toEqual({ attributes: {} });
    await form(`${path}/order`, {});
    expect((await write({ 'Buyer GSTIN': GSTIN })).status).toBe(422);
    expect(newest()?.attributes).toEqual([]);
  });

  it('know who is signed in where the order’s state is shown, and nobody else', async () => {
    const target = 'customer-account.order-status.block.render';
    const [company] = shop.commerce.companies;
    const [admin, buyer] = company ? peopleOf(company) : [];
    const signedIn = `sandbox-customer=${admin?.customerId}`;
    const path = await begin({}, signedIn);
    await form(`${path}/order`, { company: String(company?.id) }, signedIn);
    const status = path.replace('/checkouts/', '/account/orders/');
    expect(stateAt((await get(status, signedIn)).text, target)['customerId']).toBe(
      `gid://shopify/Customer/${admin?.customerId}`,
    );
    const other = await get(status, `sandbox-customer=${buyer?.customerId}`);
    expect(stateAt(other.text, target)['customerId']).toBeNull();
    expect((await get(`/account/orders/${'0'.repeat(32)}`)).status).toBe(404);
  });

  it('stand on a company’s page, for its people', async () => {
    const person = shop.commerce.companies[1] && peopleOf(shop.commerce.companies[1])[0];
    const chosen = await form('/account/login', { customer: String(person?.customerId) });
    expect(chosen.headers['location']).toBe('/account/company');
    const page = await get('/account/company', `sandbox-customer=${person?.customerId}`);
    expect(stateAt(page.text, 'customer-account.profile.company-location-addresses.render-after')).toMatchObject({
      locationId: `gid://shopify/CompanyLocation/${shop.commerce.companies[1]?.id}`,
    });
    expect((await get('/account/company', 'sandbox-customer=1')).headers['location']).toBe('/account/login');
  });
});

it('a checkout begun in Hindi goes on in Hindi', async () => {
  const path = await begin({}, '', '/hi');
  expect((await get(path)).text).toContain('<html lang="hi">');
});
