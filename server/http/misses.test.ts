import { expect, it } from '@jest/globals';
import { Misses } from './misses.ts';

const MINUTE_MS = 60_000;

it('lets a network guess ten times, then makes it wait, and leaves others alone', () => {
  const misses = new Misses({ allowed: 10, waitMs: 15 * MINUTE_MS });
  for (let n = 0; n < 10; n += 1) {
    expect(misses.waitS('203.0.113.7', n)).toBe(0);
    misses.add('203.0.113.7', n);
  }
  expect(misses.waitS('203.0.113.7', 10)).toBeCloseTo(15 * 60, 0);
  expect(misses.waitS('203.0.113.8', 10)).toBe(0);
  expect(misses.waitS('203.0.113.7', 9 + 15 * MINUTE_MS)).toBe(0);
});

it('forgets guesses that lie long back', () => {
  const misses = new Misses({ allowed: 2, waitMs: MINUTE_MS });
  misses.add('a', 0);
  misses.add('a', 2 * MINUTE_MS);
  expect(misses.waitS('a', 2 * MINUTE_MS)).toBe(0);
  misses.add('a', 2 * MINUTE_MS + 1);
  expect(misses.waitS('a', 2 * MINUTE_MS + 1)).toBeGreaterThan(0);
});
