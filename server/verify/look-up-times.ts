import type { RegistryEntry } from '../../core/evidence/registry.ts';
import { dayInIndia, addDays, financialYearOf } from '../../core/gst/days.ts';
import type { Day } from '../../core/time.ts';
import { weeklyOffsetMs } from '../shop/schedule.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const IST_AHEAD_MS = 5.5 * HOUR_MS;
/** A status older than this is asked for again; a daily look-up that comes a little early still asks. */
const STATUS_FRESH_MS = 20 * HOUR_MS;
/** After an answer that was none: at the soonest. The service's own pause may be longer. */
const RETRY_MS = 10 * MINUTE_MS;
/** Months after the year's end in which returns of the old year's last months are still looked at. */
const LOOK_BACK_DAYS = 75;

/** The next of the shop's daily moments after `after`: the minute of the day that its hash gives, so that shops spread. */
export function nextDailyLookUp(shop: string, after: Date): Date {
  const offset = weeklyOffsetMs(shop) % DAY_MS;
  const day = Math.floor((after.getTime() - offset) / DAY_MS) + 1;
  return new Date(day * DAY_MS + offset);
}

/** A moment of the shop's own in the first hours of the next day of India, when the budget is whole again. */
export function nextBudgetDay(shop: string, after: Date): Date {
  const midnight = Date.parse(`${addDays(dayInIndia(after.toISOString()), 1)}T00:00:00Z`) - IST_AHEAD_MS;
  return new Date(midnight + (weeklyOffsetMs(shop) % (4 * HOUR_MS)));
}

/** Whether a number is to be asked for. */
export function isStatusDue({ asked }: RegistryEntry, now: Date, askAgainFrom: Date): boolean {
  if (!asked) return true;
  const at = Date.parse(asked.at);
  if (at < askAgainFrom.getTime()) return true;
  const isTold = asked.outcome === 'known' || asked.outcome === 'not-found';
  const isPassing = asked.outcome === 'limited' || asked.outcome === 'unreachable' || asked.outcome === 'source-down';
  return now.getTime() - at >= (!isTold && isPassing ? RETRY_MS : STATUS_FRESH_MS);
}

/** Whether the returns of a number are to be asked for: once a day, after its status. */
export function areReturnsDue({ known, returns }: RegistryEntry, now: Date, askAgainFrom: Date): boolean {
  if (!known) return false;
  if (!returns) return true;
  const at = Date.parse(returns.learnedAt);
  return at < askAgainFrom.getTime() || now.getTime() - at >= STATUS_FRESH_MS;
}

/** Financial years of filing that hold the last months' returns, the running one first. */
export function yearsToAsk(now: Date): string[] {
  const today: Day = dayInIndia(now.toISOString());
  return [...new Set([financialYearOf(today), financialYearOf(addDays(today, -LOOK_BACK_DAYS))])];
}
