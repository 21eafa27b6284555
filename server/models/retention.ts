import type { Kept } from '../../core/api/settings.ts';

/**
 * How long things are kept, in days. TTL indexes read it, and Settings shows it to the merchant. Sources: a detection log
 * is kept for a year (DPDP Rules 2025, rule 6), and 400 days show the same season twice; thirty days are as long as anybody
 * asks why something failed; what names a person goes soonest. The operator's own logs: docs/operations.md.
 */
export const RETENTION_DAYS = {
  snapshots: 400,
  scores: 400,
  alerts: 400,
  events: 400,
  audit: 400,
  reports: 400,
  notices: 400,
  selfChecks: 400,
  statements: 400,
  leavers: 90,
  everySnapshot: 35,
  noticeTexts: 30,
  scans: 30,
  failedJobs: 30,
  shopifyEvents: 30,
  lookUps: 30,
  undo: 30,
  browserReports: 90,
  flowRuns: 7,
} as const satisfies Record<Kept, number>;

/** For `expireAfterSeconds`. */
export const daysInSeconds = (days: number): number => days * 24 * 60 * 60;
