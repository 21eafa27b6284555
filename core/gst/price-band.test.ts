import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LAW } from './law.ts';
import { bandFor, judgeInclusivePrice, rateByValue } from './price-band.ts';

const ON = '2026-11-22';

function band(hsn: string, day = ON) {
  const found = bandFor(LAW, hsn, day);
  if (!found) throw new Error(`no band for ${hsn}`);
  return found;
}

describe('bands by code and day', () => {
  it.each([
    ['6109', ON, '61', 250_000],
    ['62114290', ON, '62', 250_000],
    ['6302', ON, '63', 250_000],
    ['640399', ON, '64', 250_000],
    ['9404', ON, '9404', 250_000],
    ['6109', '2025-09-21', '61', 100_000],
    ['6109', '2025-09-22', '61', 250_000],
    ['6403', '2021-12-31', '64', 100_000],
  ])('%s on %s falls under %s', (hsn, day, hsnPrefix, maxLowPaise) => {
    expect(bandFor(LAW, hsn, day)).toMatchObject({ hsnPrefix, maxLowPaise });
  });

  it.each([
    ['8517', ON],
    ['6309', ON], // worn clothing: excepted
    ['63090000', ON],
    ['63053200', ON],
    ['6305', ON], // some of it is excepted: the code does not tell
    ['9403', ON],
    ['940490', '2025-09-21'], // quilts had no band
    ['6403', '2018-12-31'],
    ['', ON],
  ])('%j on %s has none', (hsn, day) => {
    expect(bandFor(LAW, hsn, day)).toBeNull();
  });

  it('knows where the heading holds other goods too', () => {
    expect(band('9404').isAllGoods).toBe(false);
    expect(band('6109').isAllGoods).toBe(true);
  });
});

describe('rate by the value of a piece', () => {
  it.each([
    ['6109', ON, 250_000, 50_000],
    ['6109', ON, 250_001, 180_000],
    ['6109', '2025-09-21', 100_000, 50_000],
    ['6109', '2025-09-21', 100_001, 120_000],
    ['6403', '2025-09-21', 100_000, 120_000],
    ['6403', '2025-09-21', 100_001, 180_000],
  ])('%s on %s at %s paise: %s ppm', (hsn, day, value, ratePpm) => {
    expect(rateByValue(band(hsn, day), value)).toBe(ratePpm);
  });
});

describe('a price with the tax inside', () => {
  it.each([
    [262_500, { kind: 'low', ratePpm: 50_000 }],
    [262_501, { kind: 'dead-zone', fromPaise: 262_501, toPaise: 295_000 }],
    [295_000, { kind: 'dead-zone', fromPaise: 262_501, toPaise: 295_000 }],
    [295_001, { kind: 'high', ratePpm: 180_000 }],
    [0, { kind: 'low', ratePpm: 50_000 }],
  ])('%s paise', (price, judged) => {
    expect(judgeInclusivePrice(band('6109'), price)).toEqual(judged);
  });

  it('had another dead zone before', () => {
    expect(judgeInclusivePrice(band('6109', '2025-09-21'), 105_001)).toEqual({
      kind: 'dead-zone',
      fromPaise: 105_001,
      toPaise: 112_000,
    });
  });

  it('outside the dead zone the rate agrees with the value that it leaves', () => {
    fc.assert(
      fc.property(fc.nat(400_000), (price) => {
        const judged = judgeInclusivePrice(band('6109'), price);
        if (judged.kind === 'dead-zone') return;
        // The value before tax, as a fraction: compared without rounding.
        const isAbove = price * 1_000_000 > 250_000 * (1_000_000 + judged.ratePpm);
        expect(judged.kind).toBe(isAbove ? 'high' : 'low');
      }),
    );
  });
});
