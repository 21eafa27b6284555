import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** Which sensitive services the merchant says are used. */
const usedServicesSchema = new Schema(
  {
    shop: { type: String, required: true },
    used: { type: Schema.Types.Mixed, required: true }, // yes or no by service; absent: not said
  },
  { strict: 'throw', collection: 'used_services', versionKey: false, minimize: false },
);

// One document a shop.
usedServicesSchema.index({ shop: 1 }, { unique: true });
usedServicesSchema.plugin(tenantGuard);

export const usedServicesModel = (connection: Connection) => connection.model('UsedServices', usedServicesSchema);
