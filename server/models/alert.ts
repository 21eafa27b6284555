import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { ALERT_EVENTS, ALERT_STATUSES, SUPPRESSION_KINDS } from '../../core/api/alerts.ts';
import { AREAS } from '../../core/checks/check.ts';
import { SEVERITIES } from '../../core/severity.ts';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

const eventSchema = new Schema(
  {
    kind: { type: String, enum: ALERT_EVENTS, required: true },
    at: { type: Date, required: true },
    by: { type: String, required: true },
    reason: String, // of a time before reasons were sealed
    reasonSealed: String,
    suppression: { type: String, enum: SUPPRESSION_KINDS },
    until: Date,
    personId: String,
  },
  { strict: 'throw', _id: false },
);

/** One defect of a shop over time. */
const alertSchema = new Schema(
  {
    shop: { type: String, required: true }, // the tenant; every query names it
    fingerprint: { type: String, required: true }, // check id and subject: core/fingerprint.ts
    checkId: { type: String, required: true },
    subject: { type: String, required: true },
    messageId: { type: String, required: true },
    data: { type: Schema.Types.Mixed, required: true },
    area: { type: String, enum: AREAS, required: true },
    severity: { type: String, enum: SEVERITIES, required: true },
    severityRank: { type: Number, required: true }, // 0 is the gravest: the list sorts by it
    status: { type: String, enum: ALERT_STATUSES, required: true },
    atStakePaise: Number,
    adminPath: String, // about this very thing; the check's own page otherwise
    rung: String,
    snapshotId: { type: String, required: true }, // the newest that showed it
    firstObservedAt: { type: Date, required: true },
    lastObservedAt: { type: Date, required: true },
    resolvedAt: Date, // set when a scan no longer finds it
    suppressedUntil: Date,
    suppressReason: String, // of a time before reasons were sealed
    suppressReasonSealed: String,
    suppression: { type: String, enum: SUPPRESSION_KINDS },
    dueOn: String, // a day in India; set anew when it opens, never later while it is open
    newsAt: Date, // when it last opened, woke or got graver: what people have not been told of yet
    assigneeId: String, // of the people's register
    comments: Schema.Types.Mixed, // by id: { at, by, textSealed }, so that one is added or taken back alone
    commentCount: Number,
    history: { type: [eventSchema], required: true }, // oldest first, the newest hundred
  },
  { strict: 'throw', collection: 'alerts', versionKey: false, minimize: false },
);

// One alert for each defect of a shop, so that reconciling twice changes nothing.
alertSchema.index({ shop: 1, fingerprint: 1 }, { unique: true });
// The alerts page: one status, gravest first, or by date.
alertSchema.index({ shop: 1, status: 1, severityRank: 1, firstObservedAt: -1 });
alertSchema.index({ shop: 1, status: 1, firstObservedAt: -1 });
// An alert that is not resolved has no `resolvedAt`, so it never expires.
alertSchema.index({ resolvedAt: 1 }, { expireAfterSeconds: daysInSeconds(RETENTION_DAYS.alerts) });
alertSchema.plugin(tenantGuard);

export type AlertRecord = InferSchemaType<typeof alertSchema>;

export const alertModel = (connection: Connection) => connection.model('Alert', alertSchema);
