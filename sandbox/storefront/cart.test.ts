import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Sandbox } from '../start.ts';
import { callShop, type ShopAnswer } from '../testing/shop-client.ts';
import { CLEAN, testSandbox } from '../testing/test-sandbox.ts';
import { nested } from './read-form.ts';

const HOST = 'https://www.saaf-dukaan.example';

let sandbox: Sandbox;
let kurta: number;
let tea: number;
beforeAll(async () => {
  sandbox = await testSandbox();
  const variantOf = (handle: string) =>
    sandbox.shops[1]?.commerce.products.find((product) => product.handle === handle)?.variants[0]?.id ?? 0;
  kurta = variantOf('block-print-kurta');
  tea = variantOf('tin-of-tea');
});
afterAll(() => sandbox.close());

/** One visitor, who keeps her cookies. */
function visitor() {
  let cookie = '';
  const keep = (answer: ShopAnswer): ShopAnswer => {
    const set = answer.headers['set-cookie'];
    for (const line of Array.isArray(set) ? set : []) if (line.startsWith('cart=')) cookie = line.split(';')[0] ?? '';
    return answer;
  };
  return {
    get: async (path: string) => keep(await callShop(sandbox, HOST + path, { headers: { Cookie: cookie } })),
    json: async (path: string, body: unknown) =>
      keep(await callShop(sandbox, HOST + path, { body, headers: { Cookie: cookie, Accept: 'application/json' } })),
    form: async (path: string, fields: Record<string, string>) =>
      keep(
        await callShop(sandbox, HOST + path, {
          method: 'POST',
          text: new URLSearchParams(fields).toString(),
          headers: { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
        }),
      ),
  };
}

describe('a cart', () => {
  it('belongs to one visitor', async () => {
    const [one, other] = [visitor(), visitor()];
    await one.json('/cart/add.js', { id: kurta, quantity: 2 });
    expect((await one.get('/cart.js')).json()).toMatchObject({ item_count: 2, total_price: 210_000 });
    expect((await other.get('/cart.js')).json()).toMatchObject({ item_count: 0, attributes: {} });
  });

  it('takes goods, quantities and texts from the theme’s forms, without script', async () => {
    const buyer = visitor();
    const added = await buyer.form('/cart/add', { id: String(tea), quantity: '3' });
    expect([added.status, added.headers['location']]).toEqual([302, '/cart']);
    await buyer.form('/cart', { 'updates[]': '1', 'attributes[Buyer GSTIN]': '27AAZCI1005F1Z"><script>', update: '' });
    const { text } = await buyer.get('/cart');
    expect(text).toContain('Tin of Assam tea');
    expect(text).toContain('₹420.00');
    expect((await buyer.get('/cart.js')).json()).toMatchObject({
      item_count: 1,
      attributes: { 'Buyer GSTIN': '27AAZCI1005F1Z"><script>' },
    });
  });

  it('takes them from scripts: changed, taken away, cleared', async () => {
    const buyer = visitor();
    await buyer.json('/cart/add.js', { items: [{ id: kurta }, { id: tea, quantity: 2 }] });
    const attributes = { 'Buyer GSTIN': 'X', 'Buyer business': 'Y' };
    expect((await buyer.json('/hi/cart/update.js', { attributes })).json()).toMatchObject({ attributes });
    expect((await buyer.json('/cart/update.js', { attributes: { 'Buyer business': null } })).json()).toMatchObject({
      attributes: { 'Buyer GSTIN': 'X' },
    });
    expect((await buyer.json('/cart/change.js', { line: 1, quantity: 0 })).json()).toMatchObject({ item_count: 2 });
    expect((await buyer.json('/cart/change.js', { id: `${tea}:invented`, quantity: 5 })).json()).toMatchObject({
      item_count: 5,
    });
    expect((await buyer.json('/cart/clear.js', {})).json()).toMatchObject({
      item_count: 0,
      attributes: { 'Buyer GSTIN': 'X' },
    });
  });

  it.each<[string, string, () => unknown, number]>([
    ['a variant that nobody sells', '/cart/add.js', () => ({ id: 7 }), 404],
    ['nothing named', '/cart/add.js', () => ({}), 400],
    ['a quantity of words', '/cart/add.js', () => ({ id: kurta, quantity: 'many' }), 422],
    ['more than anybody buys', '/cart/add.js', () => ({ id: kurta, quantity: 2_000_000 }), 422],
    ['less than nothing', '/cart/update.js', () => ({ updates: { [kurta]: -1 } }), 422],
    ['a line that is not there', '/cart/change.js', () => ({ line: 9, quantity: 1 }), 400],
    ['a text without end', '/cart/update.js', () => ({ attributes: { a: 'x'.repeat(5_001) } }), 422],
    [
      'too many attributes',
      '/cart/update.js',
      () => ({ attributes: Object.fromEntries(Array.from({ length: 251 }, (_, index) => [index, ''])) }),
      422,
    ],
    ['a list where an object belongs', '/cart/update.js', () => [1], 400],
  ])('is left as it was: %s', async (_what, path, body, status) => {
    const buyer = visitor();
    await buyer.json('/cart/add.js', { id: tea });
    const answer = await buyer.json(path, body());
    expect(answer.status).toBe(status);
    expect(answer.json()).toMatchObject({ status, message: expect.any(String), description: expect.any(String) });
    expect((await buyer.get('/cart.js')).json()).toMatchObject({ item_count: 1, attributes: {} });
  });
});

describe('names of a form', () => {
  it.each<[readonly (readonly [string, string])[], object]>([
    [
      [
        ['a', '1'],
        ['a', '2'],
      ],
      { a: '2' },
    ],
    [
      [
        ['a[]', '1'],
        ['a[]', '2'],
      ],
      { a: ['1', '2'] },
    ],
    [
      [
        ['a[b c]', '1'],
        ['a[d]', '2'],
      ],
      { a: { 'b c': '1', d: '2' } },
    ],
    [
      [
        ['a', '1'],
        ['a[b]', '2'],
      ],
      { a: { b: '2' } },
    ],
    [
      [
        ['a[b', '1'],
        ['[c]', '2'],
      ],
      { 'a[b': '1', '[c]': '2' },
    ],
  ])('%j nest', (pairs, read) => {
    expect(nested(pairs)).toEqual(read);
  });

  it('cannot reach what every object has', () => {
    const read = nested([
      ['__proto__[polluted]', 'yes'],
      ['__proto__', 'x'],
    ]);
    expect([Object.getPrototypeOf(read), ({} as Record<string, unknown>)['polluted']]).toEqual([
      Object.prototype,
      undefined,
    ]);
  });
});

it('goes to the checkout as it is', async () => {
  const buyer = visitor();
  await buyer.json('/cart/add.js', { id: kurta });
  const { status, headers } = await buyer.form('/cart', { checkout: '', 'attributes[Buyer GSTIN]': 'Z' });
  expect([status, headers['location']]).toEqual([302, expect.stringMatching(/^\/checkouts\/[0-9a-f]{32}$/)]);
  expect((await buyer.get(String(headers['location']))).text).toContain('Block-print kurta');
  expect((await visitor().form('/cart', { checkout: '' })).headers['location']).toBe('/cart');
  expect((await callShop(sandbox, `https://${CLEAN}/checkouts/${'0'.repeat(32)}`, { method: 'POST' })).status).toBe(
    404,
  );
});
