import { describe, expect, it } from '@jest/globals';
import { nextDailyCheck, nextThemeLook, nextWeeklyCheck, retryDelayMs } from './schedule.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
const SHOP = 'marigold.myshopify.com';

/** The clocks of Europe go forward and back on two of them; India's never do. */
const MOMENTS = [
  '2026-11-22T13:10:00.000Z',
  '2026-12-31T18:29:59.999Z',
  '2026-12-31T23:59:59.999Z',
  '2027-03-28T01:00:00.000Z',
  '2027-10-31T01:00:00.000Z',
  '2028-02-28T23:59:59.999Z',
  '2028-02-29T00:00:00.000Z',
  '2028-02-29T23:59:59.999Z',
];
const RHYTHMS = [
  ['the whole check', nextWeeklyCheck, WEEK_MS],
  ['the daily look', nextDailyCheck, DAY_MS],
  ['the look at the theme', nextThemeLook, DAY_MS],
] as const;

describe.each(RHYTHMS)('P9: %s', (_name, next, everyMs) => {
  it.each(MOMENTS)('after %s: the next one is ahead, and the one after it comes a whole round later', (moment) => {
    const after = new Date(moment);
    const first = next(SHOP, after);
    expect(first.getTime()).toBeGreaterThan(after.getTime());
    expect(first.getTime() - after.getTime()).toBeLessThanOrEqual(everyMs);
    expect(next(SHOP, first).getTime() - first.getTime()).toBe(everyMs);
  });

  it('is the same moment for a clock that is an hour or a day back, or comes sooner, and never later', () => {
    const now = new Date('2026-12-31T18:29:59.999Z');
    for (const backMs of [1, HOUR_MS, DAY_MS]) {
      const earlier = next(SHOP, new Date(now.getTime() - backMs));
      expect(earlier.getTime()).toBeLessThanOrEqual(next(SHOP, now).getTime());
      expect((next(SHOP, now).getTime() - earlier.getTime()) % everyMs).toBe(0);
    }
  });
});

describe('the week of a shop', () => {
  it('spreads many shops evenly: no hour has 1.3 times its share', () => {
    const hours = new Array<number>(168).fill(0);
    const after = new Date(0);
    const count = 50_000;
    for (let index = 0; index < count; index += 1) {
      const hour = Math.floor((nextWeeklyCheck(`seller-${index}.myshopify.com`, after).getTime() % WEEK_MS) / HOUR_MS);
      hours[hour] = (hours[hour] ?? 0) + 1;
    }
    expect(Math.max(...hours) / (count / 168)).toBeLessThan(1.3);
  });

  it('has half a day between its two daily looks', () => {
    const after = new Date('2026-11-22T13:10:00.000Z');
    const apart = nextThemeLook(SHOP, after).getTime() - nextDailyCheck(SHOP, after).getTime();
    expect(Math.abs(apart)).toBe(DAY_MS / 2);
  });
});

describe('after failed scans', () => {
  it.each([
    [1, 60_000],
    [2, 240_000],
    [3, 960_000],
    [9, 24 * HOUR_MS],
    [500, 24 * HOUR_MS],
  ])('the %ith: %i ms', (failed, delayMs) => {
    expect(retryDelayMs(failed)).toBe(delayMs);
  });
});
