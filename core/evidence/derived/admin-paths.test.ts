import { describe, expect, it } from '@jest/globals';
import { atProduct, atVariant } from './admin-paths.ts';

describe('pages of the Shopify admin', () => {
  it.each([
    ['gid://shopify/Product/1', { adminPath: '/products/1' }],
    ['gid://shopify/Product/9007199254740993', { adminPath: '/products/9007199254740993' }],
    ['gid://shopify/Product/1/../../settings', {}],
    ['1', {}],
    ['', {}],
  ])('%s: %j', (id, page) => {
    expect(atProduct(id)).toEqual(page);
  });

  it('names a variant under its product, and the product where the variant cannot be named', () => {
    const variant = 'gid://shopify/ProductVariant/11';
    expect(atVariant('gid://shopify/Product/1', variant)).toEqual({ adminPath: '/products/1/variants/11' });
    expect(atVariant('gid://shopify/Product/1', 'x')).toEqual({ adminPath: '/products/1' });
    expect(atVariant('x', variant)).toEqual({});
  });
});
