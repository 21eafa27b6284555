import { Types, type Connection } from 'mongoose';
import type { ScanProgress } from '../../core/api/home.ts';
import type { Snapshot } from '../../core/evidence/snapshot.ts';
import { CHECKS } from '../../core/checks/index.ts';
import type { Judgement } from '../../core/judge.ts';
import { scoreBySteps } from '../../core/score-by-step.ts';
import { scanModel } from '../models/scan.ts';
import { shopModel } from '../models/shop.ts';
import { standingModel } from '../models/standing.ts';
import { trusted } from '../store/connect.ts';
import { foldAlerts } from './fold-alerts.ts';
import { replaceSummaries, type SealedSummaries } from './page-summaries.ts';
import type { ScanKey } from './scan-shapes.ts';

/**
 * Writes what a judged snapshot means for the shop, all of it or nothing: alerts, the point of the trend, what
 * pages show, the scan's changes. The run number is the fence: of two scans the older one, however late it wakes, changes nothing. Null when
 * the scan is over, was judged before, or belongs to an earlier install.
 */
export async function applyJudgement(
  connection: Connection,
  key: ScanKey,
  snapshot: Snapshot,
  { results, score }: Judgement,
  summaries: SealedSummaries,
): Promise<ScanProgress['changes']> {
  const { shop, scanId, run, install } = key;
  const takenAt = new Date(snapshot.takenAt);
  const posture = scoreBySteps(CHECKS, results);
  return connection.transaction(async (session) => {
    const fence = await shopModel(connection).updateOne(
      { shop, install, status: trusted({ $ne: 'uninstalled' }), appliedRun: trusted({ $lt: run }) },
      { $set: { appliedRun: run, lastCheckAt: takenAt, failedScans: 0 } },
      { session },
    );
    if (fence.matchedCount === 0) return null;
    const scans = scanModel(connection);
    const scan = { shop, _id: scanId, active: true, run, install, changes: trusted({ $exists: false }) };
    if (!(await scans.exists(scan).session(session))) {
      await session.abortTransaction(); // the fence stays where it was
      return null;
    }
    const changes = await foldAlerts(connection, results, { shop, snapshotId: scanId, takenAt, session });
    await scans.updateOne(scan, { $set: { changes } }, { session });
    await replaceSummaries(connection, shop, summaries, session);
    await standingModel(connection).create(
      [
        {
          _id: new Types.ObjectId(scanId),
          shop,
          takenAt,
          ...(score.score !== null && { score: score.score }),
          assessed: score.assessed,
          applicable: score.applicable,
          resultsJson: JSON.stringify(results),
          partsJson: JSON.stringify(score.parts),
          postureJson: JSON.stringify(posture),
          stepScores: [...posture.steps.map((step) => step.score ?? -1), posture.score ?? -1],
        },
      ],
      { session },
    );
    return changes;
  });
}
