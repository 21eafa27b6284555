import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { LOOK_UP_SERVICES } from '../../core/evidence/registry.ts';
import { tenantGuard } from '../store/tenant-guard.ts';

/** The shop's look-up service: its keys, what was spent today, and when to ask next. Without a service: the budget alone. */
const lookUpConnectionSchema = new Schema(
  {
    shop: { type: String, required: true },
    service: { type: String, enum: LOOK_UP_SERVICES }, // absent: none is connected
    isTestMode: Boolean,
    revision: String, // names one connecting: work of an earlier one stops
    credentialsSealed: String, // JSON, by the service's own names
    tokenSealed: String, // what the service gave for the keys, where it does so
    tokenExpiresAt: Date,
    connectedAt: Date,
    connectedBy: String,
    askAgainFrom: Date, // answers from before this are asked for again
    nextLookUpAt: Date, // the truth of what is due; Redis may forget it
    pausedUntil: Date, // the service is left alone until then
    failuresInRow: { type: Number, required: true, default: 0 },
    budgetDay: { type: String, required: true, default: '' }, // day in India that `callsToday` counts; outlives a reconnect
    callsToday: { type: Number, required: true, default: 0 },
  },
  { strict: 'throw', collection: 'look_up_connections', versionKey: false },
);

// One service a shop.
lookUpConnectionSchema.index({ shop: 1 }, { unique: true });
// The sweep: shops whose registrations are to be looked up, longest waiting first.
lookUpConnectionSchema.index({ nextLookUpAt: 1 });
lookUpConnectionSchema.plugin(tenantGuard);

export type LookUpConnectionRecord = InferSchemaType<typeof lookUpConnectionSchema>;

export const lookUpConnectionModel = (connection: Connection) =>
  connection.model('LookUpConnection', lookUpConnectionSchema);
