import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aLine, anOrder, anOrderBook, aShippingLine, aTax } from '../../../test/gst-factories.ts';
import type { Order, OrderTax } from '../../evidence/orders.ts';
import { shippingTax } from './shipping-tax.ts';

const order = (taxes: readonly OrderTax[], over: Partial<Order> = {}) =>
  anOrder({ shipping: [aShippingLine({ taxes })], ...over });
const judge = (...orders: Order[]) => assess(shippingTax, { orders: anOrderBook(orders) });
const at18 = [aTax('CGST', 9, 801), aTax('SGST', 9, 801)];
const at5 = [aTax('CGST', 2.5, 250), aTax('SGST', 2.5, 250)];

describe('gst/shipping-tax', () => {
  it('points out shipping without tax, with what is missing', () => {
    expect(judge(order([]), order([], { name: '#1002', id: 'gid://shopify/Order/2' }))).toMatchObject({
      outcome: 'pass', // the rule is not confirmed
      findings: [
        {
          subject: 'untaxed',
          severity: 'info',
          data: { count: 2, last: '#1002', goods: '5' },
          atStakePaise: 1_000,
          adminPath: null,
        },
      ],
    });
  });

  it('points out a rate that none of the goods has', () => {
    expect(judge(order(at18)).findings).toMatchObject([
      { messageId: 'otherRate', data: { rate: '18', goods: '5' }, atStakePaise: 0, adminPath: '/orders/1001' },
    ]);
  });

  it.each([
    ['the rate of the goods', order(at5)],
    ['the rate of some of the goods', order(at18, { lines: [aLine(), aLine({ taxes: at18 })] })],
    ['goods without tax', order([], { lines: [aLine({ taxes: [] })] })],
    ['free shipping', anOrder({ shipping: [aShippingLine({ amountPaise: 0, taxes: [] })] })],
    ['a cancelled order', order([], { isCancelled: true })],
  ])('says nothing of %s', (_, one) => {
    expect(judge(one, order(at5)).findings).toEqual([]);
  });

  it('does not apply where shipping costs nothing', () => {
    expect(judge(anOrder()).outcome).toBe('notApplicable');
  });
});
