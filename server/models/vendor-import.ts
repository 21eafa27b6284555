import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';
import { daysInSeconds } from './retention.ts';
import { VENDOR_UNDO_DAYS } from './vendor.ts';

/** A list of vendors that was taken over, and what it wrote: ids, and sealed values as they were written. */
const vendorImportSchema = new Schema(
  {
    shop: { type: String, required: true },
    importedAt: { type: Date, required: true },
    importedBy: { type: String, required: true },
    added: { type: [String], required: true },
    filledJson: { type: String, required: true }, // what was empty before, by vendor: free texts as they stand sealed
  },
  { strict: 'throw', collection: 'vendor_imports', versionKey: false },
);

// The newest first.
vendorImportSchema.index({ shop: 1, importedAt: -1 });
// What cannot be taken back any more goes.
vendorImportSchema.index({ importedAt: 1 }, { expireAfterSeconds: daysInSeconds(VENDOR_UNDO_DAYS) });
vendorImportSchema.plugin(tenantGuard);

export const vendorImportModel = (connection: Connection) => connection.model('VendorImport', vendorImportSchema);
