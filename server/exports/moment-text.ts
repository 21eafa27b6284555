import { dayText } from '../../core/day-text.ts';
import type { Language } from '../../core/text.ts';
import type { Instant } from '../../core/time.ts';

/** India keeps one zone, five and a half hours ahead of UTC, and no summer time. */
const INDIA_AHEAD_MS = 5.5 * 60 * 60 * 1000;

/** "22 Nov 2026, 18:40 IST": on paper the clock has 24 hours, in both languages. */
export function momentText(instant: Instant, language: Language): string {
  const [day = '', time = ''] = new Date(Date.parse(instant) + INDIA_AHEAD_MS).toISOString().split('T');
  return `${dayText(day, language)}, ${time.slice(0, 5)} IST`;
}
