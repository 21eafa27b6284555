import type { Area } from '../checks/check.ts';
import type { Severity } from '../severity.ts';
import type { Instant } from '../time.ts';
import type { TextData } from '../text.ts';

export const ALERT_STATUSES = ['open', 'acknowledged', 'suppressed', 'resolved'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

export const ALERT_SORTS = ['severity', 'newest', 'oldest'] as const;
export type AlertSort = (typeof ALERT_SORTS)[number];

export const ALERT_EVENTS = [
  'opened',
  'observed',
  'acknowledged',
  'suppressed',
  'unsuppressed',
  'resolved',
  'reopened',
] as const;
export type AlertEventKind = (typeof ALERT_EVENTS)[number];

/** `by` is "prahari", or a member's id that only the shop's own admin can name. */
export interface AlertEvent {
  readonly kind: AlertEventKind;
  readonly at: Instant;
  readonly by: string;
  readonly reason?: string;
}

/** A row of GET /api/alerts. Texts come from the check (core/checks) by `checkId` and `messageId`, in the reader's language. */
export interface AlertSummary {
  readonly id: string;
  readonly checkId: string;
  readonly messageId: string;
  readonly data: TextData;
  readonly subject: string;
  readonly area: Area;
  readonly severity: Severity;
  readonly status: AlertStatus;
  readonly atStakePaise: number | null;
  /** Page of the Shopify admin about this very thing; null: the check's own. */
  readonly adminPath: string | null;
  readonly firstObservedAt: Instant;
  readonly lastObservedAt: Instant;
  readonly resolvedAt: Instant | null;
  readonly suppressedUntil: Instant | null;
}

/** GET /api/alerts/:id */
export interface AlertDetail extends AlertSummary {
  readonly snapshotId: string;
  readonly rung: string | null;
  readonly suppressReason: string | null;
  /** Oldest first. */
  readonly history: readonly AlertEvent[];
}

/** GET /api/alerts?status=&severity=&area=&check=&q=&sort=&page= ; `status`, `severity` and `check` (ids) may be comma lists. */
export interface AlertPage {
  readonly alerts: readonly AlertSummary[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** POST /api/alerts/acknowledge, /reopen: { ids }. Answer: the changed ones. At most 100 ids. */
export interface AlertIds {
  readonly ids: readonly string[];
}

/** POST /api/alerts/suppress. `until` is a day in India, at most 365 days ahead; a reason of 3 to 500 characters. */
export interface SuppressAlerts extends AlertIds {
  readonly reason: string;
  readonly until: string;
}

export interface ChangedAlerts {
  readonly alerts: readonly AlertSummary[];
}
