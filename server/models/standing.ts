import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

/** What one snapshot was worth when it was judged: the score, and each check's result. One carries its snapshot's id. */
const standingSchema = new Schema(
  {
    shop: { type: String, required: true },
    takenAt: { type: Date, required: true },
    score: { type: Number }, // absent: nothing could be assessed
    assessed: { type: Number, required: true },
    applicable: { type: Number, required: true },
    resultsJson: { type: String, required: true }, // CheckResult[]; findings hold no full GSTIN
    partsJson: { type: String, required: true }, // ScorePart[]
    postureJson: { type: String }, // Posture: the ten steps; absent in standings of before
    stepScores: { type: [Number], default: undefined }, // of steps 1 to 10, -1 where nothing was assessed; the last is all ten
  },
  { strict: 'throw', collection: 'standings', versionKey: false },
);

// Home: the newest standing, and the trend before it.
standingSchema.index({ shop: 1, takenAt: -1 });
standingSchema.index({ takenAt: 1 }, { expireAfterSeconds: daysInSeconds(RETENTION_DAYS.scores) });
standingSchema.plugin(tenantGuard);

export type StandingRecord = InferSchemaType<typeof standingSchema>;

export const standingModel = (connection: Connection) => connection.model('Standing', standingSchema);
