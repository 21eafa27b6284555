import { defineJob } from './define-job.ts';
import { shopMark } from './shop-mark.ts';
import { ShopData } from './verify-registrations.ts';

/**
 * The week of a shop is over: its report is recorded and goes out. Safe to repeat: a week is recorded once, each delivery has
 * one identity, and the shop's next week is planned last.
 */
export const weeklyReportJob = defineJob({
  name: 'weekly-report',
  data: ShopData,
  options: {
    attempts: 5,
    backoff: { type: 'exponential', delay: 10_000, jitter: 0.5 },
    removeOnComplete: true,
    removeOnFail: true,
  },
  jobId: ({ shop }) => `report-${shopMark(shop)}`,
  run: ({ shop }, { reports }) => reports.run(shop),
  givenUp: ({ shop }, { reports }) => reports.later(shop),
});
