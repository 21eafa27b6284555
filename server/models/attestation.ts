import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { ATTESTED_ANSWERS } from '../../core/evidence/attestations.ts';
import { tenantGuard } from '../store/tenant-guard.ts';

/** One statement about one question. A newer one takes its place and leaves it as history. */
const attestationSchema = new Schema(
  {
    shop: { type: String, required: true },
    questionId: { type: String, required: true },
    answer: { type: String, enum: ATTESTED_ANSWERS, required: true },
    statedAt: { type: Date, required: true },
    statedBy: { type: String, required: true }, // number of the user in the admin
    expiresAt: { type: Date, required: true },
    isCurrent: { type: Boolean, required: true },
    endedAt: Date, // replaced or taken back
    endedBy: String,
    forgetAt: { type: Date, required: true }, // 400 days after it expires
  },
  { strict: 'throw', collection: 'attestations', versionKey: false },
);

// The statements that count, and a question's history.
attestationSchema.index({ shop: 1, isCurrent: 1, questionId: 1, statedAt: -1 });
attestationSchema.index({ forgetAt: 1 }, { expireAfterSeconds: 0 });
attestationSchema.plugin(tenantGuard);

export type AttestationRecord = InferSchemaType<typeof attestationSchema>;

export const attestationModel = (connection: Connection) => connection.model('Attestation', attestationSchema);
