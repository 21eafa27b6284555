import { describe, expect, it } from '@jest/globals';

import { cleanShop } from '../shops/clean-shop.ts';
import { ordersOf } from '../shops/commerce/orders.ts';
import { orderFilter } from './search-query.ts';

const [order] = ordersOf(
  cleanShop({ handle: 'invented', name: 'Invented', id: 7 }),
  Date.parse('2026-11-22T06:30:00Z'),
);
const anOrder = (placedAt: string, isTest = false) => {
  if (!order) throw new Error('The shop has no orders.');
  return { ...order, id: 77, customerId: 88, placedAt, isTest };
};
const NOON = anOrder('2026-11-10T12:00:00Z');

describe('a search over orders', () => {
  it.each([
    [null, true],
    ['', true],
    ["created_at:>='2026-11-10T12:00:00Z'", true],
    ["created_at:>'2026-11-10T12:00:00Z'", false],
    ['created_at:>=2026-11-10T12:00:00Z', true],
    ['created_at:>="2026-11-10T12:00:01Z"', false],
    ["created_at:<='2026-11-10T17:30:00+05:30'", true],
    ["created_at:<'2026-11-10T12:00:00.001Z'", true],
    ['created_at:2026-11-10T12:00:00Z', true],
    ["created_at:>='2026-11-01' AND created_at:<'2026-11-10'", false],
    ["created_at:>='2026-11-01' created_at:<'2026-11-11' test:false", true],
    ['test:true', false],
    ['status:any', true],
    ['id:77 customer_id:88', true],
    ['id:77 AND customer_id:8', false],
    ['id:7', false],
  ])('%s: %s', (query, fits) => {
    expect(orderFilter(query)(NOON)).toBe(fits);
  });

  it('tells test orders', () => {
    expect(orderFilter('test:true')(anOrder('2026-11-10T12:00:00Z', true))).toBe(true);
    expect(orderFilter('test:false')(anOrder('2026-11-10T12:00:00Z', true))).toBe(false);
  });

  it.each(['tag:sale', 'status:open', 'created_at:yesterday', 'just words', 'test:false OR test:true', '(test:false)'])(
    'refuses what it cannot read: %s',
    (query) => {
      expect(() => orderFilter(query)).toThrow(/sandbox/);
    },
  );
});
