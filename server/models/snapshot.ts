import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

/**
 * One shop's evidence at one time, stored before it is judged. It carries the id of its scan. It never changes, but for
 * one thing: tax numbers of a buyer who asks to be forgotten are removed. After five weeks the last of each week stays.
 */
const snapshotSchema = new Schema(
  {
    shop: { type: String, required: true },
    takenAt: { type: Date, required: true },
    evidenceSealed: { type: String, required: true }, // JSON of the evidence: it names registrations
    removals: { type: Number }, // how often buyers' numbers were removed; absent: never
    isLastOfWeek: { type: Boolean }, // five weeks later: it stays, the others of its week went
  },
  { strict: 'throw', collection: 'snapshots', versionKey: false },
);

// The shop's newest snapshots, for collectors that read only what changed.
snapshotSchema.index({ shop: 1, takenAt: -1 });
// Those that are to be thinned, oldest first.
snapshotSchema.index({ isLastOfWeek: 1, takenAt: 1 });
snapshotSchema.index({ takenAt: 1 }, { expireAfterSeconds: daysInSeconds(RETENTION_DAYS.snapshots) });
snapshotSchema.plugin(tenantGuard);

export type SnapshotRecord = InferSchemaType<typeof snapshotSchema>;

export const snapshotModel = (connection: Connection) => connection.model('Snapshot', snapshotSchema);
