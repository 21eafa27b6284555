import type { Kept } from '../../core/api/settings.ts';

/** How long things are kept, in days. TTL indexes read it, and Settings shows it to the merchant. */
export const RETENTION_DAYS = {
  snapshots: 400,
  alerts: 400,
  events: 400,
  selfChecks: 400,
  statements: 400,
  leavers: 90,
  scans: 30,
} as const satisfies Record<Kept, number>;

/** For `expireAfterSeconds`. */
export const daysInSeconds = (days: number): number => days * 24 * 60 * 60;
