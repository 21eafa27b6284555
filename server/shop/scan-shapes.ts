import type { EvidenceKind } from '../../core/evidence/kinds.ts';
import type { ScanProgress } from '../../core/api/home.ts';
import type { ScanRecord } from '../models/scan.ts';
import { kindsOf, type ScanReach } from './scan-reach.ts';

/** What a job must name to write into a scan. */
export interface ScanKey {
  readonly shop: string;
  readonly scanId: string;
  readonly run: number;
  readonly install: number;
}

/** What one collector came to. `token-refused` ends the scan. */
export type CollectOutcome = 'collected' | 'unavailable' | 'token-refused';

/** A scan that goes on, without its evidence. */
export interface ActiveScan extends ScanKey {
  readonly reach: ScanReach;
  readonly requestedAt: Date;
  readonly deadlineAt: Date;
  readonly outcomes: Readonly<Partial<Record<EvidenceKind, CollectOutcome>>>;
  readonly isJudged: boolean;
}

type Identified = { readonly _id: { toString(): string } };

export function activeScan(
  record: Pick<ScanRecord, 'shop' | 'run' | 'install' | 'requestedAt' | 'deadlineAt'> &
    Identified & { reach?: ScanReach; outcomes?: unknown; changes?: unknown },
): ActiveScan {
  const { shop, run, install, requestedAt, deadlineAt } = record;
  return {
    shop,
    scanId: record._id.toString(),
    run,
    install,
    reach: reachOf(record),
    requestedAt,
    deadlineAt,
    outcomes: record.outcomes ?? {},
    isJudged: record.changes !== undefined,
  };
}

/** The scan as the page sees it. */
export function presentScan(record: ScanRecord & Identified): ScanProgress {
  const outcomes = record.outcomes as ActiveScan['outcomes'];
  return {
    id: record._id.toString(),
    state: record.state,
    requestedAt: record.requestedAt.toISOString(),
    finishedAt: record.finishedAt?.toISOString() ?? null,
    collectors: kindsOf(reachOf(record)).map((kind) => ({ kind, state: collectorState(outcomes[kind]) })),
    // Judged but not told yet: the page waits for the last step.
    changes: record.state === 'done' ? (record.changes as ScanProgress['changes']) : null,
  };
}

function collectorState(outcome: CollectOutcome | undefined): ScanProgress['collectors'][number]['state'] {
  if (outcome === undefined) return 'waiting';
  return outcome === 'collected' ? 'collected' : 'unavailable';
}

/** A scan that an older release began names none. */
function reachOf({ reach }: { reach?: ScanReach | undefined }): ScanReach {
  return reach ?? 'all';
}
