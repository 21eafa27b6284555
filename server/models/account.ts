import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { SENSITIVE_SERVICES } from '../../core/data/sensitive-services.ts';
import { tenantGuard } from '../store/tenant-guard.ts';

/** One log-in of one service, and what each source says of it. */
const accountSchema = new Schema(
  {
    shop: { type: String, required: true },
    service: { type: String, enum: SENSITIVE_SERVICES, required: true },
    loginSealed: { type: String, required: true },
    loginIndex: { type: String, required: true },
    personId: String, // absent: nobody was matched to it
    isPersonChosen: { type: Boolean, required: true, default: false }, // by a person: no list moves it
    statements: { type: Schema.Types.Mixed, required: true }, // by source, then by fact: value, statedAt, expiresAt
    confirmedOn: String, // day in India on which somebody last said that it is needed
    addedAt: { type: Date, required: true },
  },
  { strict: 'throw', collection: 'accounts', versionKey: false, minimize: false },
);

// One document a log-in of a service.
accountSchema.index({ shop: 1, service: 1, loginIndex: 1 }, { unique: true });
// The accounts of one person.
accountSchema.index({ shop: 1, personId: 1 });
accountSchema.plugin(tenantGuard);

export type AccountRecord = InferSchemaType<typeof accountSchema>;

export const accountModel = (connection: Connection) => connection.model('Account', accountSchema);
