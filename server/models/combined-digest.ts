import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';
import { daysInSeconds } from './retention.ts';

/** Long after the week whose digest it names. */
const KEPT_DAYS = 30;

/**
 * Which shop of a reader sends the one digest of a week. The identity is the id: one for all shops, so
 * this small collection is not sharded.
 */
const combinedDigestSchema = new Schema(
  {
    _id: { type: String, required: true },
    shop: { type: String, required: true },
    readerId: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { strict: 'throw', collection: 'combined_digests', versionKey: false },
);

// Erasing a shop.
combinedDigestSchema.index({ shop: 1 });
combinedDigestSchema.index({ at: 1 }, { expireAfterSeconds: daysInSeconds(KEPT_DAYS) });
combinedDigestSchema.plugin(tenantGuard);

export const combinedDigestModel = (connection: Connection) => connection.model('CombinedDigest', combinedDigestSchema);
