import type { Connection } from 'mongoose';
import type { FailedJob } from '../../core/api/rhythm.ts';
import type { Clock } from '../clock.ts';
import { failedJobModel, type FailedJobRecord } from '../models/failed-job.ts';
import { trusted } from '../store/connect.ts';

/** The board shows no more. */
const MOST_SHOWN = 50;

const MOST_GROUPED = 1_000;
const ACROSS = { acrossTenants: "the operator's page shows what failed in all shops" };

/** Failures of one kind, over all shops. */
export interface FailedGroup {
  readonly job: string;
  readonly code: string;
  readonly count: number;
  readonly oldestAt: Date;
}

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

  /** Notes that somebody wants it done again. Null: there is none. */
  async function retry(shop: string, id: string): Promise<RetriedJob | null> {
    const record = await model
      .findOneAndUpdate(
        { shop, _id: id },
        { $set: { retriedAt: clock.now() }, $inc: { retries: 1 } },
        { returnDocument: 'after' },
      )
      .lean();
    return record && retried(record);
  }

  const ofGroup = (job: string, code: string, limit: number) =>
    model.find({ job, code }, { shop: 1 }).setOptions(ACROSS).sort({ failedAt: 1 }).limit(limit).lean();

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

    retry,

    /** Over all shops, for the operator: the newest thousand by job and code. */
    async groups(): Promise<FailedGroup[]> {
      const records = await model
        .find({}, { _id: 0, job: 1, code: 1, failedAt: 1 })
        .setOptions(ACROSS)
        .sort({ failedAt: -1 })
        .limit(MOST_GROUPED)
        .lean();
      const groups = new Map<string, FailedGroup>();
      for (const { job, code, failedAt } of records) {
        const before = groups.get(`${job} ${code}`);
        groups.set(`${job} ${code}`, { job, code, count: (before?.count ?? 0) + 1, oldestAt: failedAt });
      }
      return [...groups.values()].toSorted((a, b) => b.count - a.count);
    },

    /** Notes that these are done again, the oldest first. For the operator. */
    async retryGroup({ job, code }: Pick<FailedGroup, 'job' | 'code'>, limit: number): Promise<RetriedJob[]> {
      const jobs: RetriedJob[] = [];
      for (const { shop, _id } of await ofGroup(job, code, limit)) {
        const one = await retry(shop, _id.toString());
        if (one) jobs.push(one);
      }
      return jobs;
    },

    /** Forgets these, the oldest first. For the operator. */
    async removeGroup({ job, code }: Pick<FailedGroup, 'job' | 'code'>, limit: number): Promise<number> {
      const records = await ofGroup(job, code, limit);
      for (const { shop, _id } of records) await model.deleteOne({ shop, _id });
      return records.length;
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
