import { z } from 'zod';
import { ROLES } from '../../../core/api/home.ts';
import {
  DELIVERY_STATES,
  type Deliveries,
  type DeliveryRow,
  type NewReader,
  type NoticeChange,
  type NoticeSettings,
  type Reader,
  type ReaderChange,
} from '../../../core/api/notices.ts';
import { mailAddress } from '../../../core/notices/address.ts';
import { isTimeOfDay } from '../../../core/notices/quiet-hours.ts';
import type { QuietHours } from '../../../core/notices/rules.ts';
import { LANGUAGES } from '../../../core/text.ts';
import { CHANNELS, DELIVERY_KINDS } from '../../models/delivery.ts';
import { ChangeFlow, Rule, WebhookAnswer } from '../outgoing/outgoing.schema.ts';
import { Id, InstantText } from '../shapes.ts';

const TimeOfDay = z.string().refine(isTimeOfDay, 'bad_time');
const Quiet = z.strictObject({ from: TimeOfDay, to: TimeOfDay }) satisfies z.ZodType<QuietHours>;

/** One plain address, its domain in lower case: what two mail programs read in two ways is refused. */
const Address = z
  .string()
  .max(320)
  .transform((text) => mailAddress(text.trim()))
  .refine((address): address is string => address !== null, 'bad_email');

const wishes = {
  role: z.enum(ROLES),
  language: z.enum(LANGUAGES),
  getsAlerts: z.boolean(),
  getsWeekly: z.boolean(),
  rule: Rule,
};

/** PATCH /notices */
export const ChangeNotices = z.strictObject({ quietHours: Quiet.nullable() }) satisfies z.ZodType<NoticeChange>;

/** POST /notices/readers */
export const AddReader = z.strictObject({ address: Address, ...wishes }) satisfies z.ZodType<NewReader>;

/** PATCH /notices/readers/:id: all but the address, which belongs to its confirmation. */
export const ChangeReader = z
  .strictObject({
    role: wishes.role.exactOptional(),
    language: wishes.language.exactOptional(),
    getsAlerts: wishes.getsAlerts.exactOptional(),
    getsWeekly: wishes.getsWeekly.exactOptional(),
    rule: wishes.rule.exactOptional(),
  })
  .refine((change) => Object.keys(change).length > 0) satisfies z.ZodType<ReaderChange>;

export const ReaderAnswer = z.strictObject({
  id: Id,
  address: z.string().max(260),
  state: z.enum(['waiting', 'confirmed', 'bounced']),
  ...wishes,
  isCombined: z.boolean(),
  addedAt: InstantText,
}) satisfies z.ZodType<Reader>;

export const NoticesAnswer = z.strictObject({
  quietHours: Quiet.nullable(),
  isMailOn: z.boolean(),
  readers: z.array(ReaderAnswer),
  webhooks: z.array(WebhookAnswer),
  flow: ChangeFlow,
}) satisfies z.ZodType<NoticeSettings>;

export const DeliveryAnswer = z.strictObject({
  id: Id,
  identity: z.string().max(200),
  channel: z.enum(CHANNELS),
  kind: z.enum(DELIVERY_KINDS),
  to: z.string().max(260).nullable(),
  alerts: z.int().min(0),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int().min(0),
  code: z.string().max(40).nullable(),
  dueAt: InstantText,
  sentAt: InstantText.nullable(),
}) satisfies z.ZodType<DeliveryRow>;

export const DeliveriesAnswer = z.strictObject({
  deliveries: z.array(DeliveryAnswer),
}) satisfies z.ZodType<Deliveries>;
