import { kindsOf, type ScanReach } from '../shop/scan-reach.ts';
import type { EvidenceSet } from '../../core/evidence/snapshot.ts';
import { judge } from '../../core/judge.ts';
import { pageSummaries } from '../../core/page-summaries.ts';
import { applyJudgement } from '../shop/apply-judgement.ts';
import type { ScanKey } from '../shop/scan-shapes.ts';
import { defineJob } from './define-job.ts';
import { ScanData } from './job-data.ts';

/**
 * Makes the snapshot of a scan, stores it, judges it and folds the findings into the shop's alerts. Safe to repeat: a
 * snapshot is stored once, and alerts change in one transaction that runs once a scan.
 */
export const evaluateSnapshot = defineJob<ScanKey>({
  name: 'evaluate-snapshot',
  data: ScanData,
  options: { attempts: 5, backoff: { type: 'exponential', delay: 2_000, jitter: 0.5 } },
  jobId: ({ scanId }) => `${scanId}-evaluate`,

  async run(key, { connection, audit, scans, snapshots, summaries, lifecycle, flow, metrics, clock, log }) {
    const { shop, scanId } = key;
    const scan = await scans.active(key);
    if (!scan || scan.isJudged) return;
    if (Object.values(scan.outcomes).includes('token-refused')) {
      // Half a look is no look: nothing of it is judged, and nothing runs until a person opens the app.
      await scans.fail(shop, scanId, 'token-refused');
      await lifecycle.accessLost(shop);
      metrics.scans.inc({ result: 'token-refused' });
      return;
    }
    const evidence = await scans.beginEvaluating(key);
    if (!evidence) return;
    // What this check did not read anew stands as it stood, with the date of its reading.
    const before = scan.reach === 'all' ? null : await snapshots.newest(shop);
    const missing = missingOf(scan.reach, evidence, clock.now());
    const whole = { ...before?.evidence, ...missing, ...evidence };
    const snapshot = await snapshots.keep(scanId, { shop, takenAt: clock.now().toISOString(), evidence: whole });
    const pages = pageSummaries(snapshot);
    const sealed = await summaries.seal(shop, scanId, pages);
    const { reach } = scan;
    const judged = { snapshot, judgement: judge(snapshot), pages, sealed, reach };
    const tellVendors = await flow.teller.vendors(shop);
    const changes = await applyJudgement(connection, key, judged, audit, tellVendors);
    if (!changes) return;
    if (tellVendors) await flow.teller.soon(shop);
    metrics.alerts.inc({ change: 'opened' }, changes.opened);
    metrics.alerts.inc({ change: 'stayed' }, changes.stayed);
    metrics.alerts.inc({ change: 'resolved' }, changes.resolved);
    log.info({ shop, scanId, ...changes }, 'alerts reconciled');
  },

  async givenUp({ shop, scanId }, { scans, metrics }) {
    if (await scans.fail(shop, scanId, 'evaluate-failed')) metrics.scans.inc({ result: 'failed' });
  },
});

/** Each kind that was to be read is there: one whose collector's job died is our own failure, and said so. */
function missingOf(reach: ScanReach, evidence: EvidenceSet, now: Date): EvidenceSet {
  const missing = kindsOf(reach)
    .filter((kind) => evidence[kind] === undefined)
    .map(
      (kind) => [kind, { status: 'unavailable', reason: 'collector-failed', collectedAt: now.toISOString() }] as const,
    );
  return Object.fromEntries(missing);
}
