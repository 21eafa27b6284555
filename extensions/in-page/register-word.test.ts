/** @jest-environment-options {"customExportConditions": ["node", "node-addons"]} */
import { describe, expect, it, jest } from '@jest/globals';
import { aGstin } from '../../test/a-gstin.ts';
import { blockHtml } from '../../test/theme-page.ts';
import {
  businessField,
  buyerCart,
  finish,
  formHtml,
  numberField,
  ok,
  open,
  registry,
  settle,
  told,
  type,
} from './test/buyer-cart.ts';

const ONE = aGstin();
const TWO = aGstin({ state: '29', pan: 'AAACE9876B' });
const CART = formHtml() + blockHtml('buyer-gstin');
const cart = buyerCart();

describe('what the register told', () => {
  const proxied = () => cart.asked.filter(({ url }) => url.includes('apps/prahari'));

  it('is asked once for a number that could exist, in the body and never in the address', async () => {
    open(cart, CART);
    type(numberField(cart), ONE.slice(0, 14));
    finish(numberField(cart), ONE);
    finish(numberField(cart), ONE);
    await settle();
    expect(proxied().map(({ url, init }) => [url, init.method, init.body])).toEqual([
      ['/apps/prahari/gstin', 'POST', `gstin=${ONE}`],
    ]);
  });

  it('is told kindly, and the field is not refused', async () => {
    cart.answer = (url) => (url.includes('prahari') ? registry('cancelled') : ok());
    open(cart, CART);
    finish(numberField(cart), ONE);
    await settle();
    expect(told(cart)).toMatch(/Maharashtra.*cancelled, as of 20 Nov 2026/);
    expect(numberField(cart).hasAttribute('aria-invalid')).toBe(false);
    const before = told(cart);
    type(businessField(cart), 'H');
    expect(told(cart)).toBe(before);
    finish(numberField(cart), TWO.slice(1));
    expect(told(cart)).not.toContain('cancelled');
  });

  it('is not said of another number that was typed meanwhile', async () => {
    let come = (): void => undefined;
    cart.answer = (url) =>
      url.includes('prahari') ? new Promise((resolve) => (come = () => resolve(registry('cancelled')))) : ok();
    open(cart, CART);
    finish(numberField(cart), ONE);
    const first = come;
    finish(numberField(cart), TWO);
    first();
    await settle();
    expect(told(cart)).not.toContain('cancelled');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['busy', () => Promise.resolve({ ok: false, status: 429 })],
    ['away', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a page', () => Promise.resolve({ ok: true, json: () => Promise.reject(new SyntaxError('<')) })],
    ['null', () => ok(null)],
    ['a list', () => ok([])],
    ['an unknown status', () => registry('<b>bad</b>')],
    ['no day', () => ok({ registry: { status: 'cancelled', asOf: 'soon' } })],
    ['no day of the calendar', () => ok({ registry: { status: 'cancelled', asOf: '2026-99-99T00:00:00Z' } })],
    ['a prototype', () => ok({ registry: { status: 'constructor', asOf: '2026-11-20T06:00:00.000Z' } })],
    ['silence', () => new Promise(() => undefined)],
  ])('%s: nothing is said', async (_, fault) => {
    cart.answer = (url) => (url.includes('prahari') ? fault() : ok());
    open(cart, CART);
    finish(numberField(cart), ONE);
    const before = told(cart);
    await jest.advanceTimersByTimeAsync(4_000);
    expect(told(cart)).toBe(before);
  });
});
