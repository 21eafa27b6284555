import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { ROLES } from '../../core/api/home.ts';
import { LANGUAGES } from '../../core/text.ts';
import { tenantGuard } from '../store/tenant-guard.ts';

/** A person who opened the app: a number of Shopify's and a role, never a name or an address. */
const memberSchema = new Schema(
  {
    shop: { type: String, required: true },
    userId: { type: String, required: true },
    role: { type: String, enum: ROLES, required: true },
    language: { type: String, enum: LANGUAGES },
    firstSeenAt: { type: Date, required: true },
    lastSeenAt: { type: Date, required: true }, // to the hour
    alertsSeenAt: Date, // up to when the person was told what is new; missing: since the first visit
    revision: { type: Number, required: true, default: 0 }, // counts changes among the owners: see shop/members.ts
  },
  { strict: 'throw', collection: 'members', versionKey: false },
);

// One document a person of a shop, however many first requests come at once.
memberSchema.index({ shop: 1, userId: 1 }, { unique: true });
memberSchema.plugin(tenantGuard);

export type MemberRecord = InferSchemaType<typeof memberSchema>;

export const memberModel = (connection: Connection) => connection.model('Member', memberSchema);
