import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

/** Counts of a file that a person scanned in the browser. The file itself, its name and its numbers never came here. */
const fileScanSchema = new Schema(
  {
    shop: { type: String, required: true },
    scannedAt: { type: Date, required: true },
    scannedBy: { type: String, required: true },
    rows: { type: Number, required: true },
    card: { type: Number, required: true },
    aadhaar: { type: Number, required: true },
    pan: { type: Number, required: true },
  },
  { strict: 'throw', collection: 'file_scans', versionKey: false },
);

// The page: newest first.
fileScanSchema.index({ shop: 1, scannedAt: -1 });
fileScanSchema.index({ scannedAt: 1 }, { expireAfterSeconds: daysInSeconds(RETENTION_DAYS.snapshots) });
fileScanSchema.plugin(tenantGuard);

export const fileScanModel = (connection: Connection) => connection.model('FileScan', fileScanSchema);
