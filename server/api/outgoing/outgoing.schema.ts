import { z } from 'zod';
import {
  FLOW_TRIGGERS,
  WEBHOOK_FORMATS,
  type FlowSettings,
  type NewWebhook,
  type OutgoingWebhook,
  type WebhookTest,
  type WebhookWithSecret,
} from '../../../core/api/notices.ts';
import { AREAS } from '../../../core/checks/check.ts';
import { PACES, type NoticeRule } from '../../../core/notices/rules.ts';
import { LANGUAGES } from '../../../core/text.ts';
import { visibleText } from '../../../core/visible-text.ts';
import { Id, InstantText } from '../shapes.ts';

/** What somebody wants to hear of. No area at all would be a silence that nobody notices. */
export const Rule = z.strictObject({
  areas: z
    .array(z.enum(AREAS))
    .min(1)
    .max(AREAS.length)
    .refine((areas) => new Set(areas).size === areas.length),
  leastSeverity: z.enum(['critical', 'high', 'medium', 'low']),
  pace: z.enum(PACES),
  tellsResolved: z.boolean(),
}) satisfies z.ZodType<NoticeRule>;

const Name = z
  .string()
  .max(200)
  .transform((name) => visibleText(name).trim())
  .pipe(z.string().min(1).max(60));

const fields = {
  name: Name,
  format: z.enum(WEBHOOK_FORMATS),
  language: z.enum(LANGUAGES),
  rule: Rule,
  getsWeekly: z.boolean(),
};

/** POST /notices/webhooks. The address is judged by the service, which says what is wrong with it. */
export const AddWebhook = z.strictObject({
  ...fields,
  url: z.string().max(2_000).trim(),
}) satisfies z.ZodType<NewWebhook>;

/** PATCH /notices/webhooks/:id: all but the address, which belongs to the secret. */
export const ChangeWebhook = z
  .strictObject({ ...fields, isOn: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0);

/** PATCH /notices/flow. No trigger at all would be a silence that nobody notices, too. */
export const ChangeFlow = z.strictObject({
  isOn: z.boolean(),
  rule: Rule,
  triggers: z
    .array(z.enum(FLOW_TRIGGERS))
    .min(1)
    .max(FLOW_TRIGGERS.length)
    .refine((triggers) => new Set(triggers).size === triggers.length)
    .default([...FLOW_TRIGGERS]),
}) satisfies z.ZodType<FlowSettings>;

export const WebhookAnswer = z.strictObject({
  id: Id,
  name: z.string(),
  host: z.string(),
  format: z.enum(WEBHOOK_FORMATS),
  language: z.enum(LANGUAGES),
  rule: Rule,
  getsWeekly: z.boolean(),
  isOn: z.boolean(),
  trouble: z.enum(['gone', 'failing']).nullable(),
  oldSecretUntil: InstantText.nullable(),
  last: z
    .strictObject({ at: InstantText, status: z.int().min(100).max(599).nullable(), code: z.string().max(40) })
    .nullable(),
}) satisfies z.ZodType<OutgoingWebhook>;

/** The one answer that holds a secret. */
export const SecretAnswer = z.strictObject({
  webhook: WebhookAnswer,
  secret: z.string().regex(/^whsec_[A-Za-z0-9+/]{43}=$/),
}) satisfies z.ZodType<WebhookWithSecret>;

export const TestAnswer = z.strictObject({
  isDelivered: z.boolean(),
  status: z.int().min(100).max(599).nullable(),
  code: z.string().max(40),
}) satisfies z.ZodType<WebhookTest>;
