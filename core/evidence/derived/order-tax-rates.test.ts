import { describe, expect, it } from '@jest/globals';
import { aTax } from '../../../test/gst-factories.ts';
import type { OrderTax } from '../orders.ts';
import { lineRate } from './order-tax-rates.ts';
import { headOfTitle } from './order-tax-titles.ts';

const rateOf = (taxes: readonly OrderTax[], amountPaise = 118_000, taxesIncluded = true) =>
  lineRate({ amountPaise, taxes }, { taxesIncluded }, headOfTitle);

describe('the rate of a line', () => {
  it.each([
    ['both halves', [aTax('CGST', 9, 9_000), aTax('SGST', 9, 9_000)], 180_000],
    ['with UTGST', [aTax('CGST', 9, 9_000), aTax('UTGST', 9, 9_000)], 180_000],
    ['IGST', [aTax('IGST', 18, 18_000)], 180_000],
    ['one title for both halves', [aTax('CGST+SGST', 18, 18_000)], 180_000],
    ['no head at all', [aTax('GST 18%', 18, 18_000)], 180_000],
    ['halves that differ', [aTax('CGST', 9, 9_000), aTax('SGST', 6, 6_000)], 150_000],
    ['cess beside it', [aTax('IGST', 18, 18_000), aTax('Cess', 12, 12_000)], 180_000],
    ['a line of nothing beside it', [aTax('IGST', 18, 18_000), aTax('CGST', 9, 0)], 180_000],
    ['IGST in two pieces', [aTax('IGST', 18, 9_000), aTax('IGST', 18, 9_000)], 180_000],
    ['IGST charged twice', [aTax('IGST', 9, 9_000), aTax('IGST', 9, 9_000)], 180_000],
  ])('%s', (_, taxes, ratePpm) => {
    expect(rateOf(taxes)).toMatchObject({ kind: 'rate', ratePpm });
  });

  it.each([
    ['CGST alone', [aTax('CGST', 9, 9_000)], { kind: 'half', ratePpm: 90_000, isCentral: true }],
    ['SGST alone', [aTax('SGST', 9, 9_000)], { kind: 'half', ratePpm: 90_000, isCentral: false }],
    ['none', [], { kind: 'none' }],
    ['zero', [aTax('CGST', 0, 0), aTax('SGST', 0, 0)], { kind: 'none' }],
    ['IGST beside CGST', [aTax('IGST', 18, 18_000), aTax('CGST', 9, 9_000)], { kind: 'unclear', taxPaise: 27_000 }],
    ['two rates under one head', [aTax('IGST', 18, 18_000), aTax('IGST', 5, 5_000)], { kind: 'unclear' }],
  ])('%s', (_, taxes, rate) => {
    expect(rateOf(taxes)).toMatchObject(rate);
  });

  it('takes the tax out of the amount where it is in it', () => {
    expect(rateOf([aTax('IGST', 18, 18_000)])).toMatchObject({ taxablePaise: 100_000 });
    expect(rateOf([aTax('IGST', 18, 18_000)], 100_000, false)).toMatchObject({ taxablePaise: 100_000 });
    expect(rateOf([aTax('IGST', 18, 18_000)], 10_000)).toMatchObject({ taxablePaise: -8_000 });
  });
});
