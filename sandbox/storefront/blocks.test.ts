import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { beaconOf } from '../beacon/beacon-state.ts';
import type { ShopState } from '../shops/shop-state.ts';
import type { Sandbox } from '../start.ts';
import { callShop } from '../testing/shop-client.ts';
import { CLEAN, testSandbox } from '../testing/test-sandbox.ts';
import { targetOf } from './our-blocks.ts';

const HOST = 'https://www.saaf-dukaan.example';
const BLOCKS = readdirSync(join(import.meta.dirname, '../../extensions/storefront/blocks')).map((name) =>
  name.replace('.liquid', ''),
);
const SELLER = {
  legalName: 'Saaf <Dukaan>',
  gstin: '27AAZCI1005F1Z5',
  address: '14 Invented Mill Lane\nMumbai 400013',
  email: 'help@saaf-dukaan.example',
  phone: '',
  officerName: 'A. Invented',
  verifiedAsOf: '2026-11-20T10:00:00.000Z',
};

let sandbox: Sandbox;
let shop: ShopState;
let cookie = '';
beforeAll(async () => {
  sandbox = await testSandbox();
  const found = sandbox.shops.find(({ domain }) => domain === CLEAN);
  if (!found) throw new Error('no shop');
  shop = found;
  const { headers } = await callShop(sandbox, `${HOST}/cart/add.js`, {
    body: { id: shop.commerce.products[0]?.variants[0]?.id, attributes: { 'Buyer GSTIN': '27AAZ"<i>' } },
  });
  const set = headers['set-cookie'];
  cookie = (Array.isArray(set) ? set : []).find((line) => line.startsWith('cart=')) ?? '';
});
beforeEach(async () => {
  await control('storefront', { hasOldCart: false });
  for (const block of BLOCKS) await control('blocks', { block, isOn: false });
});
afterAll(() => sandbox.close());

async function control(path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${sandbox.adminUrl}/sandbox/shops/${CLEAN}/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as Record<string, unknown>;
}
const page = async (path: string) =>
  (await callShop(sandbox, HOST + path, { headers: { Cookie: cookie.split(';')[0] ?? '' } })).text;
const formOf = (text: string) => /<form action="\/(?:hi\/)?cart"[\s\S]*?<\/form>/.exec(text)?.[0] ?? '';

describe('a block in the cart', () => {
  it('stands beside the form that it belongs to in a new theme', async () => {
    await control('blocks', { block: 'buyer-gstin', isOn: true });
    const text = await page('/cart');
    expect(text).toContain('name="attributes[Buyer GSTIN]"');
    expect(text).toContain('form="cart"');
    expect(text).toContain('value="27AAZ&#34;&lt;i&gt;"');
    expect(formOf(text)).toContain('id="cart"');
    expect(formOf(text)).not.toContain('attributes[Buyer GSTIN]');
  });

  it('stands inside a form without an id in an old one', async () => {
    await control('storefront', { hasOldCart: true });
    await control('blocks', { block: 'buyer-gstin', isOn: true });
    const form = formOf(await page('/cart'));
    expect(form).toContain('attributes[Buyer GSTIN]');
    expect(form).not.toContain('id="cart"');
  });

  it('speaks the language of the page', async () => {
    await control('blocks', { block: 'buyer-gstin', isOn: true });
    expect(await page('/cart')).toContain('Buying for a business?');
    const hindi = await page('/hi/cart');
    expect(hindi).toContain('data-language="hi"');
    expect(hindi).not.toContain('Buying for a business?');
  });

  it('goes when it is switched off', async () => {
    const before = await page('/cart');
    await control('blocks', { block: 'buyer-gstin', isOn: true });
    expect(await control('blocks', { block: 'buyer-gstin', isOn: true })).toMatchObject({
      places: ['templates/cart.json'],
    });
    await control('blocks', { block: 'buyer-gstin', isOn: false });
    expect(await page('/cart')).toBe(before);
  });
});

it('an embed stands at the end of each page', async () => {
  await control('blocks', { block: 'buyer-gstin-embed', isOn: true });
  expect(await page('/cart')).toMatch(/data-prahari-gstin-template[\s\S]*<\/body>/);
  expect(await page('/')).toContain('data-prahari-gstin-template');
});

describe('the seller’s particulars', () => {
  it('stand where the theme has them, from the app’s own field, and nowhere without it', async () => {
    await control('blocks', { block: 'verified-seller', isOn: true, template: 'page.contact' });
    beaconOf(shop).metafields = {};
    expect(await page('/pages/contact')).not.toContain('prahari-seller');
    beaconOf(shop).metafields = {
      'prahari.seller': { type: 'json', value: JSON.stringify(SELLER), updatedAt: SELLER.verifiedAsOf },
    };
    const text = await page('/pages/contact');
    expect(text).toContain('Saaf &lt;Dukaan&gt;');
    expect(text).toContain('20 Nov 2026');
    expect(text).toMatch(/14 Invented Mill Lane<br ?\/?>/);
    expect(await page('/cart')).not.toContain('prahari-seller');
    await control('blocks', { block: 'verified-seller', isOn: false, template: 'page.contact' });
    expect(await page('/pages/contact')).not.toContain('prahari-seller');
  });
});

it.each(BLOCKS)('%s draws in both languages, with assets that are there', async (block) => {
  beaconOf(shop).metafields = {
    'prahari.seller': { type: 'json', value: JSON.stringify(SELLER), updatedAt: SELLER.verifiedAsOf },
    'prahari.beacon': { type: 'json', value: '{"url":"https://a.example","token":"t"}', updatedAt: '' },
  };
  await control('blocks', { block, isOn: true });
  for (const path of ['/cart', '/hi/cart']) {
    const text = await page(path);
    expect(text).not.toMatch(/\{[{%]|Liquid error|\[object/);
    const assets = [...text.matchAll(/(?:src|href)="(https:\/\/cdn\.shopify\.com\/extensions\/[^"]*prahari[^"]*)"/g)];
    expect(assets.length).toBeGreaterThan(0);
    for (const [, address = ''] of assets) expect((await callShop(sandbox, address)).status).toBe(200);
  }
  expect(['section', 'body']).toContain(targetOf(block));
});

it.each([
  [{ block: 'no-such-block', isOn: true }, 'no block'],
  [{ block: '../blocks/buyer-gstin', isOn: true }, 'no block'],
  [{ block: 'buyer-gstin', isOn: true, template: 'no-such' }, 'has no templates/no-such.json'],
  [{ block: 'buyer-gstin', isOn: true, template: '../config' }, 'template'],
  [{ block: 'buyer-gstin' }, 'isOn'],
])('%j is refused', async (asked, words) => {
  expect(await control('blocks', asked)).toMatchObject({ error: expect.stringContaining(words) });
});
