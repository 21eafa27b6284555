import { describe, expect, it } from '@jest/globals';
import { orderPath } from './order-path.ts';

describe('orderPath', () => {
  it.each([
    ['gid://shopify/Order/1001', '/orders/1001'],
    ['gid://shopify/Order/9007199254740993', '/orders/9007199254740993'],
    ['gid://shopify/Order/1/../../settings', undefined],
    ['gid://shopify/Product/1', undefined],
    ['1001', undefined],
  ])('%s: %s', (id, path) => {
    expect(orderPath({ id })).toBe(path);
  });
});
