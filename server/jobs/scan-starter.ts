import type { ScanStarter } from '../shop/lifecycle.ts';
import type { ScanStore, StartedScan } from '../shop/scans.ts';
import type { ScanQueue } from './scan-queue.ts';

/** Begins scans: the truth first, the queue second. */
export function scanStarter({
  scans,
  queue,
  forgetElsewhere,
}: {
  scans: ScanStore;
  queue: Pick<ScanQueue, 'add' | 'sweepIn' | 'forget'>;
  /** Notices have a queue of their own, and budgets their counts. */
  forgetElsewhere: readonly ((shop: string) => Promise<void>)[];
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
      for (const forget of forgetElsewhere) await forget(shop);
    },
  } satisfies ScanStarter;
}
