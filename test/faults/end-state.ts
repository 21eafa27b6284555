import type { Connection } from 'mongoose';
import { alertModel } from '../../server/models/alert.ts';
import { scanModel } from '../../server/models/scan.ts';
import { shopModel } from '../../server/models/shop.ts';
import { snapshotModel } from '../../server/models/snapshot.ts';
import { standingModel } from '../../server/models/standing.ts';

/** All that a check leaves behind in a shop, without ids and dates: two shops that are alike leave the same. */
export async function endState(connection: Connection, shop: string): Promise<unknown> {
  const [alerts, scans, standings, snapshots, record] = await Promise.all([
    alertModel(connection).find({ shop }).sort({ fingerprint: 1 }).lean(),
    scanModel(connection).find({ shop }).sort({ run: 1 }).lean(),
    standingModel(connection).find({ shop }).sort({ takenAt: 1 }).lean(),
    snapshotModel(connection).countDocuments({ shop }),
    shopModel(connection).findOne({ shop }).lean().orFail(),
  ]);
  return {
    alerts: alerts.map(({ checkId, subject, messageId, severity, status, history, ...rest }) => ({
      ...{ checkId, subject, messageId, severity, status },
      data: rest.data as unknown,
      history: history.map(({ kind, by }) => ({ kind, by })),
    })),
    scans: scans.map(({ run, state, active, failure, ...rest }) => ({
      ...{ run, state, active, failure },
      outcomes: sorted(rest.outcomes as object),
      changes: rest.changes as unknown,
      holdsEvidence: rest.evidence !== undefined,
    })),
    standings: standings.map(({ score, assessed, applicable }) => ({ score, assessed, applicable })),
    snapshots,
    shop: { status: record.status, run: record.run, appliedRun: record.appliedRun, failedScans: record.failedScans },
  };
}

const sorted = (record: object): object =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
