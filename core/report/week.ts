import { addDays, isDay } from '../gst/days.ts';
import type { Day, Instant } from '../time.ts';
import type { ReportWeek } from './weekly-report.ts';

/** Where the shop's zone is not known, or is none, weeks are India's. */
export const INDIA = 'Asia/Kolkata';
/** The hour on Monday at which a week ends and its report goes out. */
const REPORT_TIME = 'T09:00:00.000Z';
const DAYS_A_WEEK = 7;
/** 1970-01-01 was a Thursday: three days after a Monday. */
const THURSDAY = 3;
const DAY_MS = 86_400_000;

/** The week that holds an instant: from Monday 09:00 of the shop's zone to the Monday after, not with its end. */
export function reportWeekOf(at: Instant, timeZone: string | null): ReportWeek {
  const zone = knownZone(timeZone);
  const monday = mondayOf(localDay(at, zone));
  const week = weekFrom(monday, zone);
  return at >= startOfWeek(week) ? week : weekFrom(addDays(monday, -DAYS_A_WEEK), zone);
}

/** The week that begins on this day; null where the day is no Monday. */
export function weekStartingOn(monday: Day, timeZone: string | null): ReportWeek | null {
  return isDay(monday) && mondayOf(monday) === monday ? weekFrom(monday, knownZone(timeZone)) : null;
}

/** The newest week that is over: its report may be made. */
export function endedWeek(at: Instant, timeZone: string | null): ReportWeek {
  return weekBefore(reportWeekOf(at, timeZone));
}

export function weekBefore({ monday, timeZone }: ReportWeek): ReportWeek {
  return weekFrom(addDays(monday, -DAYS_A_WEEK), timeZone);
}

/** Its first moment, which is the end of the week before. */
export function startOfWeek({ monday, timeZone }: Pick<ReportWeek, 'monday' | 'timeZone'>): Instant {
  return nineOClock(monday, timeZone);
}

function weekFrom(monday: Day, timeZone: string): ReportWeek {
  const next = addDays(monday, DAYS_A_WEEK);
  return { monday, sunday: addDays(next, -1), endsAt: nineOClock(next, timeZone), timeZone };
}

function mondayOf(day: Day): Day {
  const days = Date.parse(`${day}T00:00:00Z`) / DAY_MS + THURSDAY;
  return addDays(day, -(((days % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK));
}

/**
 * Nine in the morning of a day. The distance to UTC is asked for at the instant itself: clocks that go forward or back in
 * the night before have done so by nine.
 */
function nineOClock(day: Day, timeZone: string): Instant {
  const asIfUtc = Date.parse(day + REPORT_TIME);
  const guess = asIfUtc - aheadMs(asIfUtc, timeZone);
  return new Date(asIfUtc - aheadMs(guess, timeZone)).toISOString();
}

/** The day that the shop's calendar shows at an instant. */
export function localDay(at: Instant, timeZone: string): Day {
  const ms = Date.parse(at);
  return new Date(ms + aheadMs(ms, timeZone)).toISOString().slice(0, 10);
}

/** How far a zone's clocks are ahead of UTC at a moment. */
function aheadMs(ms: number, timeZone: string): number {
  const second = Math.floor(ms / 1_000) * 1_000;
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(second)
      .map(({ type, value }) => [type, value]),
  );
  const [year, month, day, hour, minute, seconds] = PARTS.map((part) => Number(parts.get(part)));
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, seconds) - second;
}

const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;
const CLOCKS = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = CLOCKS.get(timeZone);
  if (known) return known;
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const clock = new Intl.DateTimeFormat('en-GB-u-ca-iso8601-hc-h23', { ...digits, second: '2-digit', timeZone });
  CLOCKS.set(timeZone, clock);
  return clock;
}

/** The zone where Intl knows it, else India's. What evidence tells is text. */
export function knownZone(timeZone: string | null): string {
  if (timeZone === null) return INDIA;
  try {
    clockOf(timeZone);
    return timeZone;
  } catch {
    return INDIA;
  }
}
