import type { Connection } from 'mongoose';
import type { AuditMark } from '../../core/audit/audit-entry.ts';
import { CHECKS } from '../../core/checks/index.ts';
import { localDay, reportWeekOf, startOfWeek } from '../../core/report/week.ts';
import type { ReportDecisions } from '../../core/report/weekly.ts';
import type { ReportWeek, WeekPoint } from '../../core/report/weekly-report.ts';
import type { CheckResult } from '../../core/judgement.ts';
import type { Instant } from '../../core/time.ts';
import { auditEntryModel } from '../models/audit-entry.ts';
import { snapshotModel } from '../models/snapshot.ts';
import { standingModel } from '../models/standing.ts';
import { trusted } from '../store/connect.ts';
import { decisionsAsOf } from './decisions-as-of.ts';

/** So many weeks the trend goes back, this one with them. */
const TREND_WEEKS = 13;
const WEEK_MS = 7 * 24 * 60 * 60_000;
/** The newest snapshot may not be judged yet, or never was: one before it is taken. */
const LOOK_BACK = 20;
/** Checks by hand and by events stand beside those of the week. */
const MOST_POINTS = 5_000;

/** All that the report of a week stands on, without the evidence itself. Plain JSON. */
export interface ReportBasis {
  readonly week: ReportWeek;
  readonly asOf: Instant;
  readonly snapshotId: string;
  readonly beforeId: string | null;
  readonly trend: readonly WeekPoint[];
  readonly decisions: ReportDecisions;
  readonly audit: AuditMark | null;
  readonly checkIds: readonly string[];
  readonly checkIdsBefore: readonly string[];
  /** When the older of the two snapshots was taken. */
  readonly oldestAt: Instant;
}

interface Head {
  readonly id: string;
  readonly takenAt: Date;
}

/** Reads what the store tells of a week as it stands at `asOf`. Null: no check had looked at the shop by then. */
export async function readReportBasis(
  connection: Connection,
  shop: string,
  { week, asOf }: Pick<ReportBasis, 'week' | 'asOf'>,
): Promise<ReportBasis | null> {
  const [begin, end] = [new Date(startOfWeek(week)), new Date(asOf)];
  const before = await newestJudged(connection, shop, { until: begin });
  const newest = (await newestJudged(connection, shop, { since: begin, until: end })) ?? before;
  if (!newest) return null;
  const checkIds = CHECKS.map(({ id }) => id as string);
  const oldest = before ?? newest;
  return {
    ...{ week, asOf, snapshotId: newest.id, beforeId: before?.id ?? null },
    trend: await trendOf(connection, shop, { week, end }),
    decisions: await decisionsAsOf(connection, shop, { asOf: end, dayOf: (at) => localDay(at, week.timeZone) }),
    audit: await auditMark(connection, shop, end),
    checkIds,
    checkIdsBefore: before ? await checksOf(connection, shop, before.id) : checkIds,
    oldestAt: oldest.takenAt.toISOString(),
  };
}

/** The newest snapshot of a span that was judged and is still kept. */
async function newestJudged(
  connection: Connection,
  shop: string,
  { since, until }: { readonly since?: Date; readonly until: Date },
): Promise<Head | null> {
  const takenAt = trusted({ ...(since && { $gte: since }), $lt: until });
  const heads = await snapshotModel(connection)
    .find({ shop, takenAt }, { takenAt: 1 })
    .sort({ takenAt: -1 })
    .limit(LOOK_BACK)
    .lean();
  for (const head of heads) {
    const isJudged = await standingModel(connection).exists({ shop, _id: head._id });
    if (isJudged) return { id: head._id.toString(), takenAt: head.takenAt };
  }
  return null;
}

/** A point a week: the newest of each, as it was judged then. */
async function trendOf(
  connection: Connection,
  shop: string,
  { week, end }: { readonly week: ReportWeek; readonly end: Date },
): Promise<WeekPoint[]> {
  const since = new Date(Date.parse(startOfWeek(week)) - TREND_WEEKS * WEEK_MS);
  const records = await standingModel(connection)
    .find({ shop, takenAt: trusted({ $gte: since, $lt: end }) }, { takenAt: 1, score: 1, assessed: 1, applicable: 1 })
    .sort({ takenAt: -1 })
    .limit(MOST_POINTS)
    .lean();
  const points = new Map<string, WeekPoint>();
  for (const { takenAt, score, assessed, applicable } of records) {
    const { monday } = reportWeekOf(takenAt.toISOString(), week.timeZone);
    if (!points.has(monday)) points.set(monday, { monday, score: score ?? null, assessed, applicable });
  }
  return [...points.values()].slice(0, TREND_WEEKS).reverse();
}

/** The last line of the shop's log that was written by then. */
async function auditMark(connection: Connection, shop: string, end: Date): Promise<AuditMark | null> {
  const line = await auditEntryModel(connection)
    .findOne({ shop, at: trusted({ $lt: end }) }, { seq: 1, hash: 1 })
    .sort({ seq: -1 })
    .lean();
  return line && { seq: line.seq, hash: line.hash };
}

async function checksOf(connection: Connection, shop: string, id: string): Promise<string[]> {
  const record = await standingModel(connection).findOne({ shop, _id: id }, { resultsJson: 1 }).lean();
  const results = record ? (JSON.parse(record.resultsJson) as CheckResult[]) : [];
  return results.map(({ checkId }) => checkId);
}
