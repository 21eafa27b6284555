import { addDays, dayInIndia } from '../gst/days.ts';
import type { Day, Instant } from '../time.ts';
import type { QuietHours } from './rules.ts';

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** "21:00": hours and minutes of a day. */
export const isTimeOfDay = (text: string): boolean => CLOCK.test(text);

/** The moment at which India's clocks show a time of a day: "2026-11-23" and "09:00" to "2026-11-23T03:30:00.000Z". */
export function instantInIndia(day: Day, time: string): Instant {
  return new Date(`${day}T${time}:00+05:30`).toISOString();
}

/**
 * `at`, or the end of the quiet hours that it lies in. They begin at their first minute and are over at their last;
 * where both are the same there are none. India has no summer time, so each day has the same hours.
 */
export function afterQuietHours(quiet: QuietHours | null, at: Instant): Instant {
  if (!quiet || quiet.from === quiet.to) return at;
  const today = dayInIndia(at);
  const { from, to } = quiet;
  const isPast = (time: string) => at >= instantInIndia(today, time);
  const isQuiet = from < to ? isPast(from) && !isPast(to) : isPast(from) || !isPast(to);
  if (!isQuiet) return at;
  return instantInIndia(isPast(to) ? addDays(today, 1) : today, to);
}
