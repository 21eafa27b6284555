import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

/** A job that was given up: what the queue forgets within a day, the merchant and the operator still see here. */
const failedJobSchema = new Schema(
  {
    shop: { type: String, required: true },
    key: { type: String, required: true }, // the job's id in the queue: the same work is one line, however often it fails
    job: { type: String, required: true },
    refsJson: { type: String, required: true }, // the job's data: ids and nothing else
    code: { type: String, required: true },
    attempts: { type: Number, required: true }, // of all tries so far
    failedAt: { type: Date, required: true },
    retriedAt: Date, // somebody asked for it again after that; absent: nobody did
    retries: { type: Number, required: true, default: 0 },
  },
  { strict: 'throw', collection: 'failed_jobs', versionKey: false },
);

// One line for each piece of work; gone when it succeeds.
failedJobSchema.index({ shop: 1, key: 1 }, { unique: true });
// The board: the shop's newest first.
failedJobSchema.index({ shop: 1, failedAt: -1 });
// The operator's page, over all shops; and the end of their life.
failedJobSchema.index({ failedAt: 1 }, { expireAfterSeconds: daysInSeconds(RETENTION_DAYS.failedJobs) });
failedJobSchema.plugin(tenantGuard);

export type FailedJobRecord = InferSchemaType<typeof failedJobSchema>;

export const failedJobModel = (connection: Connection) => connection.model('FailedJob', failedJobSchema);
