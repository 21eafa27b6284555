import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

/** The text of a foreign script, so that the next one can be laid beside it. It is shown as text and never run. */
const scriptTextSchema = new Schema(
  {
    shop: { type: String, required: true },
    hash: { type: String, required: true }, // of the whole text: "sha256-…"
    textSealed: { type: String, required: true }, // packed first
    isCut: { type: Boolean, required: true },
    sizeBytes: { type: Number, required: true }, // as it is kept
    firstSeenAt: { type: Date, required: true },
    seenAt: { type: Date, required: true }, // by the newest look
  },
  { strict: 'throw', collection: 'script_texts', versionKey: false },
);

// One for each text.
scriptTextSchema.index({ shop: 1, hash: 1 }, { unique: true });
// Which to let go when the room is full.
scriptTextSchema.index({ shop: 1, seenAt: 1 });
scriptTextSchema.index({ seenAt: 1 }, { expireAfterSeconds: daysInSeconds(RETENTION_DAYS.events) });
scriptTextSchema.plugin(tenantGuard);

export const scriptTextModel = (connection: Connection) => connection.model('ScriptText', scriptTextSchema);
