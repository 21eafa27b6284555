import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { DELIVERY_STATES } from '../../core/api/notices.ts';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

export const CHANNELS = ['mail', 'webhook', 'flow'] as const;
export const DELIVERY_KINDS = [
  'alerts',
  'digest',
  'weekly',
  'invitation',
  'visit',
  'test',
  'gst-status',
  'vendor',
] as const;

/** One thing that one reader, target or trigger is to be told: the outbox. */
const deliverySchema = new Schema(
  {
    shop: { type: String, required: true },
    identity: { type: String, required: true }, // the same in every copy and try
    channel: { type: String, enum: CHANNELS, required: true },
    kind: { type: String, enum: DELIVERY_KINDS, required: true },
    to: { type: String, required: true }, // id of a reader or webhook; "flow"
    state: { type: String, enum: DELIVERY_STATES, required: true },
    isUrgent: { type: Boolean, required: true }, // no cap holds it up
    sources: { type: [String], required: true }, // scans whose news are in it
    newsJsons: { type: [String], required: true }, // AlertNews[] of each of them; gone with the words
    factSealed: String, // JSON of a FlowFact, where it is about something else than alerts; gone with the words
    alerts: { type: Number, required: true },
    monday: String, // of a weekly report
    createdAt: { type: Date, required: true },
    dueAt: { type: Date, required: true },
    nextTryAt: { type: Date, required: true }, // the truth of what is due; Redis may forget it
    lockedUntil: { type: Date, required: true }, // one worker tries; a dead one's lock runs out
    fence: { type: Number, required: true }, // counts takers: whoever lost the lock changes nothing any more
    attempts: { type: Number, required: true },
    triedSince: Date, // the first try of this row of tries: giving up is counted from here
    code: String, // why the last try failed, why it waits, why it was dropped
    bodySealed: String, // what is sent, made once, the same in each try; gone once it is
    countedOn: String, // the day on whose cap it was counted
    sentAt: Date,
    textGoesAt: Date, // absent: the words are gone
  },
  { strict: 'throw', collection: 'deliveries', versionKey: false },
);

// One of each identity, however often news are handed out.
deliverySchema.index({ shop: 1, identity: 1 }, { unique: true });
// The sweep: what is due in any shop on one way out, longest waiting first.
deliverySchema.index({ state: 1, channel: 1, nextTryAt: 1 });
// One shop's turn, one way out.
deliverySchema.index({ shop: 1, channel: 1, state: 1, nextTryAt: 1 });
// The page of what was sent, newest first.
deliverySchema.index({ shop: 1, createdAt: -1 });
// The sweep: words that have been kept long enough.
deliverySchema.index({ textGoesAt: 1 });
deliverySchema.index({ createdAt: 1 }, { expireAfterSeconds: daysInSeconds(RETENTION_DAYS.notices) });
deliverySchema.plugin(tenantGuard);

export type DeliveryRecord = InferSchemaType<typeof deliverySchema>;

export const deliveryModel = (connection: Connection) => connection.model('Delivery', deliverySchema);
