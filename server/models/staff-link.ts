import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { SELF_CHECK_PURPOSES } from '../../core/api/self-check.ts';
import { LINK_FIELDS, linkIndexes } from './link-fields.ts';

/** A person who was asked to check something by a link. Who was asked and did not answer is told for a while. */
const staffLinkSchema = new Schema(
  {
    ...LINK_FIELDS,
    personId: { type: String, required: true },
    purpose: { type: String, enum: SELF_CHECK_PURPOSES, required: true },
  },
  { strict: 'throw', collection: 'staff_links', versionKey: false },
);

// One invitation for each person and purpose; a new one takes the place of the one before.
staffLinkSchema.index({ shop: 1, personId: 1, purpose: 1 }, { unique: true });
staffLinkSchema.plugin(linkIndexes);

export type StaffLinkRecord = InferSchemaType<typeof staffLinkSchema>;

export const staffLinkModel = (connection: Connection) =>
  connection.model<StaffLinkRecord>('StaffLink', staffLinkSchema);
