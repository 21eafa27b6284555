import { CHECKS } from '../core/checks/index.ts';
import type { EvidenceByKind } from '../core/evidence/kinds.ts';
import type { Snapshot } from '../core/evidence/snapshot.ts';
import { reportWeekOf } from '../core/report/week.ts';
import type { TakenSnapshot, WeeklyInput } from '../core/report/weekly.ts';
import { AS_OF, aSnapshot } from './factories.ts';

/** The factories' evidence is of AS_OF, a Sunday: the week before ends the day after. Two days later nothing ran out. */
export const TUESDAY = new Date(Date.parse(AS_OF) + 2 * 24 * 60 * 60_000).toISOString();
export const CHECK_IDS: readonly string[] = CHECKS.map(({ id }) => id);

/** A snapshot of the week, as the store hands it out. */
export function taken(over: Partial<EvidenceByKind> = {}, takenAt = TUESDAY): TakenSnapshot {
  const snapshot: Snapshot = { ...aSnapshot(over), takenAt };
  return { id: `snapshot ${takenAt}`, snapshot };
}

/** One of the week before. */
export const takenBefore = (over: Partial<EvidenceByKind> = {}): TakenSnapshot => taken(over, AS_OF);

/** A week that is over, of a clean shop that was clean before. */
export function aWeeklyInput(over: Partial<WeeklyInput> = {}): WeeklyInput {
  const week = reportWeekOf(TUESDAY, 'Asia/Kolkata');
  return {
    week,
    asOf: week.endsAt,
    taken: taken(),
    before: takenBefore(),
    trend: [],
    decisions: { silenced: [], dues: [] },
    audit: null,
    checkIds: CHECK_IDS,
    checkIdsBefore: CHECK_IDS,
    ...over,
  };
}
