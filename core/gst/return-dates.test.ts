import { describe, expect, it } from '@jest/globals';
import { aGstin } from '../../test/a-gstin.ts';
import { LAW, NO_CHANGES, lawWith } from './law.ts';
import { lutDue, returnsDue, type ReturnsAsked } from './return-dates.ts';

function due(over: Partial<ReturnsAsked>) {
  const asked: ReturnsAsked = {
    law: LAW,
    gstin: aGstin(),
    stateCode: '27',
    scheme: 'regular',
    filing: 'monthly',
    from: '2026-11-01',
    to: '2026-11-30',
    ...over,
  };
  return returnsDue(asked).map(({ form, period, dueOn }) => `${dueOn} ${form} ${period}`);
}

describe('returns that fall due', () => {
  it.each([
    ['monthly', {}, ['2026-11-11 GSTR-1 2026-10', '2026-11-20 GSTR-3B 2026-10']],
    ['on the very day', { from: '2026-11-11', to: '2026-11-11' }, ['2026-11-11 GSTR-1 2026-10']],
    ['the day after', { from: '2026-11-12', to: '2026-11-19' }, []],
    ['over the new year', { from: '2027-01-01', to: '2027-01-15' }, ['2027-01-11 GSTR-1 2026-12']],
    [
      'quarterly, a quarter of group A',
      { filing: 'quarterly', from: '2026-10-01', to: '2026-10-31' },
      ['2026-10-13 GSTR-1 2026-09', '2026-10-22 GSTR-3B 2026-09'],
    ],
    [
      'quarterly, a quarter of group B',
      { filing: 'quarterly', stateCode: '07', from: '2026-10-01', to: '2026-10-31' },
      ['2026-10-13 GSTR-1 2026-09', '2026-10-24 GSTR-3B 2026-09'],
    ],
    [
      'quarterly, the first month of a quarter',
      { filing: 'quarterly' },
      ['2026-11-13 IFF 2026-10', '2026-11-25 PMT-06 2026-10'],
    ],
    [
      'composition, a year',
      { scheme: 'composition', from: '2026-04-01', to: '2027-03-31' },
      [
        '2026-04-18 CMP-08 2026-03',
        '2026-06-30 GSTR-4 2025-26',
        '2026-07-18 CMP-08 2026-06',
        '2026-10-18 CMP-08 2026-09',
        '2027-01-18 CMP-08 2026-12',
      ],
    ],
    [
      'composition, before the day moved',
      { scheme: 'composition', from: '2024-04-19', to: '2024-06-30' },
      ['2024-04-30 GSTR-4 2023-24'],
    ],
    [
      'the annual return, when asked for',
      { isAbove2Crore: true, from: '2026-12-31', to: '2026-12-31' },
      ['2026-12-31 GSTR-9 2025-26'],
    ],
    ['no annual return otherwise', { from: '2026-12-31', to: '2026-12-31' }, []],
  ] as const)('%s', (_what, over, expected) => {
    expect(due(over)).toEqual(expected);
  });

  it('marks what may be left out and what is not confirmed', () => {
    const base = { law: LAW, gstin: aGstin(), stateCode: '27', from: '2026-06-01', to: '2026-06-30' } as const;
    const quarterly = returnsDue({ ...base, scheme: 'regular', filing: 'quarterly' });
    expect(quarterly.map(({ form, isOptional }) => [form, isOptional])).toEqual([
      ['IFF', true],
      ['PMT-06', false],
    ]);
    const composition = returnsDue({ ...base, scheme: 'composition', filing: 'quarterly' });
    expect(composition).toMatchObject([{ form: 'GSTR-4', isVerified: false }]);
    const elsewhere = { ...base, stateCode: '97', scheme: 'regular', filing: 'quarterly' } as const;
    expect(returnsDue({ ...elsewhere, from: '2026-10-20', to: '2026-10-31' })).toMatchObject([
      { form: 'GSTR-3B', dueOn: '2026-10-22', isVerified: false },
    ]);
  });

  it('an extension is a row of one period', () => {
    const [row] = LAW.dueDates.filter(({ form, who }) => form === 'GSTR-3B' && who === 'monthly');
    if (!row) throw new Error('no row');
    const extended = { ...row, dueDay: 25, effectiveFrom: '2026-10-31', effectiveTo: '2026-10-31' };
    const law = lawWith({ ...NO_CHANGES, dueDates: [extended] });
    expect(due({ law, to: '2026-12-31' }).filter((line) => line.includes('3B'))).toEqual([
      '2026-11-25 GSTR-3B 2026-10',
      '2026-12-20 GSTR-3B 2026-11',
    ]);
  });

  it('a day that a month lacks is its last', () => {
    const [row] = LAW.dueDates.filter(({ form, who }) => form === 'GSTR-1' && who === 'monthly');
    if (!row) throw new Error('no row');
    const law = lawWith({ ...NO_CHANGES, dueDates: [{ ...row, dueDay: 31 }] });
    expect(due({ law, from: '2028-02-01', to: '2028-02-29' })).toContain('2028-02-29 GSTR-1 2028-01');
  });

  it('a letter of undertaking stands before its year begins', () => {
    expect(lutDue(LAW, '2027-28')).toBe('2027-03-31');
  });
});
