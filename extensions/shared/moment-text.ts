import { dayText } from '../../core/day-text.ts';
import { dayInIndia } from '../../core/gst/days.ts';
import type { Language } from '../../core/text.ts';
import type { Instant } from '../../core/time.ts';

/** India keeps one zone, five and a half hours ahead of UTC, and no summer time. */
const INDIA_AHEAD_MS = 5.5 * 3_600_000;

/** "22 Nov 2026, 6:40 pm IST", "22 नवंबर 2026, शाम 6:40 बजे IST": as our pages write it. What is no instant stays. */
export function momentText(at: Instant, language: Language): string {
  const clock = new Date(Date.parse(at) + INDIA_AHEAD_MS);
  if (Number.isNaN(clock.getTime())) return at;
  const hour = clock.getUTCHours();
  const time = `${hour % 12 === 0 ? 12 : hour % 12}:${String(clock.getUTCMinutes()).padStart(2, '0')}`;
  const said = language === 'hi' ? `${partOfDay(hour)} ${time} बजे IST` : `${time} ${hour < 12 ? 'am' : 'pm'} IST`;
  return `${dayText(dayInIndia(at), language)}, ${said}`;
}

/** Night runs over midnight: 20:00 to 3:59. */
function partOfDay(hour: number): string {
  if (hour >= 4 && hour < 12) return 'सुबह';
  if (hour >= 12 && hour < 16) return 'दोपहर';
  if (hour >= 16 && hour < 20) return 'शाम';
  return 'रात';
}
