import type { Instant } from './time.ts';

const DAY_MS = 86_400_000;

/** Whole days from one instant to a later one; negative when it is earlier. */
export function daysSince(then: Instant, asOf: Instant): number {
  return Math.floor((Date.parse(asOf) - Date.parse(then)) / DAY_MS);
}
