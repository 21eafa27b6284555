import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** One week of a shop: what its report stands on, and the report as it was first made. */
const weeklyReportSchema = new Schema(
  {
    shop: { type: String, required: true },
    monday: { type: String, required: true }, // the first day of the week, "2026-11-16"
    endsAt: { type: Date, required: true },
    basisSealed: { type: String, required: true }, // ReportBasis: snapshots by id, decisions as of the end, checks by id
    reportSealed: { type: String, required: true }, // WeeklyReport, made of that
    goesAt: { type: Date, required: true }, // with the older of its two snapshots: from then on nobody could make it again
  },
  { strict: 'throw', collection: 'weekly_reports', versionKey: false },
);

// One report a week.
weeklyReportSchema.index({ shop: 1, monday: 1 }, { unique: true });
weeklyReportSchema.index({ goesAt: 1 }, { expireAfterSeconds: 0 });
weeklyReportSchema.plugin(tenantGuard);

export type WeeklyReportRecord = InferSchemaType<typeof weeklyReportSchema>;

export const weeklyReportModel = (connection: Connection) => connection.model('WeeklyReport', weeklyReportSchema);
