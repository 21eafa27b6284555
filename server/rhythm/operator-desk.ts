import type { Connection } from 'mongoose';
import type { QueueFigures, ScanQueue } from '../jobs/scan-queue.ts';
import { deliveryModel } from '../models/delivery.ts';
import { SHOP_STATUSES, shopModel, type ShopStatus } from '../models/shop.ts';
import type { ScanStarter } from '../shop/lifecycle.ts';
import type { FailedGroup, FailedJobStore } from './failed-jobs.ts';
import { retryJob, type RetryDeps } from './retry-job.ts';

const ACROSS = { acrossTenants: "the operator's page counts over all shops" };
/** One press of a button does no more. */
const MOST_AT_ONCE = 200;

/** What the operator's page shows: figures, and no shop. */
export interface OperatorFigures {
  /** Null: Redis does not answer. */
  readonly queue: QueueFigures | null;
  readonly failed: readonly FailedGroup[];
  readonly parkedDeliveries: number;
  readonly waitingDeliveries: number;
  readonly shops: Readonly<Record<ShopStatus, number>>;
}

export interface OperatorDeskDeps extends RetryDeps {
  readonly connection: Connection;
  readonly failedJobs: FailedJobStore;
  readonly starter: Pick<ScanStarter, 'begin'>;
  readonly queue: Pick<ScanQueue, 'again' | 'figures'>;
}

export type OperatorDesk = ReturnType<typeof operatorDesk>;

/** Counts over all shops, and what an operator may do about jobs that were given up. */
export function operatorDesk(deps: OperatorDeskDeps) {
  const { connection, failedJobs, starter, queue } = deps;

  return {
    async figures(): Promise<OperatorFigures> {
      const shops = shopModel(connection);
      const counts = await Promise.all(
        SHOP_STATUSES.map(async (status) => [status, await shops.countDocuments({ status }).setOptions(ACROSS)]),
      );
      const deliveries = deliveryModel(connection);
      return {
        queue: await queue.figures(),
        failed: await failedJobs.groups(),
        parkedDeliveries: await deliveries.countDocuments({ state: 'parked' }).setOptions(ACROSS),
        waitingDeliveries: await deliveries.countDocuments({ state: 'waiting' }).setOptions(ACROSS),
        shops: Object.fromEntries(counts) as OperatorFigures['shops'],
      };
    },

    /** The same work again; answers how many. */
    async retry(group: Pick<FailedGroup, 'job' | 'code'>): Promise<number> {
      const jobs = await failedJobs.retryGroup(group, MOST_AT_ONCE);
      for (const job of jobs) {
        await retryJob(deps, job, async () => {
          await starter.begin(job.shop, { cause: `again:${job.key}:${job.retries}`, trigger: 'event' });
        });
      }
      return jobs.length;
    },

    /** Takes them off all boards; what is due comes back by itself. */
    remove: (group: Pick<FailedGroup, 'job' | 'code'>): Promise<number> => failedJobs.removeGroup(group, MOST_AT_ONCE),
  };
}
