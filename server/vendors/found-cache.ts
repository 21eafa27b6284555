import type { Connection } from 'mongoose';
import type { VendorsSummary } from '../../core/vendors-summary.ts';
import type { Clock } from '../clock.ts';
import { pageSummaryModel } from '../models/page-summary.ts';
import type { PageSummaryStore } from '../shop/page-summaries.ts';

const SHOPS_AT_MOST = 20;
/** As long as the shops' keys: erasing a shop reaches every process within it. */
const KEPT_MS = 10 * 60_000;

interface Kept {
  readonly scanId: string;
  readonly summary: VendorsSummary;
  readonly until: number;
}

/**
 * What the newest judged check found, unpacked once while people look at it: thousands of traces never change between
 * two checks. The store is asked each time which check is the newest.
 */
export function foundCache({
  connection,
  summaries,
  clock,
}: {
  connection: Connection;
  summaries: Pick<PageSummaryStore, 'newest'>;
  clock: Clock;
}) {
  const model = pageSummaryModel(connection);
  const kept = new Map<string, Kept>();

  /** Null before the first judged check. */
  return async function newest(shop: string): Promise<VendorsSummary | null> {
    const record = await model.findOne({ shop, page: 'vendors' }, { scanId: 1 }).lean();
    const now = clock.now().getTime();
    const known = kept.get(shop);
    if (record && known && known.scanId === record.scanId && known.until > now) return known.summary;
    kept.delete(shop);
    const read = record && (await summaries.newest(shop, 'vendors'));
    if (!read) return null;
    if (kept.size >= SHOPS_AT_MOST) kept.delete(kept.keys().next().value ?? '');
    kept.set(shop, { scanId: read.snapshotId, summary: read.summary, until: now + KEPT_MS });
    return read.summary;
  };
}
