import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { SELF_CHECK_PURPOSES } from '../../core/api/self-check.ts';
import { BROWSERS, LENGTH_CLASSES, OPERATING_SYSTEMS, YES_NO_UNSURE } from '../../core/evidence/attestations.ts';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

const answer = { type: String, enum: YES_NO_UNSURE };

/** What a person's browser told. Nothing in it names the person, and nothing tells the password. */
const selfCheckSchema = new Schema(
  {
    shop: { type: String, required: true },
    personId: { type: String, required: true },
    purpose: { type: String, enum: SELF_CHECK_PURPOSES, required: true },
    attempt: { type: String, required: true }, // of the invitation
    checkedAt: { type: Date, required: true },
    score: Number,
    lengthClass: { type: String, enum: LENGTH_CLASSES },
    isBreached: Boolean, // absent: the list could not be asked
    engineVersion: String,
    browserName: { type: String, enum: BROWSERS },
    browserVersion: Number,
    operatingSystem: { type: String, enum: OPERATING_SYSTEMS },
    diskEncryption: answer,
    screenLock: answer,
    systemUpdates: answer,
    antiMalware: answer,
  },
  { strict: 'throw', collection: 'self_checks', versionKey: false },
);

// One result for each invitation, however often it is sent.
selfCheckSchema.index({ shop: 1, attempt: 1 }, { unique: true });
// The newest of each person, for the evidence.
selfCheckSchema.index({ shop: 1, checkedAt: -1 });
selfCheckSchema.index({ checkedAt: 1 }, { expireAfterSeconds: daysInSeconds(RETENTION_DAYS.selfChecks) });
selfCheckSchema.plugin(tenantGuard);

export type SelfCheckRecord = InferSchemaType<typeof selfCheckSchema>;

export const selfCheckModel = (connection: Connection) => connection.model('SelfCheck', selfCheckSchema);
