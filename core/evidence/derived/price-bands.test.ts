import { describe, expect, it } from '@jest/globals';
import { aProduct, aVariant } from '../../../test/gst-factories.ts';
import { LAW } from '../../gst/law.ts';
import { bandedRate, bandOfVariant } from './price-bands.ts';

const DAY = '2026-11-22';
const bandOf = (hsnForIndia: string | null, day = DAY) =>
  bandOfVariant(LAW, aProduct(), aVariant({ hsnForIndia }), day);
const kurta = bandOf('62114290');

describe('the band of a variant', () => {
  it.each([
    ['62114290', 'woven apparel'],
    ['6109', 'knitted apparel'],
    ['6403', 'footwear'],
    ['9404', 'cotton quilts'],
    ['6309', undefined], // worn clothing: an exception
    ['0902', undefined],
    ['902', undefined], // no code: the zero is lost
    [null, undefined],
  ])('%s: %s', (code, goods) => {
    expect(bandOf(code)?.goods).toBe(goods);
  });
});

describe('the rate by value', () => {
  it.each([
    [262_500, true, 50_000],
    [262_500.5, true, 'dead-zone'], // two pieces for 5,250.01 together
    [262_501, true, 'dead-zone'],
    [295_000, true, 'dead-zone'],
    [295_001, true, 180_000],
    [250_000, false, 50_000],
    [250_001, false, 180_000],
  ])('%d paise, tax inside %s: %s', (pricePaise, taxesIncluded, expected) => {
    if (!kurta) throw new Error('A kurta has a band');
    const rate = bandedRate(kurta, pricePaise, { taxesIncluded });
    expect(rate.kind === 'rate' ? rate.ratePpm : rate.kind).toBe(expected);
  });

  it('tells the value before tax', () => {
    if (!kurta) throw new Error('A kurta has a band');
    expect(bandedRate(kurta, 105_000, { taxesIncluded: true })).toMatchObject({ valuePaise: 100_000 });
    expect(bandedRate(kurta, 354_000, { taxesIncluded: true })).toMatchObject({ valuePaise: 300_000 });
  });
});
