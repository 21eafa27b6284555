import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { LINK_FIELDS, linkIndexes } from './link-fields.ts';

/** A vendor that was sent the questions. It is forgotten when the last cookie of its link has ended too. */
const vendorLinkSchema = new Schema(
  { ...LINK_FIELDS, vendorId: { type: String, required: true } },
  { strict: 'throw', collection: 'vendor_links', versionKey: false },
);

// One invitation for each vendor; a new one takes the place of the one before.
vendorLinkSchema.index({ shop: 1, vendorId: 1 }, { unique: true });
vendorLinkSchema.plugin(linkIndexes);

export type VendorLinkRecord = InferSchemaType<typeof vendorLinkSchema>;

export const vendorLinkModel = (connection: Connection) =>
  connection.model<VendorLinkRecord>('VendorLink', vendorLinkSchema);
