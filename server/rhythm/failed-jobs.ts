import type { Connection } from 'mongoose';
import type { FailedJob } from '../../core/api/rhythm.ts';
import type { Clock } from '../clock.ts';
import { failedJobModel, type FailedJobRecord } from '../models/failed-job.ts';
import { trusted } from '../store/connect.ts';

/** The board shows no more. */
const MOST_SHOWN = 50;

/** A job that its last attempt did not help. */
export interface GivenUpJob {
  readonly shop: string;
  /** The job's id in the queue. */
  readonly key: string;
  readonly job: string;
  /** The job's data: ids. */
  readonly refs: Readonly<Record<string, unknown>>;
  readonly code: string;
  readonly attempts: number;
}

/** One that is to be done again. */
export interface RetriedJob extends Pick<GivenUpJob, 'shop' | 'key' | 'job' | 'refs'> {
  /** Counts the wishes: each is a job of its own in the queue. */
  readonly retries: number;
}

export type FailedJobStore = ReturnType<typeof failedJobStore>;

/** Jobs that were given up: kept until they succeed, thirty days at most. */
export function failedJobStore({ connection, clock }: { connection: Connection; clock: Clock }) {
  const model = failedJobModel(connection);

  return {
    /** Safe to repeat: the same work is one line, with its newest failure. */
    async keep({ shop, key, job, refs, code, attempts }: GivenUpJob): Promise<void> {
      await model.updateOne(
        { shop, key },
        {
          $set: { job, refsJson: JSON.stringify(refs), code, failedAt: clock.now() },
          $inc: { attempts },
          $unset: { retriedAt: 1 },
          $setOnInsert: { retries: 0 },
        },
        { upsert: true },
      );
    },

    /** These kinds of work went well for the shop: what failed before is mended. */
    async succeeded(shop: string, jobs: readonly string[]): Promise<void> {
      await model.deleteMany({ shop, job: trusted({ $in: [...jobs] }) });
    },

    /** This one piece of work went well. */
    async keySucceeded(shop: string, key: string): Promise<void> {
      await model.deleteOne({ shop, key });
    },

    /** Newest first. */
    async list(shop: string): Promise<FailedJob[]> {
      const records = await model.find({ shop }).sort({ failedAt: -1 }).limit(MOST_SHOWN).lean();
      return records.map(presentFailedJob);
    },

    /** Notes that somebody wants it done again. Null: there is none. */
    async retry(shop: string, id: string): Promise<RetriedJob | null> {
      const record = await model
        .findOneAndUpdate(
          { shop, _id: id },
          { $set: { retriedAt: clock.now() }, $inc: { retries: 1 } },
          { returnDocument: 'after' },
        )
        .lean();
      return record && retried(record);
    },
  };
}

function presentFailedJob(record: FailedJobRecord & { _id: { toString(): string } }): FailedJob {
  const { job, failedAt, attempts, code, retriedAt } = record;
  return {
    id: record._id.toString(),
    job,
    failedAt: failedAt.toISOString(),
    attempts,
    code,
    isRetried: retriedAt != null,
  };
}

function retried({ shop, key, job, refsJson, retries }: FailedJobRecord): RetriedJob {
  return { shop, key, job, refs: JSON.parse(refsJson) as Record<string, unknown>, retries };
}
