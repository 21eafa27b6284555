import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

export const RECEIPT_DAYS = RETENTION_DAYS.shopifyEvents;

/** One delivery, recorded before any work. Of its body only what the work needs: no person's data. */
const webhookReceiptSchema = new Schema(
  {
    shop: { type: String, required: true },
    topic: { type: String, required: true },
    webhookId: { type: String, required: true },
    triggeredAt: { type: Date, required: true },
    receivedAt: { type: Date, required: true },
    scopes: { type: [String], default: [] }, // app/scopes_update: what is granted now
    requestId: { type: String, default: null }, // customers/*: names the request, not the person
    orders: { type: [String], default: [] }, // customers/*: the numbers in the ids of the person's orders
    ordersLeftOut: { type: Number, default: 0 }, // customers/*: orders that could not be read, or were too many
    isHandled: { type: Boolean, required: true, default: false },
    handledAt: { type: Date, default: null },
    attempts: { type: Number, default: 0 },
    leaseUntil: { type: Date, required: true }, // nobody else takes it up before
  },
  { strict: 'throw', collection: 'webhook_receipts', versionKey: false },
);

// A delivery, its retries and its duplicates are one event.
webhookReceiptSchema.index({ shop: 1, topic: 1, webhookId: 1 }, { unique: true });
// What a crash left undone, oldest first.
webhookReceiptSchema.index({ isHandled: 1, leaseUntil: 1 });
webhookReceiptSchema.index({ receivedAt: 1 }, { expireAfterSeconds: daysInSeconds(RECEIPT_DAYS) });
webhookReceiptSchema.plugin(tenantGuard);

export type WebhookReceipt = InferSchemaType<typeof webhookReceiptSchema>;

export const webhookReceiptModel = (connection: Connection) => connection.model('WebhookReceipt', webhookReceiptSchema);
