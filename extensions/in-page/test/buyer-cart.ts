import { afterEach, beforeEach, jest } from '@jest/globals';
import { runCartPage } from '../cart-page.ts';

interface Asked {
  readonly url: string;
  readonly init: RequestInit;
}

/** One buyer's page and the shop behind it. */
export interface BuyerCart {
  page: Document;
  asked: Asked[];
  /** What the shop answers; by default its cart, and an app that knows nothing. */
  answer: (url: string) => Promise<unknown>;
}

/** A page of its own for each test of a file, with a clock that stands; it needs a document (jsdom). */
export function buyerCart(): BuyerCart {
  const realFetch = globalThis.fetch;
  const cart: BuyerCart = { page: document, asked: [], answer: () => ok() };
  beforeEach(() => {
    jest.useFakeTimers();
    // What watches the last test's page sees nothing of this one.
    cart.page = document.implementation.createHTMLDocument('Cart');
    cart.asked = [];
    cart.answer = () => ok();
    globalThis.fetch = ((url: string, init: RequestInit) => {
      cart.asked.push({ url, init });
      return cart.answer(url);
    }) as unknown as typeof fetch;
  });
  afterEach(() => {
    jest.useRealTimers();
    globalThis.fetch = realFetch;
    delete (globalThis as { Shopify?: unknown }).Shopify;
  });
  return cart;
}

export const ok = (body: unknown = {}): Promise<unknown> => Promise.resolve({ ok: true, json: async () => body });
export const registry = (status: string): Promise<unknown> =>
  ok({ registry: { status, asOf: '2026-11-20T06:00:00.000Z' } });

export const formHtml = (inside = '', attributes = 'action="/cart" id="cart"'): string =>
  `<form method="post" ${attributes}>${inside}<div><button name="checkout">Check out</button></div></form>`;

/** Opens a page and runs the script. */
export function open({ page }: BuyerCart, html: string): void {
  page.body.innerHTML = html;
  runCartPage(page);
}

/** Draws a part of the page anew, as themes do with their cart. */
export async function redraw({ page }: BuyerCart, selector: string, html: string): Promise<void> {
  const part = page.querySelector(selector);
  if (part) part.innerHTML = html;
  await settle();
}

export const numberFields = ({ page }: BuyerCart): HTMLInputElement[] => [
  ...page.querySelectorAll<HTMLInputElement>('[name="attributes[Buyer GSTIN]"]'),
];
export const numberField = (cart: BuyerCart): HTMLInputElement =>
  numberFields(cart)[0] ?? cart.page.createElement('input');
export const businessField = ({ page }: BuyerCart): HTMLInputElement =>
  page.querySelector<HTMLInputElement>('[name="attributes[Buyer business]"]') ?? page.createElement('input');
export const told = ({ page }: BuyerCart): string => page.querySelector('[role="status"]')?.textContent ?? '';
/** What is said, and whether the field is marked as refused. */
export const verdictOf = (cart: BuyerCart): [string, boolean] => [
  told(cart),
  numberField(cart).getAttribute('aria-invalid') === 'true',
];

export function type(input: HTMLInputElement, text: string, inputType = 'insertText'): void {
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType }));
}

/** Types and leaves the field. */
export function finish(input: HTMLInputElement, text: string): void {
  type(input, text);
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

export const settle = () => jest.advanceTimersByTimeAsync(100);

/** What the cart was told. */
export const cartPosts = ({ asked }: BuyerCart): readonly Asked[] =>
  asked.filter(({ url }) => url.endsWith('cart/update.js'));

/** The attributes in it, one after the other. */
export const kept = (cart: BuyerCart): unknown[] =>
  cartPosts(cart).map(({ init }) => (JSON.parse(init.body as string) as { attributes: unknown }).attributes);
