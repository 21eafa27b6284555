import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aCatalogue, aProduct, aVariant } from '../../../test/gst-factories.ts';
import type { Product } from '../../evidence/catalogue.ts';
import { hsnCoverage } from './hsn-coverage.ts';

const bare = { hsnMetafield: null, hsnForIndia: null, hsnForAll: null };
const assessed = (...products: Product[]) => assess(hsnCoverage, { catalogue: aCatalogue(products) });

describe('gst/hsn-coverage', () => {
  it('names product and variants, with the page of the product', () => {
    const variants = [aVariant(), aVariant({ ...bare, title: 'L' }), aVariant({ ...bare, title: 'XL' })];
    expect(assessed(aProduct({ variants }))).toMatchObject({
      outcome: 'fail',
      findings: [
        {
          subject: 'gid://shopify/Product/1',
          messageId: 'variants',
          data: { product: 'Block-print kurta', variants: 'L, XL' },
          adminPath: '/products/1',
        },
      ],
    });
  });

  it('names the product alone where all its variants lack one', () => {
    const variants = [aVariant({ ...bare, title: 'S' }), aVariant({ ...bare, title: 'M' })];
    expect(assessed(aProduct({ variants })).findings).toMatchObject([{ messageId: 'product' }]);
    const only = aProduct({ variants: [aVariant({ ...bare, title: 'Default Title' })] });
    expect(assessed(only).findings).toMatchObject([{ messageId: 'product' }]);
  });

  it.each([
    ['a code in our field on the product', aProduct({ hsnMetafield: '6211', variants: [aVariant(bare)] }), 'pass'],
    ['a code with a mistake: another check says so', aProduct({ variants: [aVariant({ hsnForIndia: '1' })] }), 'pass'],
    ['a draft', aProduct({ status: 'DRAFT', variants: [aVariant(bare)] }), 'notApplicable'],
    ['not taxed', aProduct({ variants: [aVariant({ ...bare, isTaxable: false })] }), 'notApplicable'],
  ])('%s', (_, product, outcome) => {
    expect(assessed(product).outcome).toBe(outcome);
  });

  it('counts what is beyond the first hundred', () => {
    const products = Array.from({ length: 103 }, (_, n) =>
      aProduct({ id: `gid://shopify/Product/${n}`, variants: [aVariant(bare)] }),
    );
    const { findings } = assessed(...products);
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)).toMatchObject({ subject: 'more', messageId: 'more', data: { count: 3 } });
    expect(assessed(...products.slice(0, 100)).findings).toHaveLength(100);
  });

  it('passes nobody by a part of the catalogue', () => {
    const catalogue = aCatalogue([aProduct()], { moreProducts: 1 });
    expect(assess(hsnCoverage, { catalogue })).toMatchObject({
      outcome: 'notAssessed',
      notAssessed: [{ kind: 'catalogue', reason: 'too-little' }],
    });
  });

  it('has nothing to judge in an empty shop', () => {
    expect(assessed().outcome).toBe('notApplicable');
  });
});
