import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  addMonths,
  dayInIndia,
  daysBetween,
  daysOfFinancialYear,
  endOfMonth,
  financialYearOf,
  isDay,
} from './days.ts';

describe('days', () => {
  it.each([
    ['2026-11-22', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['', false],
    ['2026-11-22T00:00:00Z', false],
    ['0000-01-01', true],
  ])('%j is a day: %s', (text, is) => {
    expect(isDay(text)).toBe(is);
  });

  it.each([
    ['2026-11-22T18:29:59.999Z', '2026-11-22'], // the last millisecond of the day in India
    ['2026-11-22T18:30:00.000Z', '2026-11-23'],
    ['2025-09-21T18:30:00.000Z', '2025-09-22'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01'],
  ])('%s is %s in India', (at, day) => {
    expect(dayInIndia(at)).toBe(day);
  });

  it.each([
    ['2026-03-31', '2025-26'],
    ['2026-04-01', '2026-27'],
    ['1999-12-31', '1999-00'],
    ['2026-01-01', '2025-26'],
  ])('%s lies in %s', (day, year) => {
    expect(financialYearOf(day)).toBe(year);
  });

  it('counts over months and years', () => {
    expect(endOfMonth('2024-02')).toBe('2024-02-29');
    expect(endOfMonth('2026-02')).toBe('2026-02-28');
    expect(endOfMonth('2026-12')).toBe('2026-12-31');
    expect(addMonths('2026-11', 2)).toBe('2027-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-11-22', '2026-12-22')).toBe(30);
    expect(daysOfFinancialYear('2026-27')).toEqual({ first: '2026-04-01', last: '2027-03-31' });
    for (const month of ['2026-13', '2026', '']) expect(() => endOfMonth(month)).toThrow(RangeError);
    expect(() => addDays('tomorrow', 1)).toThrow(RangeError);
  });
});
