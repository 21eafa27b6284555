import type { Connection } from 'mongoose';
import type { AlertDetail, AlertSort, AlertStatus, AlertSummary } from '../../core/api/alerts.ts';
import type { Home } from '../../core/api/home.ts';
import { type Area } from '../../core/checks/check.ts';
import { SEVERITIES, type Severity } from '../../core/severity.ts';
import type { Clock } from '../clock.ts';
import { alertModel, type AlertRecord } from '../models/alert.ts';
import { trusted } from '../store/connect.ts';
import { alertMatches } from './alert-search.ts';
import { alertDetail, alertSummary } from './alert-shapes.ts';

/** Which alerts; an empty list means every one. */
export interface AlertFilter {
  readonly status: readonly AlertStatus[];
  readonly severity: readonly Severity[];
  readonly area: Area | null;
  /** Ids of checks. */
  readonly check: readonly string[];
  readonly q: string;
  readonly sort: AlertSort;
}

export const ALERT_PAGE_SIZE = 25;
/** The newest hundred events of an alert are kept. */
export const MAX_HISTORY = 100;
/** More alerts than this of one shop are neither searched nor exported. */
const MAX_READ = 10_000;
const DO_NEXT = 5;

/** `_id` last, so that pages never show an alert twice. */
const ORDERS = {
  severity: { severityRank: 1, firstObservedAt: -1, _id: 1 },
  newest: { firstObservedAt: -1, _id: 1 },
  oldest: { firstObservedAt: 1, _id: 1 },
} as const satisfies Record<AlertSort, Record<string, 1 | -1>>;

/** What a person does to alerts. */
export type AlertAct =
  | { readonly kind: 'acknowledged' | 'reopened' }
  | { readonly kind: 'suppressed'; readonly reason: string; readonly until: Date };

/** The statuses from which each act leads on. A resolved alert belongs to the scans alone. */
const FROM: Readonly<Record<AlertAct['kind'], readonly AlertStatus[]>> = {
  acknowledged: ['open'],
  reopened: ['acknowledged', 'suppressed'],
  suppressed: ['open', 'acknowledged', 'suppressed'],
};
const TO = { acknowledged: 'acknowledged', reopened: 'open', suppressed: 'suppressed' } as const;

export type AlertStore = ReturnType<typeof alertStore>;

/** The shop's alerts, as people read and handle them. Scans write them through fold-alerts.ts. */
export function alertStore({ connection, clock }: { connection: Connection; clock: Clock }) {
  const model = alertModel(connection);
  const matching = (shop: string, { status, severity, area, check }: AlertFilter) => ({
    shop,
    ...(status.length > 0 && { status: trusted({ $in: status }) }),
    ...(severity.length > 0 && { severity: trusted({ $in: severity }) }),
    ...(area && { area }),
    ...(check.length > 0 && { checkId: trusted({ $in: check }) }),
  });

  /** All that match, in order, without their history. */
  async function all(shop: string, filter: AlertFilter): Promise<AlertSummary[]> {
    const records = await model
      .find(matching(shop, filter), { history: 0 })
      .sort(ORDERS[filter.sort])
      .limit(MAX_READ)
      .lean<(AlertRecord & { _id: { toString(): string } })[]>();
    const alerts = records.map(alertSummary);
    return filter.q ? alerts.filter((alert) => alertMatches(alert, filter.q)) : alerts;
  }

  return {
    all,

    async page(shop: string, filter: AlertFilter, page: number): Promise<{ alerts: AlertSummary[]; total: number }> {
      const skip = (page - 1) * ALERT_PAGE_SIZE;
      if (filter.q) {
        // Words live in the checks' texts, not in the store, so a search reads what the merchant would read.
        const alerts = await all(shop, filter);
        return { alerts: alerts.slice(skip, skip + ALERT_PAGE_SIZE), total: alerts.length };
      }
      const records = await model
        .find(matching(shop, filter), { history: 0 })
        .sort(ORDERS[filter.sort])
        .skip(skip)
        .limit(ALERT_PAGE_SIZE)
        .lean<(AlertRecord & { _id: { toString(): string } })[]>();
      return { alerts: records.map(alertSummary), total: await model.countDocuments(matching(shop, filter)) };
    },

    async find(shop: string, id: string): Promise<AlertDetail | null> {
      const record = await model.findOne({ shop, _id: id }).lean();
      return record && alertDetail(record);
    },

    /**
     * Does one thing to several alerts, with who did it. Answers those that changed; one that is past it (acknowledged
     * already, resolved meanwhile) is left alone. Null when none of them is this shop's.
     */
    async act(shop: string, ids: readonly string[], act: AlertAct, by: string): Promise<AlertSummary[] | null> {
      const at = clock.now();
      const event = { kind: act.kind, at, by, ...(act.kind === 'suppressed' && { reason: act.reason }) };
      const suppression =
        act.kind === 'suppressed'
          ? { $set: { status: TO[act.kind], suppressedUntil: act.until, suppressReason: act.reason } }
          : { $set: { status: TO[act.kind] }, $unset: { suppressedUntil: 1, suppressReason: 1 } };
      const changed: AlertSummary[] = [];
      let isAnyHere = false;
      for (const id of new Set(ids)) {
        const record = await model
          .findOneAndUpdate(
            { shop, _id: id, status: trusted({ $in: FROM[act.kind] }) },
            { ...suppression, $push: { history: { $each: [event], $slice: -MAX_HISTORY } } },
            { returnDocument: 'after' },
          )
          .lean();
        if (record) changed.push(alertSummary(record));
        isAnyHere ||= record !== null || (await model.exists({ shop, _id: id })) !== null;
      }
      return isAnyHere ? changed : null;
    },

    /** Open alerts by severity, and how many are suppressed. */
    async counts(shop: string): Promise<Pick<Home, 'openBySeverity' | 'suppressedCount'>> {
      const groups = await model.aggregate<{ _id: { status: AlertStatus; severity: Severity }; count: number }>([
        { $match: { shop, status: { $in: ['open', 'suppressed'] } } },
        { $group: { _id: { status: '$status', severity: '$severity' }, count: { $sum: 1 } } },
      ]);
      const countOf = (status: AlertStatus, severity: Severity) =>
        groups.find(({ _id }) => _id.status === status && _id.severity === severity)?.count ?? 0;
      return {
        openBySeverity: Object.fromEntries(
          SEVERITIES.map((severity) => [severity, countOf('open', severity)]),
        ) as Record<Severity, number>,
        suppressedCount: SEVERITIES.reduce((sum, severity) => sum + countOf('suppressed', severity), 0),
      };
    },

    /** The alerts to mend first. */
    async doNext(shop: string): Promise<AlertSummary[]> {
      const records = await model
        .find({ shop, status: 'open', severity: trusted({ $ne: 'info' }) }, { history: 0 })
        .sort(ORDERS.severity)
        .limit(DO_NEXT)
        .lean<(AlertRecord & { _id: { toString(): string } })[]>();
      return records.map(alertSummary);
    },

    /** Whether this shop ever mended something. */
    async isAnyResolved(shop: string): Promise<boolean> {
      return (await model.exists({ shop, status: 'resolved' })) !== null;
    },
  };
}
