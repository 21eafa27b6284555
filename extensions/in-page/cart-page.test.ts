/** @jest-environment-options {"customExportConditions": ["node", "node-addons"]} */
import { describe, expect, it } from '@jest/globals';
import { aGstin } from '../../test/a-gstin.ts';
import { blockHtml } from '../../test/theme-page.ts';
import {
  businessField,
  buyerCart,
  finish,
  formHtml,
  kept,
  numberField,
  open,
  settle,
  told,
  type,
  verdictOf,
} from './test/buyer-cart.ts';

const ONE = aGstin();
const TWO = aGstin({ state: '29', pan: 'AAACE9876B' });
const CART = formHtml() + blockHtml('buyer-gstin');
const cart = buyerCart();

describe('a number as it is typed', () => {
  it('is not called wrong before it is whole', () => {
    open(cart, CART);
    for (let length = 1; length < 15; length += 1) {
      type(numberField(cart), ONE.slice(0, length));
      expect(verdictOf(cart)).toEqual(['', false]);
    }
    type(numberField(cart), ONE);
    expect(told(cart)).toContain('Maharashtra');
  });

  it('is judged when the field is left, and set right again while it is mended', () => {
    open(cart, CART);
    finish(numberField(cart), ONE.slice(0, 14));
    expect(verdictOf(cart)).toEqual([expect.stringContaining('has 14'), true]);
    type(numberField(cart), ONE.slice(0, 13));
    expect(verdictOf(cart)).toEqual(['', false]);
    finish(numberField(cart), '');
    expect(verdictOf(cart)).toEqual(['', false]);
  });

  it('stays judged while the name of the business is typed', () => {
    open(cart, CART);
    finish(numberField(cart), ONE.slice(0, 14));
    type(businessField(cart), 'H');
    expect(verdictOf(cart)).toEqual([expect.stringContaining('has 14'), true]);
  });

  it('is taken out of what was pasted', () => {
    open(cart, CART);
    type(numberField(cart), `GSTIN: ${ONE} (Pune)`, 'insertFromPaste');
    expect(numberField(cart).value).toBe(ONE);
    expect(told(cart)).toContain(`Taken from your text: ${ONE}`);
  });

  it('is not chosen among two', () => {
    open(cart, CART);
    finish(numberField(cart), `${ONE}, ${TWO}`);
    expect(numberField(cart).value).toBe(`${ONE}, ${TWO}`);
    expect(verdictOf(cart)).toEqual([expect.stringContaining('more than one'), true]);
  });

  it('is told of in the theme’s language', () => {
    open(cart, formHtml() + blockHtml('buyer-gstin', { language: 'hi' }));
    finish(numberField(cart), ONE);
    expect(told(cart)).toContain('महाराष्ट्र');
  });

  it.each(['x'.repeat(2_000), `${'A'.repeat(1_000)}27`, '\u0000\u202e27', '<img src=x onerror=alert(1)>27'])(
    'may be %.20j',
    (text) => {
      open(cart, CART);
      finish(numberField(cart), text);
      expect(cart.page.querySelector('[role="status"] *')).toBeNull();
      expect(cart.page.querySelector('form')?.checkValidity()).toBe(true);
    },
  );

  it('stands against the State of the shipping estimator, and follows it', () => {
    const estimator = '<select name="address[province]"><option>Maharashtra</option><option>Kerala</option></select>';
    open(cart, formHtml() + blockHtml('buyer-gstin') + estimator);
    finish(numberField(cart), ONE);
    expect(told(cart)).toContain('same State');
    const select = cart.page.querySelector('select') ?? cart.page.createElement('select');
    select.selectedIndex = 1;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(told(cart)).toContain('the goods go to Kerala');
  });
});

describe('the keyboard', () => {
  it('judges and keeps on Enter, and presses none of the theme’s buttons', async () => {
    open(cart, CART);
    let submitted = 0;
    cart.page.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted += 1;
    });
    type(numberField(cart), ONE);
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    numberField(cart).dispatchEvent(enter);
    await settle();
    expect([enter.defaultPrevented, submitted]).toEqual([true, 0]);
    expect(kept(cart)).toHaveLength(1);
  });

  it.each(['Tab', 'Escape', 'a'])('leaves %s alone', (key) => {
    open(cart, CART);
    const pressed = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    numberField(cart).dispatchEvent(pressed);
    expect(pressed.defaultPrevented).toBe(false);
  });
});
