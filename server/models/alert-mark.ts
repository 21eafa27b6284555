import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/**
 * A word that changes with each change of a shop's alerts, in the same transaction: whoever holds the alerts in memory
 * asks for this word alone to know whether they still stand.
 */
const alertMarkSchema = new Schema(
  {
    shop: { type: String, required: true },
    mark: { type: String, required: true }, // never the same twice, not even after the shop was erased
  },
  { strict: 'throw', collection: 'alert_marks', versionKey: false },
);

// One mark a shop; read before each answer about alerts.
alertMarkSchema.index({ shop: 1 }, { unique: true });
alertMarkSchema.plugin(tenantGuard);

export const alertMarkModel = (connection: Connection) => connection.model('AlertMark', alertMarkSchema);
