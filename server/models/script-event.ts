import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { SCRIPT_EVENTS } from '../../core/api/scripts.ts';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

/** What happened to one script: a check saw a change, or a person decided. Written once, never changed. */
const scriptEventSchema = new Schema(
  {
    shop: { type: String, required: true },
    at: { type: Date, required: true },
    kind: { type: String, enum: SCRIPT_EVENTS, required: true },
    identity: { type: String, required: true },
    by: { type: String, required: true }, // "prahari", or the number of the user in the admin
    fromHash: String,
    toHash: String,
    reasonSealed: String, // of a decision
  },
  { strict: 'throw', collection: 'script_events', versionKey: false },
);

// The log: newest first.
scriptEventSchema.index({ shop: 1, at: -1, _id: -1 });
scriptEventSchema.index({ at: 1 }, { expireAfterSeconds: daysInSeconds(RETENTION_DAYS.events) });
scriptEventSchema.plugin(tenantGuard);

export const scriptEventModel = (connection: Connection) => connection.model('ScriptEvent', scriptEventSchema);
