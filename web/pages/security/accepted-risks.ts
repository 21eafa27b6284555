import type { AlertDetail, AlertEvent, AlertSummary } from '../../../core/api/alerts.ts';
import type { Instant } from '../../../core/time.ts';

/** A risk is accepted for a while: without an end, or past it, somebody has to decide again. */
export function isStale({ suppressedUntil }: Pick<AlertSummary, 'suppressedUntil'>, now: Instant): boolean {
  return suppressedUntil === null || suppressedUntil < now;
}

/** Who put the alert aside last, and when; null: the record does not say. */
export function acceptedBy({ history }: Pick<AlertDetail, 'history'>): AlertEvent | null {
  return history.findLast(({ kind }) => kind === 'suppressed') ?? null;
}
