import type { CalendarEntry } from '../../../core/evidence/summaries.ts';

/** Overdue first; then what is to come, nearest first; then what may or may not have been filed; what is filed last. */
const ORDER: Readonly<Record<CalendarEntry['state'], number>> = { overdue: 0, upcoming: 1, unknown: 2, filed: 3 };

export function inOrder(entries: readonly CalendarEntry[]): readonly CalendarEntry[] {
  const isPast = ({ state }: CalendarEntry) => state === 'unknown' || state === 'filed';
  return [...entries].sort(
    (a, b) =>
      ORDER[a.state] - ORDER[b.state] ||
      (isPast(a) ? b.dueOn.localeCompare(a.dueOn) : a.dueOn.localeCompare(b.dueOn)) ||
      a.form.localeCompare(b.form),
  );
}
