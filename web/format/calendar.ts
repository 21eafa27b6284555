import { dayText } from '../../core/day-text.ts';
import type { Day, Instant } from '../../core/time.ts';
import type { Language } from '../../core/text.ts';

/** India keeps one zone, five and a half hours ahead of UTC, and no summer time. */
const INDIA_AHEAD_MS = 5.5 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The calendar day in India at an instant: "2026-11-22". */
export function indiaDay(instant: Instant): Day {
  return inIndia(instant).toISOString().slice(0, 10);
}

/** The day `days` after `day`; before it when negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The day of an instant in India, in words. */
export function formatDate(instant: Instant, language: Language): string {
  return dayText(indiaDay(instant), language);
}

/** "6:40 pm IST", "शाम 6:40 बजे IST". */
export function formatTime(instant: Instant, language: Language): string {
  const moment = inIndia(instant);
  const hour = moment.getUTCHours();
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}:${String(moment.getUTCMinutes()).padStart(2, '0')}`;
  return language === 'hi' ? `${hindiPartOfDay(hour)} ${clock} बजे IST` : `${clock} ${hour < 12 ? 'am' : 'pm'} IST`;
}

/** "22 Nov 2026, 6:40 pm IST". */
export function formatDateTime(instant: Instant, language: Language): string {
  return `${formatDate(instant, language)}, ${formatTime(instant, language)}`;
}

/** Night runs over midnight: 20:00 to 3:59. */
function hindiPartOfDay(hour: number): string {
  if (hour >= 4 && hour < 12) return 'सुबह';
  if (hour >= 12 && hour < 16) return 'दोपहर';
  if (hour >= 16 && hour < 20) return 'शाम';
  return 'रात';
}

/** A date whose UTC fields read as the clock on an Indian wall. */
function inIndia(instant: Instant): Date {
  return new Date(Date.parse(instant) + INDIA_AHEAD_MS);
}
