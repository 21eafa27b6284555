import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { SELF_CHECK_PURPOSES } from '../../core/api/self-check.ts';
import { tenantGuard } from '../store/tenant-guard.ts';

/** A person who was asked to check something by a link. Neither the link nor the person's name is in it. */
const staffLinkSchema = new Schema(
  {
    shop: { type: String, required: true },
    personId: { type: String, required: true },
    purpose: { type: String, enum: SELF_CHECK_PURPOSES, required: true },
    attempt: { type: String, required: true }, // names one invitation: what is sent twice is kept once
    tokenHash: { type: String, required: true }, // SHA-256 of the link's secret
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
    expiresAt: { type: Date, required: true },
    sessionHash: String, // SHA-256 of the cookie that the link was exchanged for
    sessionEndsAt: Date,
    finishedAt: Date,
    forgetAt: { type: Date, required: true }, // who was asked and did not answer is told for a while
  },
  { strict: 'throw', collection: 'staff_links', versionKey: false },
);

// One invitation for each person and purpose; a new one takes the place of the one before.
staffLinkSchema.index({ shop: 1, personId: 1, purpose: 1 }, { unique: true });
// A link and its cookie are looked up before anybody knows the shop: their hashes are the only way in.
staffLinkSchema.index({ tokenHash: 1 });
staffLinkSchema.index({ sessionHash: 1 });
staffLinkSchema.index({ forgetAt: 1 }, { expireAfterSeconds: 0 });
staffLinkSchema.plugin(tenantGuard);

export type StaffLinkRecord = InferSchemaType<typeof staffLinkSchema>;

export const staffLinkModel = (connection: Connection) => connection.model('StaffLink', staffLinkSchema);
