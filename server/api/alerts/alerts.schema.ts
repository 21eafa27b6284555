import { z } from 'zod';
import {
  ALERT_EVENTS,
  ALERT_SORTS,
  ALERT_STATUSES,
  type AlertDetail,
  type AlertPage,
  type AlertSummary,
  type ChangedAlerts,
} from '../../../core/api/alerts.ts';
import { AREAS } from '../../../core/checks/check.ts';
import { SEVERITIES } from '../../../core/severity.ts';
import { CHECKS } from '../../../core/checks/index.ts';
import { LANGUAGES } from '../../../core/text.ts';
import { visibleText } from '../../../core/visible-text.ts';
import { Id, InstantText, commaList } from '../shapes.ts';

const CHECK_IDS = CHECKS.map(({ id }) => id);

const filter = {
  status: commaList(ALERT_STATUSES).default([]),
  severity: commaList(SEVERITIES).default([]),
  area: z.enum(AREAS).nullable().default(null),
  check: commaList(CHECK_IDS).default([]),
  q: z.string().max(100).trim().default(''),
  sort: z.enum(ALERT_SORTS).default('severity'),
};

/** GET /alerts */
export const ListAlerts = z.strictObject({
  ...filter,
  page: z
    .string()
    .regex(/^[1-9][0-9]{0,3}$/)
    .default('1')
    .transform(Number),
});

/** GET /alerts.csv */
export const ExportAlerts = z.strictObject({ ...filter, language: z.enum(LANGUAGES).optional() });

const ids = z.array(Id).min(1).max(100);

/** POST /alerts/acknowledge, /alerts/reopen */
export const HandleAlerts = z.strictObject({ ids });

/** POST /alerts/suppress. Whether the day is near enough, the service judges. */
export const SuppressAlertsBody = z.strictObject({
  ids,
  reason: z.string().max(500).transform(visibleText).pipe(z.string().trim().min(3)),
  until: z.iso.date(),
});

const summary = {
  id: Id,
  checkId: z.string(),
  messageId: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  subject: z.string(),
  area: z.enum(AREAS),
  severity: z.enum(SEVERITIES),
  status: z.enum(ALERT_STATUSES),
  atStakePaise: z.number().int().nullable(),
  adminPath: z.string().nullable(),
  firstObservedAt: InstantText,
  lastObservedAt: InstantText,
  resolvedAt: InstantText.nullable(),
  suppressedUntil: InstantText.nullable(),
};

export const AlertSummaryAnswer = z.strictObject(summary) satisfies z.ZodType<AlertSummary>;

export const AlertDetailAnswer = z.strictObject({
  ...summary,
  snapshotId: Id,
  rung: z.string().nullable(),
  suppressReason: z.string().nullable(),
  history: z.array(
    z.strictObject({
      kind: z.enum(ALERT_EVENTS),
      at: InstantText,
      by: z.string(),
      reason: z.string().exactOptional(),
    }),
  ),
}) satisfies z.ZodType<AlertDetail>;

export const AlertPageAnswer = z.strictObject({
  alerts: z.array(AlertSummaryAnswer),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
}) satisfies z.ZodType<AlertPage>;

export const ChangedAlertsAnswer = z.strictObject({
  alerts: z.array(AlertSummaryAnswer),
}) satisfies z.ZodType<ChangedAlerts>;
