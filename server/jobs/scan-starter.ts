import type { ScanStarter } from '../shop/lifecycle.ts';
import type { ScanStore, StartedScan } from '../shop/scans.ts';
import type { ScanQueue } from './scan-queue.ts';

/** Begins scans: the truth first, the queue second. */
export function scanStarter({
  scans,
  queue,
  forgetNotices,
}: {
  scans: ScanStore;
  queue: Pick<ScanQueue, 'add' | 'sweepIn' | 'forget'>;
  /** Notices have a queue of their own. */
  forgetNotices: (shop: string) => Promise<void>;
}) {
  return {
    async begin(shop, scan): Promise<StartedScan> {
      const start = await scans.start(shop, scan);
      if (start.started) await queue.add(start.scan);
      return start;
    },
    sweepIn: (delayMs) => queue.sweepIn(delayMs),
    async forget(shop) {
      await queue.forget(shop);
      await forgetNotices(shop);
    },
  } satisfies ScanStarter;
}
