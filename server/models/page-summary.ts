import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** Pages whose figures are made once, when a snapshot is judged. */
export const SUMMARISED_PAGES = ['gst', 'security', 'vendors', 'scripts'] as const;
export type SummarisedPage = (typeof SUMMARISED_PAGES)[number];

/** What one page shows of the shop's newest judged snapshot. One a shop and page. */
const pageSummarySchema = new Schema(
  {
    shop: { type: String, required: true },
    page: { type: String, enum: SUMMARISED_PAGES, required: true },
    scanId: { type: String, required: true }, // the snapshot's id, too
    summarySealed: { type: String, required: true }, // packed JSON: it names registrations, hosts, scripts
  },
  { strict: 'throw', collection: 'page_summaries', versionKey: false },
);

// The shop's one summary of a page, read by that page and replaced by each judged scan.
pageSummarySchema.index({ shop: 1, page: 1 }, { unique: true });
pageSummarySchema.plugin(tenantGuard);

export const pageSummaryModel = (connection: Connection) => connection.model('PageSummary', pageSummarySchema);
