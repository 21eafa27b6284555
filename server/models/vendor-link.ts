import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** A vendor that was sent the questions. Neither the link nor anybody's name is in it. */
const vendorLinkSchema = new Schema(
  {
    shop: { type: String, required: true },
    vendorId: { type: String, required: true },
    attempt: { type: String, required: true }, // names one invitation: what is sent twice is kept once
    tokenHash: { type: String, required: true }, // SHA-256 of the link's secret
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
    expiresAt: { type: Date, required: true },
    sessionHash: String, // SHA-256 of the cookie that the link was exchanged for
    sessionEndsAt: Date,
    finishedAt: Date,
    forgetAt: { type: Date, required: true }, // when the last cookie of it has ended too
  },
  { strict: 'throw', collection: 'vendor_links', versionKey: false },
);

// One invitation for each vendor; a new one takes the place of the one before.
vendorLinkSchema.index({ shop: 1, vendorId: 1 }, { unique: true });
// A link and its cookie are looked up before anybody knows the shop: their hashes are the only way in.
vendorLinkSchema.index({ tokenHash: 1 });
vendorLinkSchema.index({ sessionHash: 1 });
vendorLinkSchema.index({ forgetAt: 1 }, { expireAfterSeconds: 0 });
vendorLinkSchema.plugin(tenantGuard);

export type VendorLinkRecord = InferSchemaType<typeof vendorLinkSchema>;

export const vendorLinkModel = (connection: Connection) => connection.model('VendorLink', vendorLinkSchema);
