import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { PAGE_KINDS } from '../../core/evidence/storefront.ts';
import { tenantGuard } from '../store/tenant-guard.ts';

/** What a person said of one script. Whose it is and why it is there are her own words, and sealed. */
const scriptDecisionSchema = new Schema(
  {
    shop: { type: String, required: true },
    identity: { type: String, required: true },
    lineage: { type: String, required: true },
    verdict: { type: String, enum: ['approved', 'rejected'], required: true },
    pageKinds: { type: [{ type: String, enum: PAGE_KINDS, required: true }], required: true },
    hash: String, // the text that it covers; none: it was not known
    coversNewTexts: { type: Boolean, required: true },
    ownerSealed: { type: String, required: true },
    reasonSealed: { type: String, required: true },
    decidedAt: { type: Date, required: true },
    decidedBy: { type: String, required: true },
  },
  { strict: 'throw', collection: 'script_decisions', versionKey: false },
);

// One a script: another decision takes its place.
scriptDecisionSchema.index({ shop: 1, identity: 1 }, { unique: true });
scriptDecisionSchema.plugin(tenantGuard);

export type ScriptDecisionRecord = InferSchemaType<typeof scriptDecisionSchema>;

export const scriptDecisionModel = (connection: Connection) => connection.model('ScriptDecision', scriptDecisionSchema);
