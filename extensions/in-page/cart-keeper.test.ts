/** @jest-environment-options {"customExportConditions": ["node", "node-addons"]} */
import { describe, expect, it, jest } from '@jest/globals';
import { aGstin } from '../../test/a-gstin.ts';
import { blockHtml } from '../../test/theme-page.ts';
import {
  businessField,
  buyerCart,
  cartPosts,
  finish,
  formHtml,
  kept,
  numberField,
  ok,
  open,
  settle,
  told,
  type,
} from './test/buyer-cart.ts';

const ONE = aGstin();
const CART = formHtml() + blockHtml('buyer-gstin');
const cart = buyerCart();

describe('the cart', () => {
  it('is told once typing rests, with both words, from the root of the language', async () => {
    (globalThis as { Shopify?: unknown }).Shopify = { routes: { root: '/hi/' } };
    open(cart, CART);
    type(businessField(cart), 'Haldi Example (invented)');
    for (let length = 1; length <= 15; length += 1) type(numberField(cart), ONE.slice(0, length));
    expect(cartPosts(cart)).toEqual([]);
    await jest.advanceTimersByTimeAsync(600);
    expect(kept(cart)).toEqual([{ 'Buyer GSTIN': ONE, 'Buyer business': 'Haldi Example (invented)' }]);
    expect(cartPosts(cart).map(({ url, init }) => [url, init.method, init.keepalive])).toEqual([
      ['/hi/cart/update.js', 'POST', true],
    ]);
  });

  it.each([
    ['//evil.example/', '/'],
    ['https://evil.example/', '/'],
    [null, '/'],
    ['/en-in', '/en-in/'],
  ])('is asked on the shop’s own host, whatever the page says: %j', async (root, expected) => {
    (globalThis as { Shopify?: unknown }).Shopify = { routes: { root } };
    open(cart, CART);
    finish(numberField(cart), ONE);
    await settle();
    expect(cartPosts(cart).map(({ url }) => url)).toEqual([`${expected}cart/update.js`]);
  });

  it('has the last words, also where an answer takes long', async () => {
    const waiting: (() => void)[] = [];
    cart.answer = () => new Promise((resolve) => waiting.push(() => resolve({ ok: true, json: async () => ({}) })));
    open(cart, CART);
    finish(businessField(cart), 'A');
    finish(businessField(cart), 'B');
    finish(businessField(cart), 'C');
    expect(kept(cart)).toHaveLength(1);
    waiting[0]?.();
    await settle();
    expect(kept(cart).at(-1)).toEqual({ 'Buyer GSTIN': '', 'Buyer business': 'C' });
    expect(cartPosts(cart)).toHaveLength(2);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['refuses', () => Promise.resolve({ ok: false, status: 422 })],
    ['is away', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['hangs', () => new Promise(() => undefined)],
    [
      'has no fetch',
      () => {
        throw new Error('none');
      },
    ],
  ])('%s: nothing is said of it, and the next words are sent', async (_, fault) => {
    cart.answer = fault;
    open(cart, CART);
    finish(numberField(cart), ONE);
    await jest.advanceTimersByTimeAsync(6_000);
    expect(told(cart)).toContain('Maharashtra');
    cart.answer = () => ok();
    finish(businessField(cart), 'B');
    await settle();
    expect(kept(cart).at(-1)).toEqual({ 'Buyer GSTIN': ONE, 'Buyer business': 'B' });
  });
});
