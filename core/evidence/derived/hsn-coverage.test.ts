import { describe, expect, it } from '@jest/globals';
import { AS_OF } from '../../../test/a-gstin.ts';
import { aCatalogue, aProduct, aTaxProfile, aVariant } from '../../../test/gst-factories.ts';
import { NO_CHANGES } from '../../gst/law.ts';
import type { Product } from '../catalogue.ts';
import type { TurnoverBand } from '../tax-profile.ts';
import { hsnCoverage, hsnLines } from './hsn-coverage.ts';

function evidenceOf(products: readonly Product[], turnover: TurnoverBand | null = 'to-1.5-crore') {
  return { catalogue: aCatalogue(products), taxProfile: aTaxProfile({ turnover }), law: NO_CHANGES };
}

const withCode = (hsnMetafield: string | null, hsnForIndia: string | null = null) =>
  aProduct({ variants: [aVariant({ hsnMetafield, hsnForIndia })] });

describe('HSN codes of what is sold', () => {
  it.each<[string | null, TurnoverBand | null, string | null]>([
    ['6211', 'to-5-crore', null],
    ['6211', 'to-10-crore', 'too-short'],
    ['6211', null, null], // the turnover is not stated
    ['621142', 'above-10-crore', null],
    ['62', 'to-1.5-crore', 'too-short'],
    ['902', 'to-1.5-crore', 'malformed'],
    ['7700', 'to-1.5-crore', 'no-such-chapter'],
    ['kurta', 'to-1.5-crore', 'malformed'],
    [null, 'to-1.5-crore', 'missing'],
  ])('%s at %s: %s', (code, turnover, problem) => {
    expect([...hsnLines(evidenceOf([withCode(code)], turnover), AS_OF)]).toMatchObject([{ code, problem }]);
  });

  it('holds what the portal lists, where its list was imported', () => {
    const law = { ...NO_CHANGES, hsnList: { importedOn: '2026-11-01', codes: ['62114290'] } };
    const problems = ['621142', '6204'].map(
      (code) => [...hsnLines({ ...evidenceOf([withCode(code)]), law }, AS_OF)][0]?.problem,
    );
    expect(problems).toEqual([null, 'not-on-list']);
  });

  it('leaves out what is not sold, and what is not taxed', () => {
    const untaxed = aProduct({ variants: [aVariant({ isTaxable: false, hsnForIndia: null })] });
    const products = [untaxed, { ...withCode(null), status: 'DRAFT' as const }];
    expect(hsnCoverage(evidenceOf(products), AS_OF)).toMatchObject({ variants: 0, missing: 0, open: [] });
  });

  it('counts, and names the first hundred that need work', () => {
    const products = [
      aProduct({ variants: [aVariant(), aVariant({ hsnForIndia: '902' })] }),
      ...Array.from({ length: 120 }, (_, n) => ({ ...withCode(null), id: `gid://shopify/Product/${n}` })),
    ];
    const coverage = hsnCoverage(evidenceOf(products), AS_OF);
    expect(coverage).toMatchObject({
      variants: 122,
      withCode: 2,
      missing: 120,
      wrong: 1,
      digitsNeeded: 4,
      listImportedOn: null,
      moreProducts: 0,
    });
    expect(coverage.open).toHaveLength(100);
    expect(coverage.open[0]).toEqual({
      productId: 'gid://shopify/Product/1',
      product: 'Block-print kurta',
      variant: 'M',
      code: '902',
      problem: 'malformed',
    });
  });
});
