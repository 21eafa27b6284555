import { addDays, dayInIndia } from '../gst/days.ts';
import type { Day, Instant } from '../time.ts';
import { instantInIndia } from './quiet-hours.ts';

/** When the shop opens its letters. */
export const DIGEST_TIME = '09:00';

export const digestAt = (slot: Day): Instant => instantInIndia(slot, DIGEST_TIME);

/** The next day whose 09:00 in India is still to come. */
export function nextMorning(now: Instant): Day {
  const today = dayInIndia(now);
  return now < digestAt(today) ? today : addDays(today, 1);
}

/** The next Monday whose 09:00 in India is still to come. */
export function nextMondayMorning(now: Instant): Day {
  const morning = nextMorning(now);
  const daysToMonday = (8 - new Date(`${morning}T00:00:00Z`).getUTCDay()) % 7;
  return addDays(morning, daysToMonday);
}
