import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** A GSTIN that the merchant says is theirs. It holds a PAN, so it is sealed; the blind index tells a repeated one. */
const registrationSchema = new Schema(
  {
    shop: { type: String, required: true },
    gstinSealed: { type: String, required: true },
    gstinIndex: { type: String, required: true },
    statedAt: { type: Date, required: true },
    statedBy: { type: String, required: true },
  },
  { strict: 'throw', collection: 'registrations', versionKey: false },
);

// One document a GSTIN of a shop.
registrationSchema.index({ shop: 1, gstinIndex: 1 }, { unique: true });
registrationSchema.plugin(tenantGuard);

export const registrationModel = (connection: Connection) => connection.model('Registration', registrationSchema);
