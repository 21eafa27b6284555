/** @jest-environment-options {"customExportConditions": ["node", "node-addons"]} */
import { describe, expect, it, jest } from '@jest/globals';
import { aGstin } from '../../test/a-gstin.ts';
import { blockHtml } from '../../test/theme-page.ts';
import {
  buyerCart,
  finish,
  formHtml,
  kept,
  numberField,
  numberFields,
  open,
  redraw,
  settle,
  told,
} from './test/buyer-cart.ts';

const ONE = aGstin();
const TWO = aGstin({ state: '29', pan: 'AAACE9876B' });
const cart = buyerCart();

describe('the form of the cart', () => {
  const sent = () => {
    const found = cart.page.querySelector<HTMLFormElement>('form[method="post"]');
    return found ? new FormData(found).getAll('attributes[Buyer GSTIN]') : [];
  };

  it.each([
    ['with the id, the block outside', () => formHtml() + blockHtml('buyer-gstin')],
    ['with another id', () => formHtml('', 'action="/cart" id="main"') + blockHtml('buyer-gstin')],
    ['without an id', () => formHtml('', 'action="/cart"') + blockHtml('buyer-gstin')],
    ['without an id, the block inside', () => formHtml(blockHtml('buyer-gstin'), 'action="/hi/cart"')],
    ['behind the block', () => blockHtml('buyer-gstin') + formHtml('', 'action="/cart?x=1"')],
    [
      'beside another one',
      () => `<form action="/cart/add" id="cart2"></form>${blockHtml('buyer-gstin')}${formHtml('', 'action="/cart/"')}`,
    ],
  ])('%s sends the number', (_, html) => {
    open(cart, html());
    finish(numberField(cart), ONE);
    expect(sent()).toEqual([ONE]);
  });

  it('may be missing: the cart is told all the same', async () => {
    open(cart, blockHtml('buyer-gstin'));
    finish(numberField(cart), ONE);
    await settle();
    expect(kept(cart)).toEqual([{ 'Buyer GSTIN': ONE, 'Buyer business': '' }]);
  });

  it('gets the fields of the embed above its button, once each', () => {
    open(cart, `${formHtml()}${formHtml('', 'action="/cart" class="drawer"')}${blockHtml('buyer-gstin-embed')}`);
    expect(numberFields(cart).map((input) => input.form?.className)).toEqual(['', 'drawer']);
    const ids = [...cart.page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const input of numberFields(cart)) {
      expect(input.labels).toHaveLength(1);
      for (const id of (input.getAttribute('aria-describedby') ?? '').split(' ')) expect(ids).toContain(id);
      const button = input.form?.querySelector('button') ?? cart.page.body;
      expect(input.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    }
  });

  it('gets none of the embed where the block stands', () => {
    open(cart, formHtml() + blockHtml('buyer-gstin') + blockHtml('buyer-gstin-embed'));
    expect(numberFields(cart)).toHaveLength(1);
  });

  it('has the same words in each place', () => {
    open(cart, `${formHtml()}${formHtml('', 'action="/cart" class="drawer"')}${blockHtml('buyer-gstin-embed')}`);
    finish(numberField(cart), ONE);
    expect(numberFields(cart).map(({ value }) => value)).toEqual([ONE, ONE]);
  });
});

describe('a cart that is drawn anew', () => {
  it('finds what was typed, also where the shop’s answer is older', async () => {
    open(cart, `<div id="section">${formHtml()}${blockHtml('buyer-gstin')}</div>`);
    finish(numberField(cart), ONE);
    const before = numberField(cart);
    await redraw(cart, '#section', formHtml() + blockHtml('buyer-gstin'));
    expect(numberField(cart)).not.toBe(before);
    expect([numberField(cart).value, told(cart)]).toEqual([ONE, expect.stringContaining('Maharashtra')]);
    finish(numberField(cart), TWO);
    expect(told(cart)).toContain('Karnataka');
  });

  it('keeps what the cart holds where nothing was typed', async () => {
    open(cart, '<div id="section"></div>');
    await redraw(cart, '#section', formHtml() + blockHtml('buyer-gstin', { attributes: { 'Buyer GSTIN': TWO } }));
    expect([numberField(cart).value, told(cart)]).toEqual([TWO, expect.stringContaining('Karnataka')]);
    expect(cart.asked).toEqual([]);
  });

  it('gets the fields of the embed again', async () => {
    open(cart, `<div id="drawer">${formHtml()}</div>${blockHtml('buyer-gstin-embed')}`);
    finish(numberField(cart), ONE);
    await redraw(cart, '#drawer', formHtml());
    expect(numberFields(cart).map(({ value }) => value)).toEqual([ONE]);
  });

  it('is found on a page that never rests', async () => {
    open(cart, '<div id="section"></div><p id="clock"></p>');
    await redraw(cart, '#section', formHtml('', 'action="/cart"') + blockHtml('buyer-gstin'));
    for (let tick = 0; tick < 10; tick += 1) {
      const clock = cart.page.querySelector('#clock');
      if (clock) clock.textContent = String(tick);
      await jest.advanceTimersByTimeAsync(20);
    }
    expect(numberField(cart).form).not.toBeNull();
  });

  it('has its form back where the theme took it away', async () => {
    open(cart, `<div id="section">${formHtml('', 'action="/cart"')}</div>${blockHtml('buyer-gstin')}`);
    await redraw(cart, '#section', formHtml('', 'action="/cart" class="new"'));
    expect(numberField(cart).form?.className).toBe('new');
  });
});
