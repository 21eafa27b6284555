import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

/** A customer's request that Shopify passed on, and our answer: Prahari keeps nothing of customers. */
const privacyRequestSchema = new Schema(
  {
    shop: { type: String, required: true },
    requestId: { type: String, required: true },
    kind: { type: String, enum: ['data-request', 'redact'], required: true },
    answer: { type: String, enum: ['nothing-held'], required: true },
    answeredAt: { type: Date, required: true },
  },
  { strict: 'throw', collection: 'privacy_requests', versionKey: false },
);

// The same request twice is one request.
privacyRequestSchema.index({ shop: 1, kind: 1, requestId: 1 }, { unique: true });
privacyRequestSchema.index({ answeredAt: 1 }, { expireAfterSeconds: daysInSeconds(RETENTION_DAYS.events) });
privacyRequestSchema.plugin(tenantGuard);

export const privacyRequestModel = (connection: Connection) => connection.model('PrivacyRequest', privacyRequestSchema);
