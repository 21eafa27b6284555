import { describe, expect, it } from '@jest/globals';
import { dayText, periodText } from './day-text.ts';

describe('days in words', () => {
  it.each([
    ['2026-09-05', '5 Sep 2026', '5 सितंबर 2026'],
    ['2026-10-05', '5 Oct 2026', '5 अक्टूबर 2026'],
    ['2026-02-01', '1 Feb 2026', '1 फ़रवरी 2026'],
    ['2026-12-31', '31 Dec 2026', '31 दिसंबर 2026'],
  ])('%s: %s', (day, english, hindi) => {
    expect([dayText(day, 'en'), dayText(day, 'hi')]).toEqual([english, hindi]);
  });

  it.each(['', '2026-13-01', '2026-00-10', '2026-10-32', '2026-10', '2026-10-05T00:00:00.000Z', 'soon'])(
    'leaves %j as it is',
    (text) => {
      expect(dayText(text, 'en')).toBe(text);
    },
  );

  it.each([
    ['2026-10', 'Oct 2026', 'अक्टूबर 2026'],
    ['2026-27', '2026-27', '2026-27'], // a financial year
    ['2026-00', '2026-00', '2026-00'],
  ])('period %s: %s', (period, english, hindi) => {
    expect([periodText(period, 'en'), periodText(period, 'hi')]).toEqual([english, hindi]);
  });
});
