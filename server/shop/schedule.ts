import { createHash } from 'node:crypto';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const WEEK_MS = 7 * DAY_MS;

/** A burst of changes waits this long and is one scan. */
export const SETTLE_MS = 30_000;

/** The shop's own moment in each week, in ms after the week's start. A hash spreads shops evenly over the week. */
export function weeklyOffsetMs(shop: string): number {
  return createHash('sha256').update(shop).digest().readUIntBE(0, 6) % WEEK_MS;
}

/** The next of the shop's weekly moments after `after`. */
export function nextWeeklyCheck(shop: string, after: Date): Date {
  const offset = weeklyOffsetMs(shop);
  const week = Math.floor((after.getTime() - offset) / WEEK_MS) + 1;
  return new Date(week * WEEK_MS + offset);
}

/** The next of the shop's daily moments after `after`: the hour of its weekly one. */
export function nextDailyCheck(shop: string, after: Date): Date {
  const offset = weeklyOffsetMs(shop) % DAY_MS;
  const day = Math.floor((after.getTime() - offset) / DAY_MS) + 1;
  return new Date(day * DAY_MS + offset);
}

/**
 * The shop's daily moment for a look at its main theme: half a day from the other daily one, so that a shop's work does
 * not come all at once.
 */
export function nextThemeLook(shop: string, after: Date): Date {
  return new Date(nextDailyCheck(shop, new Date(after.getTime() - DAY_MS / 2)).getTime() + DAY_MS / 2);
}

/** A frozen shop is asked once a day whether it is open again. */
export const PROBE_EACH_MS = DAY_MS;

/** After the first failed scan one minute, then 4, 16 and so on, a day at most. */
export function retryDelayMs(failedScans: number): number {
  return Math.min(MINUTE_MS * 4 ** Math.max(0, failedScans - 1), DAY_MS);
}
