import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** Which vendor of the register a trace belongs to. */
const vendorKeySchema = new Schema(
  {
    shop: { type: String, required: true },
    key: { type: String, required: true }, // "app:invented-reviews": core/evidence/vendors.ts
    vendorId: { type: String, required: true },
  },
  { strict: 'throw', collection: 'vendor_keys', versionKey: false },
);

// One vendor a trace, however many people take it over at once.
vendorKeySchema.index({ shop: 1, key: 1 }, { unique: true });
// The keys of one vendor.
vendorKeySchema.index({ shop: 1, vendorId: 1 });
vendorKeySchema.plugin(tenantGuard);

export const vendorKeyModel = (connection: Connection) => connection.model('VendorKey', vendorKeySchema);
