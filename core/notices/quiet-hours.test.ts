import { describe, expect, it } from '@jest/globals';
import { afterQuietHours, isTimeOfDay } from './quiet-hours.ts';
import type { QuietHours } from './rules.ts';

const NIGHT = { from: '21:00', to: '08:00' };
const NOON = { from: '13:00', to: '14:30' };

/** Written in India's time, to read like a clock on the wall. */
const india = (text: string) => new Date(`${text}+05:30`).toISOString();

describe('quiet hours', () => {
  it.each<[QuietHours | null, string, string]>([
    [NIGHT, '2026-11-22T20:59:59.999', '2026-11-22T20:59:59.999'],
    [NIGHT, '2026-11-22T21:00:00.000', '2026-11-23T08:00:00.000'],
    [NIGHT, '2026-11-22T23:59:59.999', '2026-11-23T08:00:00.000'],
    [NIGHT, '2026-11-23T00:00:00.000', '2026-11-23T08:00:00.000'],
    [NIGHT, '2026-11-23T07:59:59.999', '2026-11-23T08:00:00.000'],
    [NIGHT, '2026-11-23T08:00:00.000', '2026-11-23T08:00:00.000'],
    [NIGHT, '2026-12-31T22:00:00.000', '2027-01-01T08:00:00.000'], // year end
    [NIGHT, '2028-02-28T22:00:00.000', '2028-02-29T08:00:00.000'], // a leap day
    [NIGHT, '2027-02-28T22:00:00.000', '2027-03-01T08:00:00.000'],
    [NIGHT, '2027-03-28T02:30:00.000', '2027-03-28T08:00:00.000'], // when other countries turn their clocks
    [NOON, '2026-11-22T12:59:59.999', '2026-11-22T12:59:59.999'],
    [NOON, '2026-11-22T13:00:00.000', '2026-11-22T14:30:00.000'],
    [NOON, '2026-11-22T14:30:00.000', '2026-11-22T14:30:00.000'],
    [{ from: '08:00', to: '08:00' }, '2026-11-22T08:00:00.000', '2026-11-22T08:00:00.000'],
    [{ from: '00:00', to: '00:00' }, '2026-11-22T00:00:00.000', '2026-11-22T00:00:00.000'],
    [{ from: '22:00', to: '00:00' }, '2026-11-22T23:00:00.000', '2026-11-23T00:00:00.000'],
    [{ from: '09:00', to: '08:59' }, '2026-11-22T09:00:00.000', '2026-11-23T08:59:00.000'],
    [null, '2026-11-22T23:00:00.000', '2026-11-22T23:00:00.000'],
  ])('%j: %s waits until %s', (quiet, at, until) => {
    expect(afterQuietHours(quiet, india(at))).toBe(india(until));
  });

  it.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', false],
    ['9:00', false],
    ['09:60', false],
    ['09:00:00', false],
    ['09:00\n', false],
  ])('%j is a time of day: %s', (text, isOne) => expect(isTimeOfDay(text)).toBe(isOne));
});
