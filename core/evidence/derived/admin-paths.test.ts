import { describe, expect, it } from '@jest/globals';
import { productPath, variantPath } from './admin-paths.ts';

describe('pages of the Shopify admin', () => {
  it.each([
    ['gid://shopify/Product/1', '/products/1'],
    ['gid://shopify/Product/9007199254740993', '/products/9007199254740993'],
    ['gid://shopify/Product/1/../../settings', undefined],
    ['1', undefined],
    ['', undefined],
  ])('%s: %s', (id, path) => {
    expect(productPath(id)).toBe(path);
  });

  it('names a variant under its product', () => {
    const variant = 'gid://shopify/ProductVariant/11';
    expect(variantPath('gid://shopify/Product/1', variant)).toBe('/products/1/variants/11');
    expect(variantPath('gid://shopify/Product/1', 'x')).toBeUndefined();
    expect(variantPath('x', variant)).toBeUndefined();
  });
});
