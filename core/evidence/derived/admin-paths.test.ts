import { describe, expect, it } from '@jest/globals';
import { atProduct } from './admin-paths.ts';

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
