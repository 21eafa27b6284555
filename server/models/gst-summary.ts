import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** What the GST page shows of the shop's newest judged snapshot. One a shop. */
const gstSummarySchema = new Schema(
  {
    shop: { type: String, required: true },
    scanId: { type: String, required: true }, // the snapshot's id, too
    summarySealed: { type: String, required: true }, // JSON of a GstSummary: it names registrations
  },
  { strict: 'throw', collection: 'gst_summaries', versionKey: false },
);

// The shop's one summary, read by the GST page and replaced by each judged scan.
gstSummarySchema.index({ shop: 1 }, { unique: true });
gstSummarySchema.plugin(tenantGuard);

export const gstSummaryModel = (connection: Connection) => connection.model('GstSummary', gstSummarySchema);
