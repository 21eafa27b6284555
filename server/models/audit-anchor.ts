import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** The last of a log's lines that were removed when their time was over: what is left begins after it. */
const auditAnchorSchema = new Schema(
  {
    shop: { type: String, required: true },
    seq: { type: Number, required: true },
    hash: { type: String, required: true },
    signature: { type: String, required: true },
    removedAt: { type: Date, required: true },
  },
  { strict: 'throw', collection: 'audit_anchors', versionKey: false },
);

// One a shop, where its log begins.
auditAnchorSchema.index({ shop: 1 }, { unique: true });
auditAnchorSchema.plugin(tenantGuard);

export const auditAnchorModel = (connection: Connection) => connection.model('AuditAnchor', auditAnchorSchema);
