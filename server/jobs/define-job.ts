import { UnrecoverableError, type JobsOptions } from 'bullmq';
import type { z } from 'zod';
import { AppError } from '../errors.ts';
import type { Pipeline } from './pipeline.ts';

/** One kind of work in the queue. Its data are ids, never records, people or secrets. Each is safe to repeat. */
export interface JobDefinition<D> {
  readonly name: string;
  readonly data: z.ZodType<D>;
  /** Attempts and their gaps. */
  readonly options: JobsOptions;
  /** The same work twice is one job. No ":" in it: the queue keeps that for itself. */
  readonly jobId: (data: D) => string;
  run(data: D, pipeline: Pipeline): Promise<void>;
  /** After the last attempt failed. */
  readonly givenUp?: (data: D, pipeline: Pipeline) => Promise<void>;
}

export function defineJob<D>(job: JobDefinition<D>): JobDefinition<D> {
  return job;
}

/** What Redis may keep of a job and how long: enough to look into a failure. */
export const KEPT: JobsOptions = {
  removeOnComplete: { age: 60 * 60, count: 1_000 },
  removeOnFail: { age: 24 * 60 * 60, count: 1_000 },
  sizeLimit: 2_048,
  stackTraceLimit: 0,
};

/** A job as the worker sees it: named, its data unchecked. */
export interface KnownJob {
  readonly name: string;
  /**
   * Checks the data and runs. What fails leaves only a code in Redis: causes may hold what the queue must not.
   *
   * @throws {UnrecoverableError} data of another shape: no retry mends that
   */
  run(data: unknown, pipeline: Pipeline): Promise<void>;
  /** After the last attempt failed. */
  giveUp(data: unknown, pipeline: Pipeline): Promise<void>;
}

/** Hides what a job's data look like, so that all jobs fit in one list. */
export function known<D>(job: JobDefinition<D>): KnownJob {
  return {
    name: job.name,
    async run(data, pipeline) {
      const parsed = job.data.safeParse(data);
      if (!parsed.success) throw new UnrecoverableError('bad-job-data');
      try {
        await job.run(parsed.data, pipeline);
      } catch (error) {
        pipeline.log.error({ err: error, job: job.name }, 'job failed');
        const code = error instanceof AppError ? error.type : 'internal';
        throw error instanceof UnrecoverableError ? new UnrecoverableError(code) : new Error(code);
      }
    },
    async giveUp(data, pipeline) {
      const parsed = job.data.safeParse(data);
      if (parsed.success) await job.givenUp?.(parsed.data, pipeline);
    },
  };
}

/** @throws {UnrecoverableError} a job that nobody here knows */
export function jobNamed(jobs: readonly KnownJob[], name: string): KnownJob {
  const job = jobs.find((one) => one.name === name);
  if (!job) throw new UnrecoverableError('unknown-job');
  return job;
}
