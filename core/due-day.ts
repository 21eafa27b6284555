import type { CheckDefinition, DatedFinding } from './checks/check.ts';
import { MENDING_TIMES, type MendingTimeRow } from './data/mending-times.ts';
import { addDays, dayInIndia, isInForce } from './gst/days.ts';
import type { Severity } from './severity.ts';
import type { Day, Instant } from './time.ts';

/** A finding as far as its day goes. */
export interface WeighedFinding extends DatedFinding {
  readonly severity: Severity;
}

/**
 * The day by which a defect found at `asOf` should be mended: the time for its severity, or the end that this very finding
 * has of its own, whichever is nearer. Never before the day on which it was found, since nobody could have known. Null:
 * it only informs, and has no end.
 */
export function dueDay(
  check: Pick<CheckDefinition<never, string>, 'dueOn'> | null,
  finding: WeighedFinding,
  asOf: Instant,
  times: readonly MendingTimeRow[] = MENDING_TIMES,
): Day | null {
  const today = dayInIndia(asOf);
  const own = check?.dueOn?.(finding, asOf) ?? null;
  const days = times.find((row) => row.severity === finding.severity && isInForce(row, today))?.days;
  const byGravity = days === undefined ? null : addDays(today, days);
  const nearer = nearerOf(own, byGravity);
  return nearer !== null && nearer < today ? today : nearer;
}

/** The earlier of two days; one alone where the other is missing. */
export function nearerOf(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
