import { BREACH_CLOCKS, type BreachClock } from '../data/breach-clocks.ts';
import { addDays } from '../gst/days.ts';
import type { Day, Instant } from '../time.ts';

const HOUR_MS = 3_600_000;

/** When an hour clock ends that began at `awareAt`. Null: it does not count hours. */
export function dueAt({ length }: BreachClock, awareAt: Instant): Instant | null {
  if (length?.unit !== 'hours') return null;
  return new Date(Date.parse(awareAt) + length.count * HOUR_MS).toISOString();
}

/** The last day of a clock of calendar days that began on `start`, which does not count. Null: it counts no such days. */
export function dueOn({ length }: BreachClock, start: Day): Day | null {
  return length?.unit === 'calendar-days' ? addDays(start, length.count) : null;
}

/** Whether a clock binds on a day; for small firms some began later. A clock that is not verified binds nobody. */
export function isInForce(clock: BreachClock, day: Day, { isSmall }: { readonly isSmall: boolean }): boolean {
  if (clock.status === 'unverified') return false;
  const from = (isSmall ? clock.effectiveFromForSmall : null) ?? clock.effectiveFrom;
  return from === null || from <= day;
}

export function breachClock(id: string): BreachClock | null {
  return BREACH_CLOCKS.find((clock) => clock.id === id) ?? null;
}
