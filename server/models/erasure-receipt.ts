import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';

/**
 * Proof that a shop was erased, which must not name it: a hash, a date and counts. It has no `shop`, so the tenant
 * guard does not stand here, and nothing in it leads to anybody who does not already know the shop.
 */
const erasureReceiptSchema = new Schema(
  {
    shopHash: { type: String, required: true },
    erasedAt: { type: Date, required: true },
    counts: { type: Schema.Types.Mixed, required: true }, // model → documents deleted
  },
  { strict: 'throw', collection: 'erasure_receipts', versionKey: false, minimize: false },
);

// An operator who is asked looks a shop's receipts up.
erasureReceiptSchema.index({ shopHash: 1, erasedAt: -1 });

export const erasureReceiptModel = (connection: Connection) => connection.model('ErasureReceipt', erasureReceiptSchema);
