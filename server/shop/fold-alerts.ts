import type { ClientSession, Connection } from 'mongoose';
import type { AlertEventKind } from '../../core/api/alerts.ts';
import type { ScanProgress } from '../../core/api/home.ts';
import { type Area } from '../../core/checks/check.ts';
import { checkById, RENAMED_CHECK_IDS, RETIRED_CHECK_IDS } from '../../core/checks/index.ts';
import { dueDay, nearerOf } from '../../core/due-day.ts';
import { SEVERITIES, isGraver } from '../../core/severity.ts';
import type { Day } from '../../core/time.ts';
import { reconcile, type AlertChanges, type NewAlert, type ObservedAlert } from '../../core/reconcile.ts';
import type { AlertNews, NewsKind } from '../../core/notices/news.ts';
import type { CheckResult } from '../../core/judgement.ts';
import { alertModel, type AlertRecord } from '../models/alert.ts';
import { trusted } from '../store/connect.ts';
import { markAlerts } from './alert-mark.ts';
import { renameAlerts } from './rename-alerts.ts';

const PRAHARI = 'prahari';
/** The newest hundred events of an alert are kept. */
export const MAX_HISTORY = 100;

/** An alert that is not resolved, as it stood before the scan. */
export type KnownAlert = Omit<AlertRecord, 'history' | 'comments'>;

/** The moment and snapshot in whose name alerts change. */
export interface FoldContext {
  readonly shop: string;
  readonly snapshotId: string;
  readonly takenAt: Date;
  readonly session: ClientSession;
  /** Checks under their old ids; ours, except in tests. */
  readonly renamed?: Readonly<Record<string, string>>;
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
  const { shop, session, takenAt, renamed = RENAMED_CHECK_IDS } = context;
  const model = alertModel(connection);
  const stored = await model
    .find({ shop, status: trusted({ $ne: 'resolved' }) }, { history: 0, comments: 0 })
    .session(session)
    .lean<KnownAlert[]>();
  const known = await renameAlerts(connection, stored, { shop, session, renamed });
  const changes = reconcile(
    results,
    known.flatMap(({ fingerprint, checkId, status, severity, suppressedUntil }) =>
      status === 'resolved'
        ? []
        : [{ fingerprint, checkId, status, severity, suppressedUntil: suppressedUntil?.toISOString() ?? null }],
    ),
    takenAt.toISOString(),
    { retired: [...RETIRED_CHECK_IDS, ...Object.keys(renamed)] },
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
  if (operations.length > 0) {
    await model.bulkWrite(operations, { session, ordered: true });
    await markAlerts(connection, shop, session);
  }
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
    readonly before: ReadonlyMap<string, KnownAlert>;
    readonly again: ReadonlySet<string>;
    readonly context: FoldContext;
  },
): AlertNews[] {
  const at = context.takenAt.toISOString();
  const told = (kind: NewsKind, alert: Omit<AlertNews, 'kind' | 'at'>): AlertNews => {
    const { fingerprint, checkId, messageId, data, subject, severity, atStakePaise, dueOn } = alert;
    return { kind, fingerprint, checkId, messageId, data, subject, severity, atStakePaise, dueOn, at };
  };
  const known = (fingerprint: string) => {
    const alert = before.get(fingerprint);
    return (
      alert && {
        ...alert,
        data: alert.data as AlertNews['data'],
        atStakePaise: alert.atStakePaise ?? null,
        dueOn: alert.dueOn ?? null,
      }
    );
  };
  return [
    ...opened.map((alert) =>
      told(again.has(alert.fingerprint) ? 'reopened' : 'opened', { ...alert, dueOn: dueAfresh(alert, context) }),
    ),
    ...observed.flatMap((alert) => {
      const was = known(alert.fingerprint);
      if (!was) return [];
      const now = { ...was, ...alert, dueOn: dueOf(alert, before.get(alert.fingerprint), context) };
      if (alert.unsuppress) return [told('woken', now)];
      return isWorse(alert, was) ? [told('graver', now)] : [];
    }),
    ...gone.flatMap(({ fingerprint }) => {
      const was = known(fingerprint);
      return was && was.status !== 'suppressed' ? [told('resolved', was)] : [];
    }),
  ];
}

/** Graver than people know it. What is silenced wakes instead. */
function isWorse({ severity }: ObservedAlert, was: Pick<KnownAlert, 'status' | 'severity'>): boolean {
  return was.status !== 'suppressed' && isGraver(severity, was.severity);
}

/** The day by which a defect that is new, or new again, should be mended. */
function dueAfresh(
  alert: Pick<NewAlert, 'checkId' | 'subject' | 'messageId' | 'data' | 'severity'>,
  context: FoldContext,
) {
  return dueDay(checkById(alert.checkId), alert, context.takenAt.toISOString());
}

/** While it is open the day only moves nearer; when a silence ends, the time begins anew. */
function dueOf(alert: ObservedAlert, before: KnownAlert | undefined, context: FoldContext): Day | null {
  if (!before) return null;
  const fresh = dueAfresh({ ...alert, checkId: before.checkId, subject: before.subject }, context);
  return alert.unsuppress ? fresh : nearerOf(before.dueOn ?? null, fresh);
}

/** What ends with a silence. */
const AWAKE = { suppressedUntil: 1, suppressReason: 1, suppressReasonSealed: 1, suppression: 1 } as const;

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
        newsAt: takenAt,
        ...duePart(dueAfresh(alert, context)),
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
        $set: {
          ...seen(alert, context),
          status: 'open' as const,
          newsAt: context.takenAt,
          ...duePart(dueAfresh(alert, context)),
        },
        $unset: { resolvedAt: 1 as const, ...AWAKE },
        ...pushed('reopened', context),
      },
    },
  };
}

/** Told in the history only when something about the defect is new: a quiet week is no event. */
function observe(alert: ObservedAlert, before: KnownAlert | undefined, context: FoldContext) {
  const isNews =
    before?.messageId !== alert.messageId ||
    before.severity !== alert.severity ||
    JSON.stringify(before.data) !== JSON.stringify(alert.data);
  const fields = { ...seen(alert, context), ...duePart(dueOf(alert, before, context)) };
  const filter = { shop: context.shop, fingerprint: alert.fingerprint };
  if (alert.unsuppress) {
    return {
      updateOne: {
        filter,
        update: {
          $set: { ...fields, status: 'open' as const, newsAt: context.takenAt },
          $unset: AWAKE,
          ...pushed('unsuppressed', context),
        },
      },
    };
  }
  const news = before && isWorse(alert, before) ? { newsAt: context.takenAt } : {};
  return {
    updateOne: { filter, update: { $set: { ...fields, ...news }, ...(isNews && pushed('observed', context)) } },
  };
}

const duePart = (dueOn: Day | null) => (dueOn === null ? {} : { dueOn });

function resolve({ fingerprint }: AlertChanges['resolve'][number], context: FoldContext) {
  return {
    updateOne: {
      filter: { shop: context.shop, fingerprint },
      update: {
        $set: { status: 'resolved' as const, resolvedAt: context.takenAt },
        $unset: AWAKE,
        ...pushed('resolved', context),
      },
    },
  };
}
