import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** When each script of a shop was seen. One record a shop: a check reads and writes all of them. */
const scriptSightingSchema = new Schema(
  {
    shop: { type: String, required: true },
    sightingsPacked: { type: String, required: true }, // packed list of server/scripts' KeptSighting: no person is in it
    comparedAt: Date, // the newest look that saw a page; none yet: no page was ever seen
  },
  { strict: 'throw', collection: 'script_sightings', versionKey: false },
);

// The shop's one record.
scriptSightingSchema.index({ shop: 1 }, { unique: true });
scriptSightingSchema.plugin(tenantGuard);

export const scriptSightingModel = (connection: Connection) => connection.model('ScriptSighting', scriptSightingSchema);
