import { describe, expect, it } from '@jest/globals';
import { atOrder, atProduct } from './admin-paths.ts';

describe('the page of a product', () => {
  it.each([
    ['gid://shopify/Product/1', { adminPath: '/products/1' }],
    ['gid://shopify/Product/9007199254740993', { adminPath: '/products/9007199254740993' }],
    ['gid://shopify/Product/1/../../settings', {}],
    ['1', {}],
    ['', {}],
  ])('%s: %j', (id, page) => {
    expect(atProduct(id)).toEqual(page);
  });
});

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
