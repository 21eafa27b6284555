import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { ROLES } from '../../core/api/home.ts';
import { LANGUAGES } from '../../core/text.ts';
import { tenantGuard } from '../store/tenant-guard.ts';
import { ruleFields } from './rule-fields.ts';

/** Somebody who gets mail. The address is sealed; a blind index tells whether the shop knows it. */
const readerSchema = new Schema(
  {
    shop: { type: String, required: true },
    addressSealed: { type: String, required: true },
    addressIndex: { type: String, required: true },
    capKey: { type: String, required: true }, // keyed hash of the address, the same in all shops: caps count by it
    readerKey: String, // the same for one address in all shops that it confirmed for one digest
    role: { type: String, enum: ROLES, required: true },
    language: { type: String, enum: LANGUAGES, required: true },
    rule: { type: ruleFields, required: true },
    getsAlerts: { type: Boolean, required: true },
    getsWeekly: { type: Boolean, required: true },
    isCombined: { type: Boolean, required: true },
    invitations: { type: Number, required: true }, // counts them
    invitedAt: { type: Date, required: true },
    confirmedAt: Date, // before, nothing but the invitation is sent
    bouncedAt: Date, // mail came back: nothing is sent until it is confirmed anew
    addedAt: { type: Date, required: true },
    addedBy: { type: String, required: true },
  },
  { strict: 'throw', collection: 'readers', versionKey: false },
);

// One reader an address of a shop.
readerSchema.index({ shop: 1, addressIndex: 1 }, { unique: true });
// All shops of one reader who asked for one digest.
readerSchema.index({ readerKey: 1 });
readerSchema.plugin(tenantGuard);

export type ReaderRecord = InferSchemaType<typeof readerSchema>;

export const readerModel = (connection: Connection) => connection.model('Reader', readerSchema);
