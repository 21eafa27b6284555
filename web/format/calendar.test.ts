import { describe, expect, it } from '@jest/globals';
import { addDays, formatDate, formatDateTime, formatTime, indiaDay } from './calendar.ts';

describe('days in India', () => {
  it.each([
    ['2026-11-22T13:10:00.000Z', '2026-11-22'],
    ['2026-11-22T18:29:59.999Z', '2026-11-22'],
    ['2026-11-22T18:30:00.000Z', '2026-11-23'], // midnight in India
    ['2026-12-31T18:30:00.000Z', '2027-01-01'],
  ])('%s is %s', (instant, day) => {
    expect(indiaDay(instant)).toBe(day);
  });

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-11-22', 365, '2027-11-22'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s and %i days: %s', (day, days, then) => {
    expect(addDays(day, days)).toBe(then);
  });
});

describe('times in India', () => {
  it.each([
    ['2026-11-22T13:10:00.000Z', '6:40 pm IST', 'शाम 6:40 बजे IST'],
    ['2026-11-22T18:30:00.000Z', '12:00 am IST', 'रात 12:00 बजे IST'],
    ['2026-11-22T06:30:00.000Z', '12:00 pm IST', 'दोपहर 12:00 बजे IST'],
    ['2026-11-21T22:29:00.000Z', '3:59 am IST', 'रात 3:59 बजे IST'],
    ['2026-11-21T22:30:00.000Z', '4:00 am IST', 'सुबह 4:00 बजे IST'],
    ['2026-11-22T10:30:00.000Z', '4:00 pm IST', 'शाम 4:00 बजे IST'],
    ['2026-11-22T14:30:00.000Z', '8:00 pm IST', 'रात 8:00 बजे IST'],
  ])('%s: %s', (instant, english, hindi) => {
    expect([formatTime(instant, 'en'), formatTime(instant, 'hi')]).toEqual([english, hindi]);
  });

  it('writes day and time together', () => {
    expect(formatDateTime('2026-11-22T13:10:00.000Z', 'en')).toBe('22 Nov 2026, 6:40 pm IST');
    expect(formatDate('2026-11-22T18:30:00.000Z', 'hi')).toBe('23 नवंबर 2026');
  });
});
