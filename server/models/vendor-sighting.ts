import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** When each trace of a shop was seen first and last. One record a shop: a check reads and writes all of them. */
const vendorSightingSchema = new Schema(
  {
    shop: { type: String, required: true },
    sightingsJson: { type: String, required: true }, // list of core's VendorSighting: keys of firms and hosts, nobody's name
  },
  { strict: 'throw', collection: 'vendor_sightings', versionKey: false },
);

// The shop's one record.
vendorSightingSchema.index({ shop: 1 }, { unique: true });
vendorSightingSchema.plugin(tenantGuard);

export const vendorSightingModel = (connection: Connection) => connection.model('VendorSighting', vendorSightingSchema);
