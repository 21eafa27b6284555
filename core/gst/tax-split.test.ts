import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { examples } from '../../test/examples/gst/read-examples.ts';
import { STATES } from '../data/states.ts';
import { NO_CHANGES, lawWith } from './law.ts';
import { headsOf } from './place-of-supply.ts';
import { splitTax, type Supply } from './tax-split.ts';

/** Rs 1,000 plus 18%, within Maharashtra, to a consumer. */
function aSupply(over: Partial<Supply> = {}): Supply {
  return {
    on: '2026-11-22',
    seller: 'regular',
    dispatchState: '27',
    buyer: 'b2c',
    shipTo: '27',
    billTo: null,
    hasLut: false,
    isInclusive: false,
    ratePpm: 180_000,
    amountPaise: 100_000,
    ...over,
  };
}

const paise = (rupees: string | undefined): number => Math.round(Number(rupees) * 100);

describe('the worked examples', () => {
  const rows = examples('tax_split_examples.csv');

  it('are all there', () => {
    expect(rows).toHaveLength(20);
  });

  it.each(rows)('$id $reason', (row) => {
    const split = splitTax({
      on: row['date'] ?? '',
      seller: row['seller'] as Supply['seller'],
      dispatchState: row['dispatch_state'] ?? '',
      buyer: row['buyer'] as Supply['buyer'],
      shipTo: row['ship_to'] || null,
      billTo: row['bill_to'] || null,
      hasLut: row['lut'] === 'yes',
      isInclusive: row['inclusive'] === 'yes',
      ratePpm: Number(row['rate']) * 10_000,
      amountPaise: paise(row['amount']),
    });
    expect(split).toEqual({
      pos: row['pos'],
      nature: row['nature'],
      taxablePaise: paise(row['taxable']),
      cgstPaise: paise(row['cgst']),
      sgstPaise: paise(row['sgst']),
      utgstPaise: paise(row['utgst']),
      igstPaise: paise(row['igst']),
      totalTaxPaise: paise(row['total_tax']),
      gstr1Section: row['gstr1_section'],
    });
  });
});

describe('place of supply and heads', () => {
  it.each([
    ['within a State', {}, '27', 'cgst-sgst'],
    ['to another State', { shipTo: '29' }, '29', 'igst'],
    ['within Chandigarh', { dispatchState: '04', shipTo: '04' }, '04', 'cgst-utgst'],
    ['within Ladakh', { dispatchState: '38', shipTo: '38' }, '38', 'cgst-utgst'],
    ['within Delhi, which has a legislature', { dispatchState: '07', shipTo: '07' }, '07', 'cgst-sgst'],
    ['within Jammu and Kashmir', { dispatchState: '01', shipTo: '01' }, '01', 'cgst-sgst'],
    ['within Other Territory', { dispatchState: '97', shipTo: '97' }, '97', 'cgst-utgst'],
    ['to Other Territory', { shipTo: '97' }, '97', 'igst'],
    ['from Daman to Dadra, one State since the merger', { dispatchState: '26', shipTo: '25' }, '26', 'cgst-utgst'],
    ['the day before the merger', { on: '2020-01-25', dispatchState: '26', shipTo: '25' }, '25', 'igst'],
    ['the day of the merger', { on: '2020-01-26', dispatchState: '26', shipTo: '25' }, '26', 'cgst-utgst'],
    ['with the code of undivided Andhra Pradesh', { dispatchState: '37', shipTo: '28' }, '37', 'cgst-sgst'],
    ['billed elsewhere, delivered at home', { billTo: '29' }, '27', 'cgst-sgst'],
    ['billed at home, delivered elsewhere', { shipTo: '29', billTo: '27' }, '29', 'igst'],
    ['a billing address alone', { shipTo: null, billTo: '29' }, '29', 'igst'],
    [
      'a billing address alone, on the last day that it did not count',
      { on: '2023-09-30', shipTo: null, billTo: '29' },
      '27',
      'cgst-sgst',
    ],
    ['and on the first that it did', { on: '2023-10-01', shipTo: null, billTo: '29' }, '29', 'igst'],
    ['delivered elsewhere before that day', { on: '2023-09-30', shipTo: '29' }, '29', 'igst'],
    ['no address', { shipTo: null }, '27', 'cgst-sgst'],
    ['business, billed at home', { buyer: 'b2b', shipTo: '29', billTo: '27' }, '27', 'cgst-sgst'],
    ['business, billed elsewhere', { buyer: 'b2b', shipTo: '27', billTo: '29' }, '29', 'igst'],
    ['business, delivery address alone', { buyer: 'b2b', shipTo: '29' }, '29', 'igst'],
    ['embassy next door', { buyer: 'uin', shipTo: '27', billTo: '27' }, '27', 'cgst-sgst'],
    ['SEZ next door', { buyer: 'sez', billTo: '27' }, '27', 'igst'],
    ['SEZ under a letter of undertaking', { buyer: 'sez', billTo: '27', hasLut: true }, '27', 'none'],
    ['export', { buyer: 'export', shipTo: null }, '96', 'igst'],
    ['export under a letter of undertaking', { buyer: 'export', shipTo: null, hasLut: true }, '96', 'none'],
    ['a consumer abroad', { shipTo: '96', billTo: '27' }, '96', 'igst'],
    ['a gift from abroad, delivered here', { shipTo: '27', billTo: '96' }, '27', 'cgst-sgst'],
    ['a letter of undertaking changes no sale at home', { hasLut: true }, '27', 'cgst-sgst'],
    ['composition', { seller: 'composition' }, '27', 'none'],
    ['unregistered', { seller: 'unregistered', shipTo: '29' }, '29', 'none'],
  ] as const)('%s', (_what, over, pos, heads) => {
    const supply = aSupply(over);
    expect(splitTax(supply).pos).toBe(pos);
    expect(headsOf(supply)).toBe(heads);
  });
});

describe('rounding', () => {
  it.each([
    // Half a paisa goes up, on each half and on the whole.
    [{ ratePpm: 50_000, amountPaise: 10_150 }, [254, 254, 0]],
    [{ ratePpm: 50_000, amountPaise: 10_150, shipTo: '29' }, [0, 0, 508]],
    [{ ratePpm: 50_000, amountPaise: 20 }, [1, 1, 0]], // 0.5 of a paisa
    [{ ratePpm: 50_000, amountPaise: 19 }, [0, 0, 0]],
    [{ ratePpm: 2_500, amountPaise: 100_000 }, [125, 125, 0]], // 0.25% on stones
    [{ amountPaise: 1, isInclusive: true }, [0, 0, 0]],
    [{ amountPaise: 0 }, [0, 0, 0]],
    [{ ratePpm: 0 }, [0, 0, 0]],
  ] as const)('%j', (over, heads) => {
    const { cgstPaise, sgstPaise, igstPaise } = splitTax(aSupply(over));
    expect([cgstPaise, sgstPaise, igstPaise]).toEqual(heads);
  });

  it('stays exact beyond 2^53', () => {
    const split = splitTax(aSupply({ amountPaise: 4_000_000_000_000_001, ratePpm: 400_000 }));
    expect(split.cgstPaise).toBe(800_000_000_000_000); // 800,000,000,000,000.2
    const inclusive = splitTax(aSupply({ amountPaise: 4_000_000_000_000_001, ratePpm: 180_000, isInclusive: true }));
    expect(inclusive.taxablePaise + inclusive.totalTaxPaise).toBe(4_000_000_000_000_001);
    expect(inclusive.cgstPaise).toBe(305_084_745_762_712);
  });
});

describe('tables of GSTR-1', () => {
  it.each([
    ['just at the limit', { amountPaise: 10_000_000, ratePpm: 0, shipTo: '29' }, 'nil'],
    ['invoice of Rs 1,00,000.00', { amountPaise: 10_000_000, isInclusive: true, shipTo: '29' }, 'b2cs'],
    ['invoice of Rs 1,00,000.01', { amountPaise: 10_000_001, isInclusive: true, shipTo: '29' }, 'b2cl'],
    ['a day before the lower limit', { on: '2024-07-31', amountPaise: 20_000_000, shipTo: '29' }, 'b2cs'],
    ['on its first day', { on: '2024-08-01', amountPaise: 20_000_000, shipTo: '29' }, 'b2cl'],
    ['above the old limit', { on: '2024-07-31', amountPaise: 30_000_000, shipTo: '29' }, 'b2cl'],
    ['large, within the State', { amountPaise: 30_000_000 }, 'b2cs'],
    ['business', { buyer: 'b2b' }, 'b2b'],
    ['embassy', { buyer: 'uin' }, 'b2b'],
    ['SEZ without tax', { buyer: 'sez', hasLut: true }, 'b2b'],
    ['export at no rate', { buyer: 'export', ratePpm: 0 }, 'exp'],
    ['business at no rate', { buyer: 'b2b', ratePpm: 0 }, 'nil'],
    ['composition', { seller: 'composition', buyer: 'b2b' }, 'none'],
    ['unregistered, export', { seller: 'unregistered', buyer: 'export' }, 'none'],
  ] as const)('%s', (_what, over, section) => {
    expect(splitTax(aSupply(over)).gstr1Section).toBe(section);
  });

  it('follow a limit that the operator changed', () => {
    const limit = {
      name: 'b2cl-invoice-value',
      variant: '',
      value: 5_000_000,
      unit: 'paise-more-than',
      effectiveFrom: '2026-11-01',
      effectiveTo: null,
      meaning: 'invented',
      source: 'invented notification',
      status: 'verified',
    } as const;
    const law = lawWith({ ...NO_CHANGES, thresholds: [limit] });
    const supply = aSupply({ amountPaise: 5_000_000, shipTo: '29' });
    expect(splitTax(supply, law).gstr1Section).toBe('b2cl');
    expect(splitTax({ ...supply, on: '2026-10-31' }, law).gstr1Section).toBe('b2cs');
  });
});

describe('what is no supply', () => {
  it.each([
    [{ amountPaise: -1 }],
    [{ amountPaise: 0.5 }],
    [{ amountPaise: Number.NaN }],
    [{ amountPaise: Number.MAX_SAFE_INTEGER }],
    [{ ratePpm: -1 }],
    [{ ratePpm: 1_000_001 }],
    [{ ratePpm: 0.5 }],
    [{ dispatchState: '39' }],
    [{ dispatchState: '96' }],
    [{ dispatchState: 'MH' }],
    [{ dispatchState: '' }],
    [{ shipTo: '99' }],
    [{ shipTo: '' }],
    [{ billTo: '00' }],
    [{ on: '2026-02-30' }],
    [{ on: 'today' }],
  ])('%j is refused in words', (over) => {
    expect(() => splitTax(aSupply(over))).toThrow(RangeError);
  });
});

describe('laws of arithmetic', () => {
  const code = fc.constantFrom(...STATES.map((state) => state.code));
  const supply = fc.record({
    on: fc.constantFrom('2019-12-31', '2023-09-30', '2024-07-31', '2026-11-22'),
    seller: fc.constantFrom('regular' as const, 'composition' as const, 'unregistered' as const),
    dispatchState: code,
    buyer: fc.constantFrom('b2c' as const, 'b2b' as const, 'uin' as const, 'sez' as const, 'export' as const),
    shipTo: fc.option(fc.oneof(code, fc.constant('96'))),
    billTo: fc.option(fc.oneof(code, fc.constant('96'))),
    hasLut: fc.boolean(),
    isInclusive: fc.boolean(),
    ratePpm: fc.constantFrom(0, 2_500, 15_000, 30_000, 50_000, 120_000, 180_000, 280_000, 400_000),
    amountPaise: fc.oneof(fc.nat(10_000_000), fc.nat({ max: 4_000_000_000_000_000 })),
  });

  it('halves are equal, parts add up, and no tax is negative', () => {
    fc.assert(
      fc.property(supply, (one) => {
        const split = splitTax(one);
        const { cgstPaise, sgstPaise, utgstPaise, igstPaise, totalTaxPaise, taxablePaise } = split;
        expect(sgstPaise + utgstPaise).toBe(cgstPaise);
        expect(Math.min(sgstPaise, utgstPaise)).toBe(0);
        expect(cgstPaise + sgstPaise + utgstPaise + igstPaise).toBe(totalTaxPaise);
        if (one.isInclusive) expect(taxablePaise + totalTaxPaise).toBe(one.amountPaise);
        else expect(taxablePaise).toBe(one.amountPaise);
        for (const paise of [cgstPaise, igstPaise, taxablePaise]) expect(paise).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a price taken apart and put together again differs by a paisa a head at most', () => {
    fc.assert(
      fc.property(supply, (one) => {
        const inside = splitTax({ ...one, isInclusive: true });
        const added = splitTax({ ...one, isInclusive: false, amountPaise: inside.taxablePaise });
        for (const head of ['cgstPaise', 'sgstPaise', 'utgstPaise', 'igstPaise'] as const) {
          expect(Math.abs(inside[head] - added[head])).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('within a State and beyond it, the tax differs by a paisa at most', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.constantFrom(2_500, 50_000, 180_000), (amountPaise, ratePpm) => {
        const within = splitTax(aSupply({ amountPaise, ratePpm }));
        const beyond = splitTax(aSupply({ amountPaise, ratePpm, shipTo: '29' }));
        expect(Math.abs(within.totalTaxPaise - beyond.totalTaxPaise)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
