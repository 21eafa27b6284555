import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aVendorBook, aVendorEntry, aVendorPaper } from '../../../test/vendor-factories.ts';
import { judgedVendors } from '../../../test/vendor-shop.ts';
import type { VendorPaper } from '../../evidence/vendors.ts';
import { vendorPapersEnd as check } from './vendor-papers-end.ts';

const book = (...papers: VendorPaper[]) => ({ vendorBook: aVendorBook({ entries: [aVendorEntry({ papers })] }) });
const until = (validUntil: string | null) => aVendorPaper({ validUntil });

describe('security/vendor-papers-end', () => {
  // Today is 2026-11-22.
  it.each([
    ['2026-12-23', 'pass', []], // 31 days
    ['2026-12-22', 'fail', ['ends low']], // 30
    ['2026-12-07', 'fail', ['ends low']], // 15
    ['2026-12-06', 'fail', ['ends medium']], // 14
    ['2026-11-30', 'fail', ['ends medium']], // 8
    ['2026-11-29', 'fail', ['ends medium']], // 7
    ['2026-11-23', 'fail', ['ends high']], // 1
    ['2026-11-22', 'fail', ['ends high']], // its last day
    ['2026-11-21', 'fail', ['ended high']],
  ])('until %s: %s', (day, outcome, found) => {
    expect(judgedVendors(check, book(until(day)))).toEqual([outcome, found, []]);
  });

  it('changes its figures at the steps alone, so that each is one notice', () => {
    const dataOn = (asOf: string) => assess(check, book(until('2026-12-22')), asOf).findings[0]?.data;
    const days = ['2026-11-23', '2026-12-07', '2026-12-08', '2026-12-14', '2026-12-15', '2026-12-20', '2026-12-21'];
    const seen = days.map((day) => dataOn(`${day}T06:30:00.000Z`)?.['days']);
    expect(seen).toEqual([30, 30, 14, 14, 7, 7, 1]);
  });

  it.each([
    ['a newer one of the same kind', [until('2026-11-01'), until('2027-06-30')], 'pass'],
    ['a newer one of another kind', [until('2026-11-01'), aVendorPaper({ kind: 'iso-27001' })], 'fail'],
    ['a privacy policy', [aVendorPaper({ kind: 'privacy-policy', validUntil: '2026-11-01' })], 'pass'],
    ['a contract that ends', [aVendorPaper({ kind: 'contract', validUntil: '2026-12-01' })], 'fail'],
    ['a contract without an end', [aVendorPaper({ kind: 'contract', validUntil: null })], 'pass'],
    ['none', [], 'notApplicable'],
  ] as const)('%s: %s', (_, papers, outcome) => {
    expect(judgedVendors(check, book(...papers))[0]).toBe(outcome);
  });

  it('counts the days of a paper without an end from the day when it came', () => {
    const seconds = Math.floor(Date.parse('2025-11-20T00:00:00.000Z') / 1_000).toString(16);
    const old = aVendorPaper({ id: seconds + '0'.repeat(16), validUntil: null });
    expect(judgedVendors(check, book(old))[1]).toEqual(['ended high']);
  });
});
