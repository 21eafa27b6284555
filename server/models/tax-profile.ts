import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** What the merchant states of the business. Turnover and letters of undertaking are nobody else's matter: sealed. */
const taxProfileSchema = new Schema(
  {
    shop: { type: String, required: true },
    profileSealed: { type: String, required: true }, // JSON: server/shop/tax-profiles.ts
    revision: { type: Number, required: true }, // counts changes, so that two at once both count
    changedAt: { type: Date, required: true },
  },
  { strict: 'throw', collection: 'tax_profiles', versionKey: false },
);

// One document a shop.
taxProfileSchema.index({ shop: 1 }, { unique: true });
taxProfileSchema.plugin(tenantGuard);

export const taxProfileModel = (connection: Connection) => connection.model('TaxProfile', taxProfileSchema);
