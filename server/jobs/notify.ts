import type { ScanKey } from '../shop/scan-shapes.ts';
import { defineJob } from './define-job.ts';
import { ScanData } from './job-data.ts';

/**
 * Tells the merchant inside the app that a scan is done: the last step, so what the page then reads is complete. Then what
 * is new of alerts is handed out to whoever wants to be told; the sweep sees to it where this is lost.
 */
export const notify = defineJob<ScanKey>({
  name: 'notify',
  data: ScanData,
  options: { attempts: 5, backoff: { type: 'exponential', delay: 2_000, jitter: 0.5 } },
  jobId: ({ scanId }) => `${scanId}-notify`,

  async run(key, { scans, notifier, notices, metrics, clock }) {
    const scan = await scans.active(key);
    if (!scan || !(await notifier.scanJudged(key.shop, key.scanId))) return;
    await notices.scanned(key.shop, key.scanId);
    metrics.scans.inc({ result: 'done' });
    metrics.scanSeconds.observe((clock.now().getTime() - scan.requestedAt.getTime()) / 1000);
  },
});
