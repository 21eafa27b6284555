import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { SCAN_STATES } from '../../core/api/home.ts';
import { SCAN_REACHES } from '../shop/scan-reach.ts';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

/** Who asked: the sweep, a person, or something that happened to the shop. */
export const SCAN_TRIGGERS = ['due', 'person', 'event'] as const;
export type ScanTrigger = (typeof SCAN_TRIGGERS)[number];

/** One check of a shop as it goes: the queue may lose its jobs, this document loses nothing. */
const scanSchema = new Schema(
  {
    shop: { type: String, required: true },
    install: { type: Number, required: true },
    run: { type: Number, required: true },
    cause: { type: String, required: true }, // "due:2026-11-22T…": the same cause never scans twice
    trigger: { type: String, enum: SCAN_TRIGGERS, required: true },
    reach: { type: String, enum: SCAN_REACHES, required: true, default: 'all' }, // what is read anew
    state: { type: String, enum: SCAN_STATES, required: true },
    active: { type: Boolean }, // true while it goes, absent after
    requestedAt: { type: Date, required: true },
    deadlineAt: { type: Date, required: true },
    finishedAt: Date,
    outcomes: { type: Schema.Types.Mixed, required: true }, // kind → collected | unavailable | token-refused
    evidence: { type: Schema.Types.Mixed }, // kind → sealed JSON; gone when the scan is over
    removals: { type: Number }, // how often buyers' numbers were removed from the evidence; absent: never
    changes: { type: Schema.Types.Mixed }, // { opened, stayed, resolved }; set once judged
    failure: String, // a code
  },
  { strict: 'throw', collection: 'scans', versionKey: false, minimize: false },
);

// A shop is never scanned twice at once.
scanSchema.index({ shop: 1 }, { unique: true, partialFilterExpression: { active: true } });
// Two sweeps that see the same due shop start one scan.
scanSchema.index({ shop: 1, cause: 1 }, { unique: true });
// The newest scan, and how many a person asked for in the last hour.
scanSchema.index({ shop: 1, requestedAt: -1 });
// The sweep: scans that go on, to find those whose jobs were lost.
scanSchema.index({ active: 1, requestedAt: 1 });
scanSchema.index({ requestedAt: 1 }, { expireAfterSeconds: daysInSeconds(RETENTION_DAYS.scans) });
scanSchema.plugin(tenantGuard);

export type ScanRecord = InferSchemaType<typeof scanSchema>;

export const scanModel = (connection: Connection) => connection.model('Scan', scanSchema);
