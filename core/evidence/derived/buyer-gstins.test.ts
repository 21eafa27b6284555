import { describe, expect, it } from '@jest/globals';
import { aGstin } from '../../../test/factories.ts';
import { anOrder } from '../../../test/gst-factories.ts';
import { buyerNumbersOf, companyTextsByOrder, recipientAmong } from './buyer-gstins.ts';

describe('the GSTINs of a buyer', () => {
  it('reads all four places, what the shop keeps first', () => {
    const order = anOrder({
      buyerGstins: [
        { place: 'cart-attribute', text: aGstin({ state: '27' }) },
        { place: 'checkout-field', text: aGstin({ state: '29' }) },
        { place: 'order-metafield', text: aGstin({ state: '33' }) },
      ],
    });
    const numbers = buyerNumbersOf(order, [aGstin({ state: '24' })]);
    expect(numbers.map(({ place }) => place)).toEqual([
      'order-metafield',
      'company',
      'checkout-field',
      'cart-attribute',
    ]);
    expect(recipientAmong(numbers)?.stateCode).toBe('33');
  });

  it.each([['NA'], ['URP'], ['-'], ['  '], ['no'], ['नहीं']])('%j says that there is none', (text) => {
    expect(buyerNumbersOf(anOrder({ buyerGstins: [{ place: 'cart-attribute', text }] }))).toEqual([]);
  });

  it('passes over a number that no buyer can hold', () => {
    const texts = ['27AAPFU0939F1ZO', '9917SGP29001OST', aGstin()];
    const numbers = buyerNumbersOf(anOrder(), texts);
    expect(numbers).toHaveLength(3);
    expect(recipientAmong(numbers)?.gstin).toBe(aGstin());
    expect(recipientAmong(numbers.slice(0, 2))).toBeNull();
  });

  it('gathers the texts of companies by order', () => {
    const byOrder = companyTextsByOrder([
      { orderId: 'a', text: '1' },
      { orderId: 'b', text: '2' },
      { orderId: 'a', text: '3' },
    ]);
    expect([...byOrder]).toEqual([
      ['a', ['1', '3']],
      ['b', ['2']],
    ]);
    expect(companyTextsByOrder().size).toBe(0);
  });
});
