import { dayText } from '../../day-text.ts';
import { dayInIndia } from '../../gst/days.ts';
import type { Language } from '../../text.ts';
import type { Instant } from '../../time.ts';

const MINUTE_MS = 60_000;
const INDIA_MINUTES = 330;

/** Parts of the day from their first hour on. */
const PARTS_HI: readonly (readonly [hour: number, word: string])[] = [
  [20, 'रात'],
  [16, 'शाम'],
  [12, 'दोपहर'],
  [4, 'सुबह'],
  [0, 'रात'],
];

/** "22 Nov 2026, 6:00 am IST", "22 नवंबर 2026, सुबह 6:00 बजे IST". */
export function indianMoment(at: Instant, language: Language): string {
  const minutes = Math.floor(Date.parse(at) / MINUTE_MS + INDIA_MINUTES) % (24 * 60);
  const hour = Math.floor(minutes / 60);
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}:${String(minutes % 60).padStart(2, '0')}`;
  const day = dayText(dayInIndia(at), language);
  if (language === 'en') return `${day}, ${clock} ${hour < 12 ? 'am' : 'pm'} IST`;
  const part = PARTS_HI.find(([from]) => hour >= from)?.[1] ?? '';
  return `${day}, ${part} ${clock} बजे IST`;
}
