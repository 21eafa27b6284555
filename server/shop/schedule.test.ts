import { describe, expect, it } from '@jest/globals';
import { nextWeeklyCheck, retryDelayMs } from './schedule.ts';

const HOUR_MS = 60 * 60 * 1000;
const WEEK_MS = 7 * 24 * HOUR_MS;

describe('the week of a shop', () => {
  it.each(['2026-11-22T13:10:00.000Z', '2026-12-31T23:59:59.999Z', '2028-02-29T00:00:00.000Z'])(
    'after %s: within a week, and a week apart',
    (moment) => {
      const after = new Date(moment);
      const first = nextWeeklyCheck('marigold.myshopify.com', after);
      expect(first.getTime()).toBeGreaterThan(after.getTime());
      expect(first.getTime() - after.getTime()).toBeLessThanOrEqual(WEEK_MS);
      expect(nextWeeklyCheck('marigold.myshopify.com', first).getTime() - first.getTime()).toBe(WEEK_MS);
    },
  );

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
