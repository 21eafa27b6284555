import { describe, expect, it } from '@jest/globals';
import { aProduct, aVariant } from '../../../test/gst-factories.ts';
import { hsnCodeOf, isOnSale, variantName } from './hsn-code.ts';

const nothing = { hsnMetafield: null, hsnForIndia: null, hsnForAll: null };

describe('the HSN code of a variant', () => {
  it.each([
    ['its own metafield first', { hsnMetafield: '6211', hsnForIndia: '62114290' }, '6206', '6211'],
    ['the metafield of the product', { hsnForIndia: '62114290' }, '6206', '6206'],
    ['the code for India', { hsnForIndia: '62114290', hsnForAll: '621142' }, null, '62114290'],
    ['the code for all countries', { hsnForAll: '621142' }, null, '621142'],
    ['blanks are no code', { hsnMetafield: '  ', hsnForIndia: '', hsnForAll: ' 621142 ' }, ' ', '621142'],
    ['none', {}, null, null],
  ])('%s', (_, codes, hsnMetafield, code) => {
    expect(hsnCodeOf(aProduct({ hsnMetafield }), aVariant({ ...nothing, ...codes }))).toBe(code);
  });

  it.each([
    ['ACTIVE', true],
    ['UNLISTED', true],
    ['DRAFT', false],
    ['ARCHIVED', false],
  ] as const)('a product that is %s is on sale: %s', (status, expected) => {
    expect(isOnSale(aProduct({ status }))).toBe(expected);
  });

  it('names a variant only where it has a name of its own', () => {
    expect(variantName(aVariant({ title: 'Default Title' }))).toBeNull();
    expect(variantName(aVariant({ title: 'M' }))).toBe('M');
  });
});
