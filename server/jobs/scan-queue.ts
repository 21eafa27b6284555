import { FlowProducer, Queue, type FlowJob, type JobsOptions, type JobType } from 'bullmq';
import type { Log } from '../log.ts';
import { QUEUE_PREFIX, redisOptions } from '../redis.ts';
import type { RetriedJob } from '../rhythm/failed-jobs.ts';
import { kindsOf } from '../shop/scan-reach.ts';
import type { ActiveScan, ScanKey } from '../shop/scan-shapes.ts';
import { collectEvidence } from './collect-evidence.ts';
import { KEPT, type JobDefinition } from './define-job.ts';
import { evaluateSnapshot } from './evaluate-snapshot.ts';
import { flowActions } from './flow-actions.ts';
import { lookAtTheme } from './look-at-theme.ts';
import { notify } from './notify.ts';
import { probeFrozen } from './probe-frozen.ts';
import { readPeople } from './read-people.ts';
import { sweepSoon } from './sweep.ts';
import { verifyRegistrations } from './verify-registrations.ts';
import { weeklyReportJob } from './weekly-report.ts';

export const QUEUE_NAME = 'pipeline';
/** A request never waits longer for Redis: what is due stands in Mongo, and the sweep sees to it. */
const PATIENCE_MS = 2_000;

/** A job that a person asked for again: once more after a failure, and gone from Redis then. */
const RETRY: JobsOptions = {
  attempts: 2,
  backoff: { type: 'fixed', delay: 5_000 },
  removeOnComplete: true,
  removeOnFail: true,
};

/** Where jobs lie that nobody works on. */
const KEPT_STATES: JobType[] = ['completed', 'failed', 'wait', 'delayed', 'prioritized', 'waiting-children'];

/** The states that an operator asks after, in the order of a job's life. */
export const COUNTED_STATES = ['wait', 'active', 'delayed', 'waiting-children', 'failed'] as const;
const MOST_COUNTED = 1_000;

export interface QueueFigures {
  readonly states: Readonly<Record<string, number>>;
  readonly byJob: ReadonlyMap<string, Readonly<Record<string, number>>>;
  readonly oldestWaitingAt: Date | null;
}

export type ScanQueue = ReturnType<typeof scanQueue>;

/** The way into the queue. Redis is disposable, so a failure here is logged and mended by the next sweep. */
export function scanQueue({ redisUrl, log }: { redisUrl: string; log: Log }) {
  const options = { connection: redisOptions(redisUrl), prefix: QUEUE_PREFIX };
  const queue = new Queue(QUEUE_NAME, options);
  const flows = new FlowProducer(options);
  const onError = (error: Error) => log.warn({ err: error }, 'redis does not answer');
  queue.on('error', onError);
  flows.on('error', onError);

  async function patiently<T>(work: Promise<T>, otherwise: T): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<T>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, otherwise);
    });
    try {
      return await Promise.race([work, tooLong]);
    } catch (error) {
      log.warn({ err: error }, 'redis did not take a job');
      return otherwise;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Several wishes of one shop while its job goes on are one, and the sweep sees to the rest. */
  async function once(job: JobDefinition<{ shop: string }>, shop: string): Promise<void> {
    const options = { ...KEPT, ...job.options, jobId: job.jobId({ shop }) };
    await patiently(
      queue.add(job.name, { shop }, options).then(() => undefined),
      undefined,
    );
  }

  return {
    /** One scan: the collectors side by side, then judging, then the notice. The same scan twice is one. */
    async add({ shop, scanId, run, install, reach }: ScanKey & Pick<ActiveScan, 'reach'>): Promise<void> {
      const key: ScanKey = { shop, scanId, run, install };
      const children = kindsOf(reach).map((kind) =>
        // A collector's job that dies leaves its kind without evidence; the others are judged.
        node(collectEvidence, { ...key, kind }, { ignoreDependencyOnFailure: true }),
      );
      const judging = { ...node(evaluateSnapshot, key, { failParentOnFailure: true }), children };
      await patiently(
        flows.add({ ...node(notify, key), children: [judging] }).then(() => undefined),
        undefined,
      );
    },

    /** Whether the scan's jobs are in the queue. When Redis does not answer, they are taken to be. */
    holds: (scanId: string): Promise<boolean> =>
      patiently(
        queue.getJob(`${scanId}-notify`).then((job) => job !== undefined),
        true,
      ),

    /** A sweep after a while; several wishes for the same while are one sweep. */
    async sweepIn(delayMs: number): Promise<void> {
      const jobId = `sweep-${Math.ceil((Date.now() + delayMs) / 5_000)}`;
      // A second later than asked, so that what becomes due then is due.
      const options = { ...KEPT, ...sweepSoon.options, jobId, delay: delayMs === 0 ? 0 : delayMs + 1_000 };
      await patiently(
        queue.add(sweepSoon.name, {}, { ...options, removeOnComplete: true }).then(() => undefined),
        undefined,
      );
    },

    /** Looks the shop's registrations up. */
    verify: (shop: string) => once(verifyRegistrations, shop),

    /** Reads the shop's identity providers. */
    readPeople: (shop: string) => once(readPeople, shop),

    /** Asks whether the shop's main theme is the one that was judged. */
    lookAtTheme: (shop: string) => once(lookAtTheme, shop),

    /** Asks whether a frozen shop is open again. */
    probeFrozen: (shop: string) => once(probeFrozen, shop),

    /** Records the shop's week that is over, and sends its report. */
    report: (shop: string) => once(weeklyReportJob, shop),

    /** Does what the shop's workflows asked for. */
    flowActions: (shop: string) => once(flowActions, shop),

    /** A job that was given up, with the same data. Each wish is a job of its own: the queue may still hold the old one. */
    async again({ key, job, refs, retries }: RetriedJob): Promise<void> {
      const options = { ...KEPT, ...RETRY, jobId: `${key}-again-${retries}` };
      await patiently(
        queue.add(job, refs, options).then(() => undefined),
        undefined,
      );
    },

    /** Jobs of an erased shop name it. One that runs now, or that Redis does not give up, is gone within a day. */
    async forget(shop: string): Promise<void> {
      const remove = async (): Promise<void> => {
        for (const job of await queue.getJobs(KEPT_STATES)) {
          // Its parent may have taken it along, or a worker holds it.
          if ((job.data as { shop?: unknown }).shop === shop) await job.remove().catch(() => undefined);
        }
      };
      await patiently(remove(), undefined);
    },

    /** For the operator: how many jobs of which kind are in which state, of the first thousand. Null: Redis does not answer. */
    async figures(): Promise<QueueFigures | null> {
      const count = async (): Promise<QueueFigures> => {
        const states = await queue.getJobCounts(...COUNTED_STATES);
        const byJob = new Map<string, Record<string, number>>();
        for (const state of COUNTED_STATES) {
          for (const job of await queue.getJobs([state], 0, MOST_COUNTED - 1)) {
            const counts = byJob.get(job.name) ?? {};
            byJob.set(job.name, { ...counts, [state]: (counts[state] ?? 0) + 1 });
          }
        }
        const [oldest] = await queue.getJobs(['wait'], 0, 0, true);
        return { states, byJob, oldestWaitingAt: oldest ? new Date(oldest.timestamp) : null };
      };
      return patiently<QueueFigures | null>(count(), null);
    },

    /** Whether Redis answers. */
    ready: (): Promise<boolean> =>
      patiently(
        queue.getJobCounts('wait').then(() => true),
        false,
      ),

    async close(): Promise<void> {
      await patiently(
        Promise.all([queue.close(), flows.close()]).then(() => undefined),
        undefined,
      );
    },
  };
}

function node<D extends object>(job: JobDefinition<D>, data: D, opts: JobsOptions = {}): FlowJob {
  return {
    name: job.name,
    queueName: QUEUE_NAME,
    data,
    opts: { ...KEPT, ...job.options, ...opts, jobId: job.jobId(data) },
  };
}
