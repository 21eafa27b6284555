import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

export const PRIVACY_REQUEST_KINDS = ['data-request', 'redact'] as const;
export type PrivacyRequestKind = (typeof PRIVACY_REQUEST_KINDS)[number];

/** Of a customer Prahari can hold one thing: the tax numbers that stand on orders. */
export const PRIVACY_ANSWERS = ['nothing-held', 'tax-numbers-on-orders', 'tax-numbers-removed'] as const;
export type PrivacyAnswer = (typeof PRIVACY_ANSWERS)[number];

/** A customer's request that Shopify passed on, and our answer. Orders are named by the number in their id. */
const privacyRequestSchema = new Schema(
  {
    shop: { type: String, required: true },
    requestId: { type: String, required: true },
    kind: { type: String, enum: PRIVACY_REQUEST_KINDS, required: true },
    orders: { type: [String], default: [] }, // redact: their numbers are not kept again when they are read again
    heldOrders: { type: [String], default: [] }, // those that carried a tax number in what was kept
    ordersLeftOut: { type: Number, default: 0 }, // named in a way that could not be read, or too many
    answer: { type: String, enum: [...PRIVACY_ANSWERS, null], default: null }, // null until the work is done
    receivedAt: { type: Date, required: true },
    answeredAt: { type: Date, default: null },
  },
  { strict: 'throw', collection: 'privacy_requests', versionKey: false },
);

// The same request twice is one request; all that were redacted in a shop.
privacyRequestSchema.index({ shop: 1, kind: 1, requestId: 1 }, { unique: true });
privacyRequestSchema.index({ answeredAt: 1 }, { expireAfterSeconds: daysInSeconds(RETENTION_DAYS.events) });
privacyRequestSchema.plugin(tenantGuard);

export const privacyRequestModel = (connection: Connection) => connection.model('PrivacyRequest', privacyRequestSchema);
