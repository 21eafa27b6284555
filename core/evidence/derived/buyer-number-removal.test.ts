import { describe, expect, it } from '@jest/globals';
import { aGstin, aSnapshot } from '../../../test/factories.ts';
import { anOrder, anOrderBook } from '../../../test/gst-factories.ts';
import { ordersWithBuyerNumbers, withoutBuyerNumbers } from './buyer-number-removal.ts';

const idOf = (number: number) => `gid://shopify/Order/${number}`;
const typed = (text: string) => [{ place: 'cart-attribute' as const, text }];
const { evidence } = aSnapshot({
  orders: anOrderBook([
    anOrder({ id: idOf(1), buyerGstins: typed(aGstin()) }),
    anOrder({ id: idOf(2), buyerGstins: typed('Meera Invented') }),
    anOrder({ id: idOf(3) }),
  ]),
  companyBuyers: [
    { orderId: idOf(3), text: aGstin() },
    { orderId: idOf(4), text: aGstin() },
  ],
});

describe('removal of buyers’ numbers', () => {
  it.each([
    ['typed by the buyer', [1], [1]],
    ['that is some other text', [2], [2]],
    ['of a company, its order beyond the book', [4], [4]],
    ['in both places', [1, 3], [1, 3]],
    ['nowhere', [9], []],
    ['when nothing is asked for', [], []],
  ])('finds a number %s', (_where, asked, held) => {
    expect(ordersWithBuyerNumbers(evidence, new Set(asked.map(idOf)))).toEqual(held.map(idOf));
  });

  it('leaves all else as it was', () => {
    const left = withoutBuyerNumbers(evidence, new Set([idOf(1), idOf(3)]));
    const [first, second, third] = evidence.orders?.status === 'collected' ? evidence.orders.value.orders : [];
    expect(left).toEqual({
      ...evidence,
      orders: { ...evidence.orders, value: anOrderBook([{ ...first!, buyerGstins: [] }, second!, third!]) },
      companyBuyers: { ...evidence.companyBuyers, value: [{ orderId: idOf(4), text: aGstin() }] },
    });
  });

  it('keeps evidence that could not be had, and evidence without such numbers', () => {
    const denied = { status: 'unavailable', reason: 'not-permitted', collectedAt: '2026-11-22T06:30:00.000Z' } as const;
    const without = { ...evidence, orders: denied };
    expect(withoutBuyerNumbers(without, new Set([idOf(4)])).orders).toBe(denied);
    expect(withoutBuyerNumbers(without, new Set([idOf(1)]))).toBe(without);
    expect(withoutBuyerNumbers({}, new Set([idOf(1)]))).toEqual({});
  });
});
