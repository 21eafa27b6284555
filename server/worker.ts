import { Worker } from 'bullmq';
import { jobNamed } from './jobs/define-job.ts';
import { JOBS } from './jobs/index.ts';
import { forgetGivenUp, rememberGivenUp } from './jobs/given-up.ts';
import type { Pipeline } from './jobs/pipeline.ts';
import { QUEUE_NAME } from './jobs/scan-queue.ts';
import { sweep } from './jobs/sweep.ts';
import { QUEUE_PREFIX, redisOptions, warnOfEviction } from './redis.ts';

/** Collectors mostly wait for Shopify, so many share a process; two scans' worth leaves the loop free to judge. */
const CONCURRENCY = 16;
/** A job whose worker died is taken up again after this long. */
export const STALLED_MS = 15_000;

/** A worker that runs until it is closed. */
export interface RunningWorker {
  /** Takes no new job, waits for those that run, then lets go of Redis. */
  close(): Promise<void>;
}

/**
 * Runs the pipeline's jobs, and a sweep every minute by a timer of its own: a sweep kept in Redis would be lost with it.
 */
export async function startWorker(
  pipeline: Pipeline,
  { redisUrl, stalledMs, sweepEveryMs }: { redisUrl: string; stalledMs: number; sweepEveryMs: number },
): Promise<RunningWorker> {
  const { log } = pipeline;
  const worker = new Worker(QUEUE_NAME, ({ name, data }) => jobNamed(JOBS, name).run(data, pipeline), {
    connection: redisOptions(redisUrl),
    prefix: QUEUE_PREFIX,
    concurrency: CONCURRENCY,
    lockDuration: stalledMs,
    stalledInterval: stalledMs,
    maxStalledCount: 3, // a scan survives three deaths of its worker; its deadline ends it anyway
  });
  worker.on('error', (error) => log.warn({ err: error }, 'worker lost redis'));
  worker.on('failed', (job, error) => {
    if (!job) return;
    const isLast = job.attemptsMade >= (job.opts.attempts ?? 1) || error.name === 'UnrecoverableError';
    log.warn({ job: job.name, code: error.message, attempt: job.attemptsMade, isLast }, 'job attempt failed');
    if (!isLast) return;
    rememberGivenUp(job, error, pipeline);
    const known = JOBS.find(({ name }) => name === job.name);
    known?.giveUp(job.data, pipeline).catch((cause: unknown) => {
      log.error({ err: cause }, 'a failed job could not be given up; the sweep will end its scan');
    });
  });

  worker.on('completed', (job) => forgetGivenUp(job, pipeline));

  let sweeping: Promise<void> | undefined;
  const tick = () => {
    sweeping ??= (async () => {
      try {
        const { begun, resumed, ended } = await sweep(pipeline);
        if (begun + resumed + ended > 0) log.info({ begun, resumed, ended }, 'swept');
      } catch (error) {
        log.error({ err: error }, 'sweep failed; the next one tries again');
      } finally {
        sweeping = undefined;
      }
    })();
  };
  const timer = setInterval(tick, sweepEveryMs);
  tick();
  void warnOfEviction(redisUrl, log);

  return {
    async close() {
      clearInterval(timer);
      await sweeping;
      await worker.close();
    },
  };
}
