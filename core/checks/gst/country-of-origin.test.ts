import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aCatalogue, aProduct, aVariant } from '../../../test/gst-factories.ts';
import type { Product } from '../../evidence/catalogue.ts';
import { countryOfOrigin } from './country-of-origin.ts';

const unknown = { originCountryCode: null };
const assessed = (...products: Product[]) => assess(countryOfOrigin, { catalogue: aCatalogue(products) });

describe('gst/country-of-origin', () => {
  it.each([
    ['each variant has one', aProduct(), 'pass', undefined],
    ['from abroad', aProduct({ variants: [aVariant({ originCountryCode: 'BD' })] }), 'pass', undefined],
    ['none has one', aProduct({ variants: [aVariant(unknown)] }), 'fail', 'product'],
    ['one has none', aProduct({ variants: [aVariant(), aVariant(unknown)] }), 'fail', 'variants'],
    ['not taxed, but sold', aProduct({ variants: [aVariant({ ...unknown, isTaxable: false })] }), 'fail', 'product'],
    ['unlisted', aProduct({ status: 'UNLISTED', variants: [aVariant(unknown)] }), 'fail', 'product'],
    ['archived', aProduct({ status: 'ARCHIVED', variants: [aVariant(unknown)] }), 'notApplicable', undefined],
  ])('%s: %s', (_, product, outcome, messageId) => {
    const result = assessed(product);
    expect([result.outcome, result.findings[0]?.messageId]).toEqual([outcome, messageId]);
  });

  it('leads to the product', () => {
    expect(assessed(aProduct({ variants: [aVariant(unknown)] })).findings).toMatchObject([
      { subject: 'gid://shopify/Product/1', severity: 'low', adminPath: '/products/1' },
    ]);
  });

  it('counts what is beyond the first hundred', () => {
    const products = Array.from({ length: 101 }, (_, n) =>
      aProduct({ id: `gid://shopify/Product/${n}`, variants: [aVariant(unknown)] }),
    );
    const { findings } = assessed(...products);
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)).toMatchObject({ messageId: 'more', data: { count: 1 } });
  });

  it('passes nobody by a part of the catalogue', () => {
    expect(assess(countryOfOrigin, { catalogue: aCatalogue([aProduct()], { moreProducts: 7 }) }).outcome).toBe(
      'notAssessed',
    );
  });
});
