import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** The published theme as a person accepted it: names and checksums, no code. */
const themeBaselineSchema = new Schema(
  {
    shop: { type: String, required: true },
    themeId: { type: String, required: true },
    themeName: { type: String, required: true },
    acceptedAt: { type: Date, required: true },
    acceptedBy: { type: String, required: true },
    filesPacked: { type: String, required: true }, // packed JSON of { filename, checksumMd5 }[]
  },
  { strict: 'throw', collection: 'theme_baselines', versionKey: false },
);

// One a shop: another acceptance takes its place.
themeBaselineSchema.index({ shop: 1 }, { unique: true });
themeBaselineSchema.plugin(tenantGuard);

export const themeBaselineModel = (connection: Connection) => connection.model('ThemeBaseline', themeBaselineSchema);
