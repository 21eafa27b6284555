import { Types, type ClientSession, type Connection } from 'mongoose';
import type { Audit } from '../audit/audit.ts';
import type { ScanProgress } from '../../core/api/home.ts';
import type { Snapshot } from '../../core/evidence/snapshot.ts';
import { CHECKS } from '../../core/checks/index.ts';
import type { Judgement } from '../../core/judge.ts';
import type { PageSummaries } from '../../core/page-summaries.ts';
import { isSensitive, needsDecision } from '../../core/scripts/script-item.ts';
import type { ScriptsSummary } from '../../core/scripts-summary.ts';
import type { FoundVendor } from '../../core/vendors/vendor.ts';
import { scoreBySteps } from '../../core/score-by-step.ts';
import { themeDigest } from '../collect/theme/theme-digest.ts';
import { alertNewsModel } from '../models/alert-news.ts';
import { scanModel } from '../models/scan.ts';
import { shopModel } from '../models/shop.ts';
import { standingModel } from '../models/standing.ts';
import type { TellVendors } from '../flow/flow-teller.ts';
import { newVendorsOf } from '../flow/new-vendors.ts';
import { foldScripts } from '../scripts/fold-scripts.ts';
import { trusted } from '../store/connect.ts';
import { foldVendors, type FreshVendors } from '../vendors/vendor-sightings.ts';
import { foldAlerts } from './fold-alerts.ts';
import { replaceSummaries, type SealedSummaries } from './page-summaries.ts';
import type { ScanReach } from './scan-reach.ts';
import type { ScanKey } from './scan-shapes.ts';
import { nextDailyCheck, nextThemeLook } from './schedule.ts';

const BY_ITSELF = { kind: 'job', id: null } as const;

/** A snapshot with all that follows from it. */
export interface JudgedSnapshot {
  readonly snapshot: Snapshot;
  readonly judgement: Judgement;
  readonly pages: PageSummaries;
  readonly sealed: SealedSummaries;
  readonly reach: ScanReach;
}

/**
 * Writes what a judged snapshot means for the shop, all of it or nothing: alerts, the point of the trend, what
 * pages show, the scan's changes. The run number is the fence: of two scans the older one, however late it wakes, changes nothing. Null when
 * the scan is over, was judged before, or belongs to an earlier install.
 */
export async function applyJudgement(
  connection: Connection,
  key: ScanKey,
  { snapshot, judgement: { results, score }, pages, sealed, reach }: JudgedSnapshot,
  audit: Audit,
  /** Null: nobody hears of new vendors. */
  tellVendors: TellVendors | null = null,
): Promise<ScanProgress['changes']> {
  const { shop, scanId, run, install } = key;
  const takenAt = new Date(snapshot.takenAt);
  const { evidence } = snapshot;
  const posture = scoreBySteps(CHECKS, results);
  const watch = watchOf(shop, pages.scripts, takenAt);
  return connection.transaction(async (session) => {
    const fence = await shopModel(connection).updateOne(
      { shop, install, status: trusted({ $ne: 'uninstalled' }), appliedRun: trusted({ $lt: run }) },
      {
        $set: {
          ...{ appliedRun: run, failedScans: 0, ...(reach === 'all' && { lastCheckAt: takenAt }) },
          ...watch.set,
          ...themeRead(snapshot, reach),
          ...(evidence.shop?.status === 'collected' && { timeZone: evidence.shop.value.timeZone }),
        },
        ...watch.unset,
      },
      { session },
    );
    if (fence.matchedCount === 0) return null;
    const scans = scanModel(connection);
    const scan = { shop, _id: scanId, active: true, run, install, changes: trusted({ $exists: false }) };
    if (!(await scans.exists(scan).session(session))) {
      await session.abortTransaction(); // the fence stays where it was
      return null;
    }
    const { changes, news } = await foldAlerts(connection, results, { shop, snapshotId: scanId, takenAt, session });
    if (news.length > 0) {
      const record = { _id: new Types.ObjectId(scanId), shop, at: takenAt, newsJson: JSON.stringify(news) };
      await alertNewsModel(connection).create([{ ...record, isHandedOut: false }], { session });
    }
    await scans.updateOne(scan, { $set: { changes } }, { session });
    await replaceSummaries(connection, shop, sealed, session);
    if (reach === 'all' || reach === 'watch') {
      const seen = await foldSightings(connection, pages, { shop, takenAt, session });
      const entered = evidence.vendorBook?.status === 'collected' ? evidence.vendorBook.value.entries : [];
      await tellVendors?.(newVendorsOf(scanId, seen, entered), session);
    }
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
    const details = { ...changes, reach, news: news.length };
    await audit.append(shop, { actor: BY_ITSELF, action: 'scan.judged', subjects: [scanId], details }, session);
    return changes;
  });
}

/** Scripts of others near payment or account are looked at each day; a visit that saw no page changes nothing. */
function watchOf(shop: string, { items, reason }: ScriptsSummary, takenAt: Date) {
  if (reason !== null) return {};
  const isNear = items.some((item) => needsDecision(item) && isSensitive(item));
  return isNear
    ? { set: { nextWatchAt: nextDailyCheck(shop, takenAt) } }
    : { unset: { $unset: { nextWatchAt: 1 as const } } };
}

/** The theme that was judged is what the daily look compares with; it was just read, so that look comes at its next hour. */
function themeRead({ shop, takenAt, evidence: { theme } }: Snapshot, reach: ScanReach) {
  if (reach === 'said' || theme?.status !== 'collected') return {};
  return { themeDigest: themeDigest(theme.value), nextThemeLookAt: nextThemeLook(shop, new Date(takenAt)) };
}

/** What a look outside saw, and when; what was only judged again was seen by nobody. */
async function foldSightings(
  connection: Connection,
  { vendors, scripts }: PageSummaries,
  look: { readonly shop: string; readonly takenAt: Date; readonly session: ClientSession },
): Promise<FreshVendors<FoundVendor>> {
  const seen = await foldVendors(connection, look, vendors.found);
  await foldScripts(connection, look, scripts.items, scripts.pages);
  return seen;
}
