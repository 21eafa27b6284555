import type { Connection } from 'mongoose';
import type { ReportList } from '../../core/api/reports.ts';
import { reportWeekOf } from '../../core/report/week.ts';
import type { Clock } from '../clock.ts';
import { standingModel } from '../models/standing.ts';
import { trusted } from '../store/connect.ts';
import { RETENTION_DAYS } from '../models/retention.ts';
import type { ShopStore } from '../shop/shops.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Checks by hand and by events stand beside those of the weeks. */
const MOST_POINTS = 5_000;

/** Weeks in which the shop was checked, newest first, with the score that the week ended on, as it was judged then. */
export function reportWeeks({
  connection,
  shops,
  clock,
}: {
  connection: Connection;
  shops: Pick<ShopStore, 'find'>;
  clock: Clock;
}) {
  return async (shop: string): Promise<ReportList['weeks']> => {
    const timeZone = (await shops.find(shop))?.timeZone ?? null;
    const now = clock.now();
    const since = new Date(now.getTime() - RETENTION_DAYS.reports * DAY_MS);
    const records = await standingModel(connection)
      .find({ shop, takenAt: trusted({ $gte: since }) }, { takenAt: 1, score: 1 })
      .sort({ takenAt: -1 })
      .limit(MOST_POINTS)
      .lean();
    const weeks = new Map<string, Omit<ReportList['weeks'][number], 'change'>>();
    for (const { takenAt, score } of records) {
      const { monday, sunday, endsAt } = reportWeekOf(takenAt.toISOString(), timeZone);
      const isRunning = endsAt > now.toISOString();
      if (!weeks.has(monday)) weeks.set(monday, { monday, sunday, score: score ?? null, isRunning });
    }
    const newestFirst = [...weeks.values()];
    return newestFirst.map((week, place) => ({ ...week, change: changeOf(week.score, newestFirst[place + 1]?.score) }));
  };
}

function changeOf(now: number | null, before: number | null | undefined): number | null {
  return now === null || before == null ? null : now - before;
}
