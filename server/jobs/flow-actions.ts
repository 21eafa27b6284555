import { defineJob } from './define-job.ts';
import { shopMark } from './shop-mark.ts';
import { ShopData } from './verify-registrations.ts';

/**
 * Does what workflows of one shop asked for: one turn. Safe to repeat and to break off: each run stands in the store, and
 * the sweep brings back what was not done.
 */
export const flowActions = defineJob({
  name: 'flow-actions',
  data: ShopData,
  options: { attempts: 1, removeOnComplete: true, removeOnFail: true }, // the next one has the same id
  jobId: ({ shop }) => `flow-${shopMark(shop)}`,
  run: ({ shop }, { flow }) => flow.work.run(shop),
});
