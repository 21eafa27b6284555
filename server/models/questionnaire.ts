import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** What a vendor answered once. Nothing of it changes but that a person of the shop has read it. */
const questionnaireSchema = new Schema(
  {
    shop: { type: String, required: true },
    vendorId: { type: String, required: true },
    attempt: { type: String, required: true }, // of the link: the first answers that come are kept
    version: { type: Number, required: true }, // counts what this vendor answered
    questionsVersion: { type: String, required: true },
    answeredAt: { type: Date, required: true },
    answersSealed: { type: String, required: true }, // name and role of who answered, and the answers
    reviewedAt: Date,
    reviewedBy: String,
    forgetAt: { type: Date, required: true },
  },
  { strict: 'throw', collection: 'questionnaires', versionKey: false },
);

// One set of answers for each invitation.
questionnaireSchema.index({ shop: 1, attempt: 1 }, { unique: true });
// The versions of a vendor, newest first; two that come at once get two numbers.
questionnaireSchema.index({ shop: 1, vendorId: 1, version: -1 }, { unique: true });
questionnaireSchema.index({ forgetAt: 1 }, { expireAfterSeconds: 0 });
questionnaireSchema.plugin(tenantGuard);

export type QuestionnaireRecord = InferSchemaType<typeof questionnaireSchema>;

export const questionnaireModel = (connection: Connection) => connection.model('Questionnaire', questionnaireSchema);
