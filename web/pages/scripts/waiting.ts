import type { Instant } from '../../../core/time.ts';

/** A change that waits for longer is late: PCI DSS 11.6.1 asks for a look at least every seven days. */
const LATE_MS = 7 * 24 * 60 * 60 * 1000;

export function isOverdue(since: Instant, nowMs: number): boolean {
  return nowMs - Date.parse(since) > LATE_MS;
}
