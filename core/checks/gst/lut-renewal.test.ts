import { describe, expect, it } from '@jest/globals';
import { assess, assessWithout } from '../../../test/assess.ts';
import {
  aLine,
  anOrder,
  anOrderArea,
  anOrderBook,
  aStatedRegistration,
  aTax,
  aTaxProfile,
} from '../../../test/gst-factories.ts';
import { lutRenewal } from './lut-renewal.ts';

const NOVEMBER = '2026-11-22T06:30:00.000Z';
const abroad = anOrderArea(null, 'AE');
const withIgst = anOrder({ shipTo: abroad, lines: [aLine({ taxes: [aTax('IGST', 5, 5_000)] })] });
const untaxed = anOrder({ shipTo: abroad, lines: [aLine({ taxes: [] })] });
const stating = (...lutYears: string[]) => aTaxProfile({ registrations: [aStatedRegistration({ lutYears })] });

describe('gst/lut-renewal', () => {
  it.each([
    ['this year', ['2026-27'], NOVEMBER, 'pass', undefined],
    ['an earlier year', ['2024-25', '2025-26'], NOVEMBER, 'fail', 'lapsed'],
    ['the last day of the year', ['2025-26'], '2026-03-31T18:29:59.000Z', 'fail', 'renew'],
    ['the first day of the next', ['2025-26'], '2026-03-31T18:30:00.000Z', 'fail', 'lapsed'],
    ['31 days before the end', ['2026-27'], '2027-02-28T06:30:00.000Z', 'pass', undefined],
    ['30 days before the end', ['2026-27'], '2027-03-01T06:30:00.000Z', 'fail', 'renew'],
    ['both years in March', ['2026-27', '2027-28'], '2027-03-10T06:30:00.000Z', 'pass', undefined],
  ])('%s', (_, years, asOf, outcome, messageId) => {
    const result = assess(lutRenewal, { taxProfile: stating(...years) }, asOf);
    expect([result.outcome, result.findings[0]?.messageId]).toEqual([outcome, messageId]);
  });

  it('names the years', () => {
    expect(assess(lutRenewal, { taxProfile: stating('2025-26') }).findings).toMatchObject([
      { subject: '27AAAPZXXXXC1Z0 2026-27', severity: 'high', data: { year: '2026-27', last: '2025-26' } },
    ]);
  });

  it.each([
    ['exports with IGST and no letter: a hint', [withIgst], [], 'pass', 'option'],
    ['exports without tax: gst/export-lut says so', [untaxed], [], 'pass', undefined],
    ['a letter that lapsed, and exports without tax since', [untaxed], ['2025-26'], 'pass', undefined],
    ['a letter that lapsed, and exports with IGST', [withIgst], ['2025-26'], 'fail', 'lapsed'],
    ['a cancelled export', [{ ...withIgst, isCancelled: true }], [], 'notApplicable', undefined],
    ['no exports', [anOrder()], [], 'notApplicable', undefined],
  ] as const)('%s', (_, orders, years, outcome, messageId) => {
    const result = assess(lutRenewal, { orders: anOrderBook(orders), taxProfile: stating(...years) });
    expect([result.outcome, result.findings[0]?.messageId]).toEqual([outcome, messageId]);
  });

  it('passes nobody by while orders are not read and nothing is stated', () => {
    expect(assessWithout('orders', lutRenewal)).toMatchObject({
      outcome: 'notAssessed',
      notAssessed: [{ kind: 'taxProfile', reason: 'not-stated' }],
    });
  });
});
