import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aCatalogue, aProduct, aTaxProfile, aVariant } from '../../../test/gst-factories.ts';
import { NO_CHANGES } from '../../gst/law.ts';
import type { TurnoverBand } from '../../evidence/tax-profile.ts';
import { hsnForm } from './hsn-form.ts';

const coded = (hsnMetafield: string | null, n = 1) =>
  aProduct({
    id: `gid://shopify/Product/${n}`,
    variants: [aVariant({ hsnMetafield, hsnForIndia: null, title: 'Default Title' })],
  });
const assessed = (code: string | null, turnover: TurnoverBand | null = 'to-1.5-crore') =>
  assess(hsnForm, { catalogue: aCatalogue([coded(code)]), taxProfile: aTaxProfile({ turnover }) });

describe('gst/hsn-form', () => {
  it.each([
    ['62114290', 'above-10-crore', undefined],
    ['6211', 'to-5-crore', undefined],
    ['6211', 'to-10-crore', 'tooShort'], // above Rs 5 crore
    ['621142', 'to-10-crore', undefined],
    ['902', 'to-5-crore', 'lostZero'],
    ['90230', 'to-5-crore', 'lostZero'],
    ['9023020', 'to-5-crore', 'lostZero'],
    ['kurta', 'to-5-crore', 'malformed'],
    ['62.11', 'to-5-crore', undefined],
    ['7710', 'to-5-crore', 'noSuchChapter'],
    ['62', 'to-5-crore', 'tooShort'],
  ] as const)('%s at %s: %s', (code, turnover, messageId) => {
    const { outcome, findings } = assessed(code, turnover);
    expect(findings[0]?.messageId).toBe(messageId);
    expect(outcome).toBe(messageId === undefined ? 'pass' : 'fail');
  });

  it('offers the lost zero and applies nothing', () => {
    expect(assessed('902').findings).toMatchObject([
      {
        subject: 'gid://shopify/Product/1 902',
        data: { product: 'Block-print kurta', code: '902', suggestion: '0902' },
        adminPath: '/products/1',
      },
    ]);
  });

  it('holds codes against the list of the portal, with its day', () => {
    const law = { ...NO_CHANGES, hsnList: { importedOn: '2026-11-01', codes: ['09023020'] } };
    const catalogue = aCatalogue([coded('0902', 1), coded('6211', 2)]);
    expect(assess(hsnForm, { catalogue, law }).findings).toMatchObject([
      { subject: 'gid://shopify/Product/2 6211', messageId: 'notOnList', data: { listDay: '2026-11-01' } },
    ]);
  });

  it('is not assessed where four digits may be too few', () => {
    expect(assessed('6211', null)).toMatchObject({
      outcome: 'notAssessed',
      notAssessed: [{ kind: 'taxProfile', reason: 'not-stated' }],
    });
    expect(assessed('621142', null).outcome).toBe('pass');
  });

  it.each([
    ['no code at all: another check says so', [coded(null)], 0, 'notApplicable'],
    ['products beyond those read', [coded('6211')], 1, 'notAssessed'],
    ['an empty shop', [], 0, 'notApplicable'],
  ])('%s', (_, products, moreProducts, outcome) => {
    expect(assess(hsnForm, { catalogue: aCatalogue(products, { moreProducts }) }).outcome).toBe(outcome);
  });

  it('is one finding for a code on many variants, and counts beyond a hundred products', () => {
    const wrong = aVariant({ hsnForIndia: '902' });
    const catalogue = aCatalogue([aProduct({ variants: [wrong, wrong, wrong] })]);
    expect(assess(hsnForm, { catalogue }).findings).toHaveLength(1);
    const many = aCatalogue(Array.from({ length: 102 }, (_, n) => coded('902', n)));
    const { findings } = assess(hsnForm, { catalogue: many });
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)).toMatchObject({ subject: 'more', data: { count: 2 } });
  });
});
