import type { Settings } from '../../core/api/settings.ts';

/** How long things are kept, in days. TTL indexes read it, and Settings shows it to the merchant. */
export const RETENTION_DAYS = { snapshots: 400, alerts: 400, events: 400, scans: 30 } as const satisfies Record<
  Settings['retention'][number]['what'],
  number
>;

/** For `expireAfterSeconds`. */
export const daysInSeconds = (days: number): number => days * 24 * 60 * 60;
