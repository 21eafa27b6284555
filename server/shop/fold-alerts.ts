import type { ClientSession, Connection } from 'mongoose';
import type { AlertEventKind } from '../../core/api/alerts.ts';
import type { ScanProgress } from '../../core/api/home.ts';
import { type Area } from '../../core/checks/check.ts';
import { SEVERITIES, isGraver } from '../../core/severity.ts';
import { RETIRED_CHECK_IDS } from '../../core/checks/index.ts';
import { reconcile, type AlertChanges, type NewAlert, type ObservedAlert } from '../../core/reconcile.ts';
import type { AlertNews, NewsKind } from '../../core/notices/news.ts';
import type { CheckResult } from '../../core/judgement.ts';
import { alertModel, type AlertRecord } from '../models/alert.ts';
import { trusted } from '../store/connect.ts';
import { MAX_HISTORY } from './alerts.ts';

const PRAHARI = 'prahari';

/** The moment and snapshot in whose name alerts change. */
export interface FoldContext {
  readonly shop: string;
  readonly snapshotId: string;
  readonly takenAt: Date;
  readonly session: ClientSession;
}

/** How many alerts opened, stayed and closed, and what people may want to hear of it. */
export interface FoldedAlerts {
  readonly changes: NonNullable<ScanProgress['changes']>;
  readonly news: readonly AlertNews[];
}

/**
 * Folds one snapshot's results into the shop's alerts, inside the caller's transaction. Repeating it changes nothing
 * but dates.
 */
export async function foldAlerts(
  connection: Connection,
  results: readonly CheckResult[],
  context: FoldContext,
): Promise<FoldedAlerts> {
  const { shop, session, takenAt } = context;
  const model = alertModel(connection);
  const known = await model
    .find({ shop, status: trusted({ $ne: 'resolved' }) }, { history: 0 })
    .session(session)
    .lean<Omit<AlertRecord, 'history'>[]>();
  const changes = reconcile(
    results,
    known.flatMap(({ fingerprint, checkId, status, severity, suppressedUntil }) =>
      status === 'resolved'
        ? []
        : [{ fingerprint, checkId, status, severity, suppressedUntil: suppressedUntil?.toISOString() ?? null }],
    ),
    takenAt.toISOString(),
    { retired: RETIRED_CHECK_IDS },
  );
  const again = new Set<string>(
    await model
      .distinct('fingerprint', { shop, fingerprint: trusted({ $in: changes.open.map((alert) => alert.fingerprint) }) })
      .session(session),
  );
  const before = new Map(known.map((alert) => [alert.fingerprint, alert]));
  const operations = [
    ...changes.open.map((alert) => (again.has(alert.fingerprint) ? reopen(alert, context) : open(alert, context))),
    ...changes.observe.map((alert) => observe(alert, before.get(alert.fingerprint), context)),
    ...changes.resolve.map((alert) => resolve(alert, context)),
  ];
  if (operations.length > 0) await model.bulkWrite(operations, { session, ordered: true });
  return {
    changes: { opened: changes.open.length, stayed: changes.observe.length, resolved: changes.resolve.length },
    news: newsOf(changes, { before, again, context }),
  };
}

/** What is the same as last time is no news, whatever its figures; silenced alerts are silent. */
function newsOf(
  { open: opened, observe: observed, resolve: gone }: AlertChanges,
  {
    before,
    again,
    context,
  }: {
    readonly before: ReadonlyMap<string, Omit<AlertRecord, 'history'>>;
    readonly again: ReadonlySet<string>;
    readonly context: FoldContext;
  },
): AlertNews[] {
  const at = context.takenAt.toISOString();
  const told = (kind: NewsKind, alert: Omit<AlertNews, 'kind' | 'at' | 'dueOn'>): AlertNews => {
    const { fingerprint, checkId, messageId, data, subject, severity, atStakePaise } = alert;
    return { kind, fingerprint, checkId, messageId, data, subject, severity, atStakePaise, dueOn: null, at };
  };
  const known = (fingerprint: string) => {
    const alert = before.get(fingerprint);
    return alert && { ...alert, data: alert.data as AlertNews['data'], atStakePaise: alert.atStakePaise ?? null };
  };
  return [
    ...opened.map((alert) => told(again.has(alert.fingerprint) ? 'reopened' : 'opened', alert)),
    ...observed.flatMap((alert) => {
      const was = known(alert.fingerprint);
      if (!was) return [];
      if (alert.unsuppress) return [told('woken', { ...was, ...alert })];
      const isWorse = was.status !== 'suppressed' && isGraver(alert.severity, was.severity);
      return isWorse ? [told('graver', { ...was, ...alert })] : [];
    }),
    ...gone.flatMap(({ fingerprint }) => {
      const was = known(fingerprint);
      return was && was.status !== 'suppressed' ? [told('resolved', was)] : [];
    }),
  ];
}

/** What a scan sees of a defect, as fields of its alert. */
function seen(alert: NewAlert | ObservedAlert, { snapshotId, takenAt }: FoldContext) {
  const { messageId, data, severity, rung, atStakePaise, adminPath } = alert;
  return {
    messageId,
    data,
    severity,
    severityRank: SEVERITIES.indexOf(severity),
    snapshotId,
    lastObservedAt: takenAt,
    rung, // null is written too: what no longer holds must not stay
    atStakePaise,
    adminPath,
  };
}

const event = (kind: AlertEventKind, { takenAt }: FoldContext) => ({ kind, at: takenAt, by: PRAHARI });
const pushed = (kind: AlertEventKind, context: FoldContext) => ({
  $push: { history: { $each: [event(kind, context)], $slice: -MAX_HISTORY } },
});

function open(alert: NewAlert, context: FoldContext) {
  const { shop, takenAt } = context;
  const { fingerprint, checkId, subject } = alert;
  return {
    insertOne: {
      document: {
        ...seen(alert, context),
        shop,
        fingerprint,
        checkId,
        subject,
        area: checkId.slice(0, checkId.indexOf('/')) as Area,
        status: 'open' as const,
        firstObservedAt: takenAt,
        history: [event('opened', context)],
      },
    },
  };
}

/** The same defect is back after it was mended. */
function reopen(alert: NewAlert, context: FoldContext) {
  return {
    updateOne: {
      filter: { shop: context.shop, fingerprint: alert.fingerprint },
      update: {
        $set: { ...seen(alert, context), status: 'open' as const },
        $unset: { resolvedAt: 1 as const, suppressedUntil: 1 as const, suppressReason: 1 as const },
        ...pushed('reopened', context),
      },
    },
  };
}

/** Told in the history only when something about the defect is new: a quiet week is no event. */
function observe(alert: ObservedAlert, before: Omit<AlertRecord, 'history'> | undefined, context: FoldContext) {
  const isNews =
    before?.messageId !== alert.messageId ||
    before.severity !== alert.severity ||
    JSON.stringify(before.data) !== JSON.stringify(alert.data);
  const fields = seen(alert, context);
  const filter = { shop: context.shop, fingerprint: alert.fingerprint };
  if (alert.unsuppress) {
    return {
      updateOne: {
        filter,
        update: {
          $set: { ...fields, status: 'open' as const },
          $unset: { suppressedUntil: 1 as const, suppressReason: 1 as const },
          ...pushed('unsuppressed', context),
        },
      },
    };
  }
  return { updateOne: { filter, update: { $set: fields, ...(isNews && pushed('observed', context)) } } };
}

function resolve({ fingerprint }: AlertChanges['resolve'][number], context: FoldContext) {
  return {
    updateOne: {
      filter: { shop: context.shop, fingerprint },
      update: {
        $set: { status: 'resolved' as const, resolvedAt: context.takenAt },
        $unset: { suppressedUntil: 1 as const, suppressReason: 1 as const },
        ...pushed('resolved', context),
      },
    },
  };
}
