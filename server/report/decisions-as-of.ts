import type { Connection } from 'mongoose';
import type { AlertEventKind } from '../../core/api/alerts.ts';
import type { ReportDecisions } from '../../core/report/weekly.ts';
import type { Day, Instant } from '../../core/time.ts';
import { alertModel, type AlertRecord } from '../models/alert.ts';
import { trusted } from '../store/connect.ts';

/** More alerts than this of one shop are not read. */
const MAX_ALERTS = 10_000;
/** What an event says of whether an alert is silenced; of others it says nothing. */
const ENDS_SILENCE: readonly AlertEventKind[] = ['opened', 'unsuppressed', 'reopened', 'resolved', 'acknowledged'];

type Alert = Pick<
  AlertRecord,
  'fingerprint' | 'status' | 'suppressedUntil' | 'dueOn' | 'firstObservedAt' | 'resolvedAt' | 'history'
>;

/**
 * What people had decided by a moment, as the alerts remember it: also when that moment is long past, and somebody changed
 * the decision since. In the order of fingerprints, so that it is the same whenever it is read.
 */
export async function decisionsAsOf(
  connection: Connection,
  shop: string,
  { asOf, dayOf }: { readonly asOf: Date; readonly dayOf: (at: Instant) => Day },
): Promise<ReportDecisions> {
  const fields = {
    fingerprint: 1,
    status: 1,
    suppressedUntil: 1,
    dueOn: 1,
    firstObservedAt: 1,
    resolvedAt: 1,
  } as const;
  const alerts = await alertModel(connection)
    .find({ shop, firstObservedAt: trusted({ $lt: asOf }) }, { ...fields, history: 1 })
    .sort({ fingerprint: 1 })
    .limit(MAX_ALERTS)
    .lean<Alert[]>();
  return {
    silenced: alerts.flatMap((alert) => {
      const until = silencedUntil(alert, asOf);
      return until ? [{ fingerprint: alert.fingerprint, until: dayOf(until.toISOString()) }] : [];
    }),
    dues: alerts.flatMap(({ fingerprint, dueOn, resolvedAt }) =>
      dueOn != null && (resolvedAt == null || resolvedAt >= asOf) ? [{ fingerprint, on: dueOn }] : [],
    ),
  };
}

/** Null: it was not silenced then, or its silence was over. */
function silencedUntil({ history, status, suppressedUntil }: Alert, asOf: Date): Date | null {
  const last = history.findLast(({ kind, at }) => at < asOf && (kind === 'suppressed' || ENDS_SILENCE.includes(kind)));
  if (last?.kind !== 'suppressed') return null;
  // Events of before did not say until when; the alert says it while it lasts.
  const until = last.until ?? (status === 'suppressed' ? suppressedUntil : null) ?? null;
  return until !== null && until > asOf ? until : null;
}
