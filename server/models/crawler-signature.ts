import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** Two header values that let our visits of one host through. They are secrets, sealed as one. */
const crawlerSignatureSchema = new Schema(
  {
    shop: { type: String, required: true },
    host: { type: String, required: true },
    headersSealed: { type: String, required: true }, // JSON by header name
    endsOn: { type: String, required: true }, // day, as Shopify shows it
    setAt: { type: Date, required: true },
    setBy: { type: String, required: true },
  },
  { strict: 'throw', collection: 'crawler_signatures', versionKey: false },
);

// One signature a host.
crawlerSignatureSchema.index({ shop: 1, host: 1 }, { unique: true });
crawlerSignatureSchema.plugin(tenantGuard);

export const crawlerSignatureModel = (connection: Connection) =>
  connection.model('CrawlerSignature', crawlerSignatureSchema);
