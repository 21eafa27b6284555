import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { VENDOR_EVENTS } from '../../core/api/vendors.ts';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

/** What happened to one vendor of the register. Written once, never changed; no words of people. */
const vendorEventSchema = new Schema(
  {
    shop: { type: String, required: true },
    vendorId: { type: String, required: true },
    at: { type: Date, required: true },
    kind: { type: String, enum: VENDOR_EVENTS, required: true },
    by: { type: String, required: true }, // number of the user in the admin, "prahari" or "vendor"
    about: String, // a kind of paper, a field, another vendor's name
  },
  { strict: 'throw', collection: 'vendor_events', versionKey: false },
);

// A vendor's page: newest first.
vendorEventSchema.index({ shop: 1, vendorId: 1, at: -1 });
vendorEventSchema.index({ at: 1 }, { expireAfterSeconds: daysInSeconds(RETENTION_DAYS.events) });
vendorEventSchema.plugin(tenantGuard);

export const vendorEventModel = (connection: Connection) => connection.model('VendorEvent', vendorEventSchema);
