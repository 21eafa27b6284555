import { describe, expect, it } from '@jest/globals';
import { aProduct, aVariant } from '../../../test/gst-factories.ts';
import { aboutProduct, nameOf, namesOf } from './product-findings.ts';

const sized = (...titles: string[]) => titles.map((title) => aVariant({ title }));

describe('what a finding says of a product', () => {
  it.each([
    [sized('S', 'M'), 'S, M'],
    [sized('1', '2', '3', '4', '5'), '1, 2, 3, 4, 5'],
    [sized('1', '2', '3', '4', '5', '6', '7'), '1, 2, 3, 4, 5 +2'],
    [sized('Default Title'), null],
    [sized('x'.repeat(70)), 'x'.repeat(60)],
    [[], null],
  ])('names its variants, at most five: %#', (variants, names) => {
    expect(namesOf(variants)).toBe(names);
  });

  it('cuts a long title, and leads to its page', () => {
    expect(nameOf(aProduct({ title: 'k'.repeat(200) }))).toHaveLength(60);
    expect(aboutProduct(aProduct())).toEqual({ subject: 'gid://shopify/Product/1', adminPath: '/products/1' });
  });
});
