import type { Connection } from 'mongoose';
import type { AcceptedRisk, OpenAlert, OwnRecords } from '../../core/evidence/own-records.ts';
import { alertModel } from '../models/alert.ts';
import { shopModel } from '../models/shop.ts';
import { trusted } from '../store/connect.ts';

/** More than this of one shop are not judged: the oldest are. */
const MAX_ALERTS = 2_000;

/** What we keep of our own work for a shop, as evidence: when all of it was last checked, what is open, what was put aside. */
export async function ownRecords(connection: Connection, shop: string): Promise<OwnRecords> {
  const alerts = alertModel(connection);
  const [known, open, aside] = await Promise.all([
    shopModel(connection).findOne({ shop }, { lastCheckAt: 1 }).lean(),
    alerts
      .find({ shop, status: trusted({ $in: ['open', 'acknowledged'] }) }, { history: 0, comments: 0 })
      .sort({ firstObservedAt: 1 })
      .limit(MAX_ALERTS)
      .lean(),
    alerts.find({ shop, status: 'suppressed' }, { comments: 0 }).sort({ firstObservedAt: 1 }).limit(MAX_ALERTS).lean(),
  ]);
  return {
    lastScanAt: known?.lastCheckAt?.toISOString() ?? null,
    openAlerts: open.map(({ checkId, subject, severity, firstObservedAt }): OpenAlert => ({
      checkId,
      subject,
      severity,
      since: firstObservedAt.toISOString(),
    })),
    acceptedRisks: aside.map(
      ({
        checkId,
        subject,
        severity,
        history,
        suppressReason,
        suppressReasonSealed,
        suppressedUntil,
      }): AcceptedRisk => {
        const act = history.findLast(({ kind }) => kind === 'suppressed');
        return {
          checkId,
          subject,
          severity,
          acceptedAt: act?.at.toISOString() ?? null,
          acceptedBy: act?.by ?? null,
          // What is sealed was asked for as three characters or more.
          hasReason: suppressReasonSealed != null || (suppressReason ?? '').trim() !== '',
          until: suppressedUntil?.toISOString() ?? null,
        };
      },
    ),
  };
}
