import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { WEBHOOK_FORMATS } from '../../core/api/notices.ts';
import { LANGUAGES } from '../../core/text.ts';
import { tenantGuard } from '../store/tenant-guard.ts';
import { ruleFields } from './rule-fields.ts';

const lastSchema = new Schema(
  {
    at: { type: Date, required: true },
    status: Number, // absent: no answer came
    code: { type: String, required: true },
  },
  { _id: false, strict: 'throw' },
);

/** Where a shop's notices are posted. The address can be a password in itself, as Slack's is: sealed, its host shown. */
const outgoingWebhookSchema = new Schema(
  {
    shop: { type: String, required: true },
    targetSealed: { type: String, required: true }, // JSON of name and address
    secretsSealed: { type: String, required: true }, // JSON of secrets, newest first
    host: { type: String, required: true },
    format: { type: String, enum: WEBHOOK_FORMATS, required: true },
    language: { type: String, enum: LANGUAGES, required: true },
    rule: { type: ruleFields, required: true },
    getsWeekly: { type: Boolean, required: true },
    isOn: { type: Boolean, required: true },
    trouble: { type: String, enum: ['gone', 'failing'] }, // absent: the last post came through
    oldSecretUntil: Date, // until then the older secret signs as well
    last: lastSchema,
    testedAt: Date, // when a person last tried it
    addedAt: { type: Date, required: true },
    addedBy: { type: String, required: true },
  },
  { strict: 'throw', collection: 'outgoing_webhooks', versionKey: false },
);

// A shop's own, in the order in which they were added.
outgoingWebhookSchema.index({ shop: 1, addedAt: 1 });
outgoingWebhookSchema.plugin(tenantGuard);

export type OutgoingWebhookRecord = InferSchemaType<typeof outgoingWebhookSchema>;

export const outgoingWebhookModel = (connection: Connection) =>
  connection.model('OutgoingWebhook', outgoingWebhookSchema);
