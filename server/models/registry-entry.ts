import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

/** What a look-up service told of one of the shop's registrations. It names people and places, so it is sealed. */
const registryEntrySchema = new Schema(
  {
    shop: { type: String, required: true },
    gstinIndex: { type: String, required: true },
    entrySealed: { type: String, required: true }, // JSON: server/verify/merge-answer.ts
    askedAt: { type: Date, required: true },
  },
  { strict: 'throw', collection: 'registry_entries', versionKey: false },
);

// One document a GSTIN of a shop.
registryEntrySchema.index({ shop: 1, gstinIndex: 1 }, { unique: true });
// Asked for daily while a service is connected; without one it goes.
registryEntrySchema.index({ askedAt: 1 }, { expireAfterSeconds: daysInSeconds(RETENTION_DAYS.lookUps) });
registryEntrySchema.plugin(tenantGuard);

export const registryEntryModel = (connection: Connection) => connection.model('RegistryEntry', registryEntrySchema);
