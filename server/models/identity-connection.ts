import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { IDENTITY_PROVIDERS, PROVIDER_PROBLEMS } from '../../core/api/people.ts';
import { tenantGuard } from '../store/tenant-guard.ts';

/** An identity provider that the shop connected: its key, when it is read next, and how the last reading went. */
const identityConnectionSchema = new Schema(
  {
    shop: { type: String, required: true },
    provider: { type: String, enum: IDENTITY_PROVIDERS, required: true },
    revision: { type: String, required: true }, // names one connecting: work of an earlier one stops
    credentialsSealed: { type: String, required: true }, // JSON, by the provider's own names
    connectedAt: { type: Date, required: true },
    connectedBy: { type: String, required: true },
    askedAt: { type: Date, required: true }, // when a person last wished it to be read
    nextReadAt: { type: Date, required: true }, // the truth of what is due; Redis may forget it
    lastReadAt: Date, // the last reading that brought something
    accounts: { type: Number, required: true, default: 0 },
    problem: { type: String, enum: PROVIDER_PROBLEMS }, // of the last reading; absent: it went well
    pausedUntil: Date, // the provider is left alone until then
    failuresInRow: { type: Number, required: true, default: 0 },
  },
  { strict: 'throw', collection: 'identity_connections', versionKey: false },
);

// One connection a provider.
identityConnectionSchema.index({ shop: 1, provider: 1 }, { unique: true });
// The sweep: shops whose people are to be read, longest waiting first.
identityConnectionSchema.index({ nextReadAt: 1 });
identityConnectionSchema.plugin(tenantGuard);

export type IdentityConnectionRecord = InferSchemaType<typeof identityConnectionSchema>;

export const identityConnectionModel = (connection: Connection) =>
  connection.model('IdentityConnection', identityConnectionSchema);
