import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** The key that a shop's fields are sealed with, itself wrapped by a root key of the ring. Deleting it erases them all. */
const dataKeySchema = new Schema(
  {
    shop: { type: String, required: true },
    keyId: { type: String, required: true }, // named in each sealed record
    rootKeyId: { type: String, required: true }, // the root key that wraps it
    wrapped: { type: String, required: true },
    createdAt: { type: Date, required: true },
  },
  { strict: 'throw', collection: 'data_keys', versionKey: false },
);

// One key a shop, whoever asks first.
dataKeySchema.index({ shop: 1 }, { unique: true });
dataKeySchema.plugin(tenantGuard);

export type DataKeyRecord = InferSchemaType<typeof dataKeySchema>;

export const dataKeyModel = (connection: Connection) => connection.model('DataKey', dataKeySchema);

/** One a root key, opened at start: a ring with a wrong key under a known name is found before it does harm. */
const keyCanarySchema = new Schema(
  { _id: { type: String, required: true }, wrapped: { type: String, required: true } },
  { strict: 'throw', collection: 'key_canaries', versionKey: false },
);

export const keyCanaryModel = (connection: Connection) => connection.model('KeyCanary', keyCanarySchema);
