import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** The owner lets us read a sample of notes and tags; without a document, or with `isOn` false, we do not. */
const dataSamplingSchema = new Schema(
  {
    shop: { type: String, required: true },
    isOn: { type: Boolean, required: true },
    changedAt: { type: Date, required: true },
    changedBy: { type: String, required: true },
  },
  { strict: 'throw', collection: 'data_sampling', versionKey: false },
);

// One a shop.
dataSamplingSchema.index({ shop: 1 }, { unique: true });
dataSamplingSchema.plugin(tenantGuard);

export const dataSamplingModel = (connection: Connection) => connection.model('DataSampling', dataSamplingSchema);
