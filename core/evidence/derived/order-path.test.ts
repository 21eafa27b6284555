import { describe, expect, it } from '@jest/globals';
import { atOrder } from './order-path.ts';

describe('the page of an order', () => {
  it.each([
    ['gid://shopify/Order/1001', { adminPath: '/orders/1001' }],
    ['gid://shopify/Order/9007199254740993', { adminPath: '/orders/9007199254740993' }],
    ['gid://shopify/Order/1/../../settings', {}],
    ['gid://shopify/Product/1', {}],
    ['1001', {}],
  ])('%s', (id, page) => {
    expect(atOrder({ id })).toEqual(page);
  });
});
