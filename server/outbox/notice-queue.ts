import { Queue, Worker, type JobsOptions } from 'bullmq';
import { z } from 'zod';
import { KEPT } from '../jobs/define-job.ts';
import { shopMark } from '../jobs/shop-mark.ts';
import type { Log } from '../log.ts';
import { CHANNELS } from '../models/delivery.ts';
import { QUEUE_PREFIX, redisOptions } from '../redis.ts';
import type { Lane, WaitingNews } from './hand-out.ts';

/** A queue of its own: receivers that hang keep no check waiting. */
export const NOTICE_QUEUE = 'notices';
const CONCURRENCY = 8;
/** Nobody waits longer for Redis: what is due stands in Mongo, and the sweep sees to it. */
const PATIENCE_MS = 2_000;
/** The sweep brings back what failed. */
const ONCE: JobsOptions = { ...KEPT, attempts: 1, removeOnComplete: true, removeOnFail: true };

const Shop = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}\.myshopify\.com$/);
const HandOutData = z.strictObject({ shop: Shop, newsId: z.string().regex(/^[0-9a-f]{24}$/) });
const DeliverData = z.strictObject({ shop: Shop, channel: z.enum(CHANNELS) });

/** The two kinds of work, each safe to repeat. */
export interface NoticeWork {
  handOut(news: WaitingNews): Promise<void>;
  deliver(lane: Lane): Promise<void>;
}

/** The way into the queue of notices. Its data are ids. */
export function noticeQueue({ redisUrl, log }: { redisUrl: string; log: Log }) {
  const queue = new Queue(NOTICE_QUEUE, { connection: redisOptions(redisUrl), prefix: QUEUE_PREFIX });
  queue.on('error', (error) => log.warn({ err: error }, 'redis does not answer'));

  async function patiently(work: Promise<unknown>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS);
    });
    await Promise.race([work.catch((error: unknown) => log.warn({ err: error }, 'redis did not take a job')), tooLong]);
    clearTimeout(timer);
  }

  return {
    handOut: ({ shop, newsId }: WaitingNews) =>
      patiently(queue.add('hand-out', { shop, newsId }, { ...ONCE, jobId: `hand-out-${newsId}` })),

    /** One turn of a shop on one way out; wishes while it goes on are one. */
    deliver: ({ shop, channel }: Lane) =>
      patiently(queue.add('deliver', { shop, channel }, { ...ONCE, jobId: `deliver-${channel}-${shopMark(shop)}` })),

    /** Jobs of an erased shop name it. */
    async forget(shop: string): Promise<void> {
      const remove = async (): Promise<void> => {
        for (const job of await queue.getJobs(['wait', 'delayed', 'prioritized', 'completed', 'failed'])) {
          if ((job.data as { shop?: unknown }).shop === shop) await job.remove().catch(() => undefined);
        }
      };
      await patiently(remove());
    },

    close: () => patiently(queue.close()),
  };
}

/** Works on notices in this process, until it is closed. */
export function startNoticeWorker(
  work: NoticeWork,
  { redisUrl, stalledMs, log }: { redisUrl: string; stalledMs: number; log: Log },
): { close(): Promise<void> } {
  async function run(name: string, data: unknown): Promise<void> {
    if (name === 'hand-out') return work.handOut(HandOutData.parse(data));
    return work.deliver(DeliverData.parse(data));
  }
  const worker = new Worker(
    NOTICE_QUEUE,
    async ({ name, data }) => {
      try {
        await run(name, data);
      } catch (error) {
        log.error({ err: error, job: name }, 'job failed; the sweep brings it back');
        throw new Error(error instanceof z.ZodError ? 'bad-job-data' : 'internal');
      }
    },
    {
      connection: redisOptions(redisUrl),
      prefix: QUEUE_PREFIX,
      concurrency: CONCURRENCY,
      lockDuration: stalledMs,
      stalledInterval: stalledMs,
    },
  );
  worker.on('error', (error) => log.warn({ err: error }, 'worker lost redis'));
  return { close: () => worker.close() };
}
