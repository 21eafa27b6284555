import type { Area } from '../checks/check.ts';
import type { Severity } from '../severity.ts';
import type { Day, Instant } from '../time.ts';
import type { TextData } from '../text.ts';

export const ALERT_STATUSES = ['open', 'acknowledged', 'suppressed', 'resolved'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

/** `due`: what should be mended soonest first, so what is overdue stands on top; without a day, last. */
export const ALERT_SORTS = ['severity', 'due', 'newest', 'oldest'] as const;
export type AlertSort = (typeof ALERT_SORTS)[number];

export const ALERT_EVENTS = [
  'opened',
  'observed',
  'acknowledged',
  'suppressed',
  'unsuppressed',
  'resolved',
  'reopened',
  'assigned',
  'unassigned',
  'commented',
] as const;
export type AlertEventKind = (typeof ALERT_EVENTS)[number];

/** Why an alert is silenced: it can wait, or what was found is none here. Both end, and both are told apart for ever. */
export const SUPPRESSION_KINDS = ['can-wait', 'not-a-problem'] as const;
export type SuppressionKind = (typeof SUPPRESSION_KINDS)[number];

/**
 * `by` is "prahari", a member's id that only the shop's own admin can name, or "link:" and the id of a reader who came by
 * a link in a mail.
 */
export interface AlertEvent {
  readonly kind: AlertEventKind;
  readonly at: Instant;
  readonly by: string;
  readonly reason?: string;
  /** Of a silence: what it says, and when it ends. */
  readonly suppression?: SuppressionKind;
  readonly until?: Instant;
  /** Of an assignment: whose it is now, as an id of the people's register. Names are told there alone. */
  readonly personId?: string;
  /** Of a comment. Its text is for managers and owners; null for others. */
  readonly commentId?: string;
  readonly text?: string | null;
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
  readonly suppression: SuppressionKind | null;
  /** The day by which it should be mended; null: none was set. */
  readonly dueOn: Day | null;
  /** Who mends it, as an id of the people's register; null: nobody was named. */
  readonly assigneeId: string | null;
}

/** GET /api/alerts/:id */
export interface AlertDetail extends AlertSummary {
  readonly snapshotId: string;
  readonly rung: string | null;
  readonly suppressReason: string | null;
  /** Oldest first, comments among it. */
  readonly history: readonly AlertEvent[];
}

/**
 * GET /api/alerts?status=&severity=&area=&check=&subject=&q=&sort=&page= ; `status`, `severity` and `check` (ids) may be
 * comma lists.
 */
export interface AlertPage {
  readonly alerts: readonly AlertSummary[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** What alerts are gathered by: the demand that they break, or the thing that they are about. */
export const ALERT_GROUPINGS = ['control', 'subject'] as const;
export type AlertGrouping = (typeof ALERT_GROUPINGS)[number];

/** GET /api/alerts/groups?by=control|subject&(the list's filters)&page= ; in the list's order by each group's first alert. */
export interface AlertGroups {
  readonly groups: readonly AlertGroup[];
  /** Of groups, over all pages. */
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}
export interface AlertGroup {
  /** A control's id ("AUD-07"), the id of a check that names none, or the subject. */
  readonly key: string;
  readonly count: number;
  readonly overdue: number;
  readonly severity: Severity;
  /** Sum of what can be counted; null: nothing can. */
  readonly atStakePaise: number | null;
  readonly earliestDueOn: Day | null;
  /** Checks whose alerts these are; for a link to the list. */
  readonly checkIds: readonly string[];
  /** The first hundred of them, for an act on the whole group. */
  readonly ids: readonly string[];
  /** The first, whose words stand for the others. */
  readonly first: AlertSummary;
}

/** POST /api/alerts/acknowledge, /reopen: { ids }. Answer: the changed ones. At most 100 ids. */
export interface AlertIds {
  readonly ids: readonly string[];
}

/** POST /api/alerts/suppress. `until` is a day in India, at most 365 days ahead; a reason of 3 to 500 characters. */
export interface SuppressAlerts extends AlertIds {
  /** Without it: "can-wait". */
  readonly kind?: SuppressionKind;
  readonly reason: string;
  readonly until: string;
}

/** POST /api/alerts/assign (manager). Null: nobody. */
export interface AssignAlerts extends AlertIds {
  readonly personId: string | null;
}

/** POST /api/alerts/:id/comments (manager): 1 to 1,000 characters. Answer: the alert's detail. */
export interface NewComment {
  readonly text: string;
}
export const LONGEST_COMMENT = 1_000;
/** DELETE /api/alerts/:id/comments/:commentId: one's own, so long after it was written. Answer: the alert's detail. */
export const COMMENT_UNDO_MINUTES = 15;

/** POST /api/alerts/seen: this person was told of the news. No body, no answer. */

export interface ChangedAlerts {
  readonly alerts: readonly AlertSummary[];
  /** What each of them was before, so that the act can be taken back. */
  readonly was: readonly AlertBefore[];
}
export interface AlertBefore {
  readonly id: string;
  readonly status: AlertStatus;
  readonly assigneeId: string | null;
}
