import { z } from 'zod';
import type { ScanQueue } from '../jobs/scan-queue.ts';
import { ScanData } from '../jobs/job-data.ts';
import type { ScanStore } from '../shop/scans.ts';
import type { ShopStore } from '../shop/shops.ts';
import type { RetriedJob } from './failed-jobs.ts';

const OfScan = z.object(ScanData.shape);

export interface RetryDeps {
  readonly shops: Pick<ShopStore, 'themeLookLater'>;
  readonly scans: Pick<ScanStore, 'active'>;
  readonly queue: Pick<ScanQueue, 'again'>;
}

/**
 * Does a job that was given up again. A step of a scan that is over would do nothing: `checkAnew` begins another scan,
 * whose end takes the failure off the board.
 */
export async function retryJob(
  { shops, scans, queue }: RetryDeps,
  job: RetriedJob,
  checkAnew: () => Promise<void>,
): Promise<void> {
  const ofScan = OfScan.safeParse(job.refs).data;
  if (job.job === 'look-at-theme') await shops.themeLookLater(job.shop, 0); // it is due again
  if (ofScan && !(await scans.active(ofScan))) await checkAnew();
  else await queue.again(job);
}
