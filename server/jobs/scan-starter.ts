import type { ScanStarter } from '../shop/lifecycle.ts';
import type { ScanStore, StartedScan } from '../shop/scans.ts';
import type { ScanQueue } from './scan-queue.ts';

/** Begins scans: the truth first, the queue second. */
export function scanStarter({
  scans,
  queue,
}: {
  scans: ScanStore;
  queue: Pick<ScanQueue, 'add' | 'sweepIn' | 'forget'>;
}) {
  return {
    async begin(shop, scan): Promise<StartedScan> {
      const start = await scans.start(shop, scan);
      if (start.started) await queue.add(start.scan);
      return start;
    },
    sweepIn: (delayMs) => queue.sweepIn(delayMs),
    forget: (shop) => queue.forget(shop),
  } satisfies ScanStarter;
}
