import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { ACTOR_KINDS, AUDIT_OUTCOMES } from '../../core/audit/audit-entry.ts';
import { tenantGuard } from '../store/tenant-guard.ts';

/** One line of a shop's audit log. Written once, never changed; removed from the oldest on, never from between. */
const auditEntrySchema = new Schema(
  {
    shop: { type: String, required: true },
    seq: { type: Number, required: true },
    at: { type: Date, required: true },
    actorKind: { type: String, enum: ACTOR_KINDS, required: true },
    actorId: String, // a number of Shopify's or an id of ours
    action: { type: String, required: true },
    subjects: { type: [String], required: true },
    outcome: { type: String, enum: AUDIT_OUTCOMES, required: true },
    detailsJson: { type: String, required: true },
    previousHash: { type: String, required: true },
    hash: { type: String, required: true },
    signature: { type: String, required: true }, // of shop, number and hash: "keyId.base64url"
  },
  { strict: 'throw', collection: 'audit_entries', versionKey: false },
);

// The log in its order; two writers never get the same number.
auditEntrySchema.index({ shop: 1, seq: 1 }, { unique: true });
// Who was refused lately.
auditEntrySchema.index({ shop: 1, outcome: 1, at: -1 });
// Shops whose oldest lines have had their time. No TTL index: a line is removed only after its hash was kept.
auditEntrySchema.index({ at: 1 });
auditEntrySchema.plugin(tenantGuard);

export type AuditEntryRecord = InferSchemaType<typeof auditEntrySchema>;

export const auditEntryModel = (connection: Connection) => connection.model('AuditEntry', auditEntrySchema);
