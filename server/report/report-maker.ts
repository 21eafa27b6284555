import type { Connection } from 'mongoose';
import type { MadeReport } from '../../core/api/reports.ts';
import { weekStartingOn, startOfWeek } from '../../core/report/week.ts';
import { weeklyReport, type TakenSnapshot } from '../../core/report/weekly.ts';
import { REPORT_FORMAT, type WeeklyReport } from '../../core/report/weekly-report.ts';
import type { Day, Instant } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import type { ShopStore } from '../shop/shops.ts';
import type { SnapshotStore } from '../shop/snapshots.ts';
import { readReportBasis, type ReportBasis } from './report-basis.ts';
import type { ReportStore } from './report-store.ts';

const HOUR_MS = 60 * 60_000;

export type ReportMaker = ReturnType<typeof reportMaker>;

/**
 * Makes reports of what is stored. A week that is over is recorded when its report is made first, and stays as it was
 * then; a week that goes on is made anew each time, as of the hour.
 */
export function reportMaker({
  connection,
  store,
  snapshots,
  shops,
  clock,
}: {
  connection: Connection;
  store: ReportStore;
  snapshots: Pick<SnapshotStore, 'find'>;
  shops: Pick<ShopStore, 'find'>;
  clock: Clock;
}) {
  async function taken(shop: string, id: string): Promise<TakenSnapshot | null> {
    const snapshot = await snapshots.find(shop, id);
    return snapshot && { id, snapshot };
  }

  /** Null: one of its snapshots is gone. */
  async function fromBasis(shop: string, basis: ReportBasis): Promise<WeeklyReport | null> {
    const { snapshotId, beforeId } = basis;
    const now = await taken(shop, snapshotId);
    const before = beforeId === null ? null : beforeId === snapshotId ? now : await taken(shop, beforeId);
    if (!now || (beforeId !== null && !before)) return null;
    return weeklyReport({ ...basis, taken: now, before });
  }

  return {
    fromBasis,

    /** Null: the day begins no week, the week is to come, or nothing is kept of what it would stand on. */
    async make(shop: string, monday: Day): Promise<MadeReport | null> {
      const now = clock.now();
      const madeAt = now.toISOString();
      const kept = await store.find(shop, monday);
      if (kept) {
        const report = kept.report.format === REPORT_FORMAT ? kept.report : await fromBasis(shop, kept.basis);
        return report && { report, madeAt };
      }
      const week = weekStartingOn(monday, (await shops.find(shop))?.timeZone ?? null);
      if (!week || startOfWeek(week) > madeAt) return null;
      const isOver = week.endsAt <= madeAt;
      const basis = await readReportBasis(connection, shop, { week, asOf: isOver ? week.endsAt : nextHour(now) });
      const report = basis && (await fromBasis(shop, basis));
      if (!report) return null;
      return { report: isOver ? await store.keep(shop, { basis, report }) : report, madeAt };
    },
  };
}

/** What happened in this hour is in it. */
function nextHour(now: Date): Instant {
  return new Date((Math.floor(now.getTime() / HOUR_MS) + 1) * HOUR_MS).toISOString();
}
