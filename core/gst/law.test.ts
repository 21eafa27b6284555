import { describe, expect, it } from '@jest/globals';
import { RATES } from '../data/rates.ts';
import { LAW, NO_CHANGES, lawWith, rateOn, thresholdOn } from './law.ts';

const rate = (pct: number, day: string) => rateOn(LAW, Math.round(pct * 10_000), day);

describe('rates by day', () => {
  it.each([
    [12, '2025-09-21', 'in-force', '12'],
    [12, '2025-09-22', 'retired', '12'],
    [28, '2025-09-21', 'in-force', '28'],
    [28, '2025-09-22', 'in-force', '28-tobacco'],
    [28, '2026-01-31', 'in-force', '28-tobacco'],
    [28, '2026-02-01', 'retired', '28-tobacco'],
    [40, '2025-09-21', 'not-yet', '40'],
    [40, '2025-09-22', 'in-force', '40'],
    [40, '2026-02-01', 'in-force', '40'],
    [18, '2026-11-22', 'in-force', '18'], // and not the row of biris
    [5, '2026-11-22', 'in-force', '5'],
    [0, '2026-11-22', 'in-force', '0'],
    [0.25, '2026-11-22', 'in-force', '0.25'],
    [5, '2017-06-30', 'not-yet', '5'],
  ])('%s%% on %s: %s', (pct, day, kind, key) => {
    expect(rate(pct, day)).toMatchObject({ kind, row: { key } });
  });

  it('says when a rate ended', () => {
    expect(rate(12, '2026-11-22')).toMatchObject({ endedOn: '2025-09-21' });
    expect(rate(28, '2026-11-22')).toMatchObject({ endedOn: '2026-01-31' });
  });

  it.each([17, 9, 14, 4.9999, 100])('%s%% is no rate', (pct) => {
    expect(rate(pct, '2026-11-22')).toEqual({ kind: 'unknown' });
  });
});

describe('limits by day', () => {
  it.each([
    ['b2cl-invoice-value', '2024-07-31', '', 25_000_000],
    ['b2cl-invoice-value', '2024-08-01', '', 10_000_000],
    ['tcs-rate-section-52', '2024-07-09', '', 10_000],
    ['tcs-rate-section-52', '2024-07-10', '', 5_000],
    ['e-invoice-aato', '2023-08-01', '', 5_000_000_000],
    ['e-invoice-aato', '2020-09-30', '', undefined],
    ['hsn-digits', '2026-11-22', 'aato-to-5-crore', 4],
    ['hsn-digits', '2026-11-22', 'aato-above-5-crore', 6],
    ['hsn-digits', '2026-11-22', '', undefined],
    ['rule-46-consumer-details', '2026-11-22', '', 5_000_000],
  ] as const)('%s on %s %s: %s', (name, day, variant, value) => {
    expect(thresholdOn(LAW, name, day, variant)?.value).toBe(value);
  });
});

describe('an operator’s rows', () => {
  const [nil, ...others] = RATES;
  const five = others.find(({ key }) => key === '5');

  it('without any, the tables are ours', () => {
    expect(lawWith(NO_CHANGES).rates).toBe(RATES);
    expect(lawWith({ ...NO_CHANGES }).thresholds).toEqual(LAW.thresholds);
  });

  it('a row of the same key and first day takes the place of ours', () => {
    if (!five) throw new Error('no row');
    const ended = { ...five, effectiveTo: '2026-12-31' };
    const law = lawWith({ ...NO_CHANGES, rates: [ended] });
    expect(law.rates).toHaveLength(RATES.length);
    expect(rateOn(law, 50_000, '2026-12-31')).toMatchObject({ kind: 'in-force' });
    expect(rateOn(law, 50_000, '2027-01-01')).toMatchObject({ kind: 'retired', endedOn: '2026-12-31' });
    expect(rateOn(LAW, 50_000, '2027-01-01')).toMatchObject({ kind: 'in-force' });
  });

  it('another row is added, and the later one counts where both are in force', () => {
    if (!nil) throw new Error('no row');
    const added = { ...nil, key: '6-invented', ratePpm: 65_000, class: 'slab' as const, effectiveFrom: '2027-01-01' };
    const law = lawWith({ ...NO_CHANGES, rates: [added] });
    expect(rateOn(law, 65_000, '2026-12-31')).toMatchObject({ kind: 'not-yet' });
    expect(rateOn(law, 65_000, '2027-01-01')).toMatchObject({ kind: 'in-force', row: added });
    const [limit] = LAW.thresholds.filter(({ name, effectiveTo }) => name === 'b2cl-invoice-value' && !effectiveTo);
    if (!limit) throw new Error('no row');
    const later = { ...limit, value: 7, effectiveFrom: '2027-04-01' };
    const changed = lawWith({ ...NO_CHANGES, thresholds: [later] });
    expect(thresholdOn(changed, 'b2cl-invoice-value', '2027-03-31')?.value).toBe(10_000_000);
    expect(thresholdOn(changed, 'b2cl-invoice-value', '2027-04-01')?.value).toBe(7);
  });
});
