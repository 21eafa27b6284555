import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

/** What one scan changed about alerts, written with them: whoever tells people begins here. It carries its scan's id. */
const alertNewsSchema = new Schema(
  {
    shop: { type: String, required: true },
    at: { type: Date, required: true },
    newsJson: { type: String, required: true }, // AlertNews[]; findings hold no full GSTIN
    isHandedOut: { type: Boolean, required: true }, // its deliveries stand in the outbox
  },
  { strict: 'throw', collection: 'alert_news', versionKey: false },
);

// The sweep: what nobody handed out yet, oldest first.
alertNewsSchema.index({ isHandedOut: 1, at: 1 });
alertNewsSchema.index({ shop: 1, at: -1 });
alertNewsSchema.index({ at: 1 }, { expireAfterSeconds: daysInSeconds(RETENTION_DAYS.scans) });
alertNewsSchema.plugin(tenantGuard);

export type AlertNewsRecord = InferSchemaType<typeof alertNewsSchema>;

export const alertNewsModel = (connection: Connection) => connection.model('AlertNews', alertNewsSchema);
