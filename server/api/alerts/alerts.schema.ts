import { z } from 'zod';
import {
  ALERT_EVENTS,
  ALERT_GROUPINGS,
  ALERT_SORTS,
  ALERT_STATUSES,
  LONGEST_COMMENT,
  SUPPRESSION_KINDS,
  type AlertDetail,
  type AlertGroups,
  type AlertPage,
  type AlertSummary,
  type ChangedAlerts,
} from '../../../core/api/alerts.ts';
import { AREAS } from '../../../core/checks/check.ts';
import { LONGEST_SUBJECT } from '../../../core/fingerprint.ts';
import { SEVERITIES } from '../../../core/severity.ts';
import { CHECKS } from '../../../core/checks/index.ts';
import { LANGUAGES } from '../../../core/text.ts';
import { visibleText } from '../../../core/visible-text.ts';
import { Id, InstantText, commaList } from '../shapes.ts';

const CHECK_IDS = CHECKS.map(({ id }) => id);
/** As many as one control has, with room. */
const LONGEST_CHECK_LIST = 1_000;

const filter = {
  status: commaList(ALERT_STATUSES).default([]),
  severity: commaList(SEVERITIES).default([]),
  area: z.enum(AREAS).nullable().default(null),
  check: commaList(CHECK_IDS, LONGEST_CHECK_LIST).default([]),
  subject: z.string().min(1).max(LONGEST_SUBJECT).nullable().default(null),
  q: z.string().max(100).trim().default(''),
  sort: z.enum(ALERT_SORTS).default('severity'),
};

const page = z
  .string()
  .regex(/^[1-9][0-9]{0,3}$/)
  .default('1')
  .transform(Number);

/** GET /alerts */
export const ListAlerts = z.strictObject({ ...filter, page });

/** GET /alerts/groups */
export const GroupAlerts = z.strictObject({ ...filter, page, by: z.enum(ALERT_GROUPINGS).default('control') });

/** GET /alerts.csv */
export const ExportAlerts = z.strictObject({ ...filter, language: z.enum(LANGUAGES).optional() });

const ids = z.array(Id).min(1).max(100);

/** POST /alerts/acknowledge, /alerts/reopen */
export const HandleAlerts = z.strictObject({ ids });

/** POST /alerts/suppress. Whether the day is near enough, the service judges. */
export const SuppressAlertsBody = z.strictObject({
  ids,
  kind: z.enum(SUPPRESSION_KINDS).default('can-wait'),
  reason: z.string().max(500).transform(visibleText).pipe(z.string().trim().min(3)),
  until: z.iso.date(),
});

/** POST /alerts/assign. Whether there is such a person, the service asks. */
export const AssignAlertsBody = z.strictObject({ ids, personId: Id.nullable() });

/** POST /alerts/:id/comments */
export const CommentBody = z.strictObject({
  text: z.string().max(LONGEST_COMMENT).transform(visibleText).pipe(z.string().trim().min(1)),
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
  suppression: z.enum(SUPPRESSION_KINDS).nullable(),
  dueOn: z.iso.date().nullable(),
  assigneeId: Id.nullable(),
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
      suppression: z.enum(SUPPRESSION_KINDS).exactOptional(),
      until: InstantText.exactOptional(),
      personId: Id.exactOptional(),
      commentId: Id.exactOptional(),
      text: z.string().nullable().exactOptional(),
    }),
  ),
}) satisfies z.ZodType<AlertDetail>;

export const AlertPageAnswer = z.strictObject({
  alerts: z.array(AlertSummaryAnswer),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
}) satisfies z.ZodType<AlertPage>;

export const AlertGroupsAnswer = z.strictObject({
  groups: z.array(
    z.strictObject({
      key: z.string(),
      count: z.number().int(),
      overdue: z.number().int(),
      severity: z.enum(SEVERITIES),
      atStakePaise: z.number().int().nullable(),
      earliestDueOn: z.iso.date().nullable(),
      checkIds: z.array(z.string()),
      ids: z.array(Id).max(100),
      first: AlertSummaryAnswer,
    }),
  ),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
}) satisfies z.ZodType<AlertGroups>;

export const ChangedAlertsAnswer = z.strictObject({
  alerts: z.array(AlertSummaryAnswer),
  was: z.array(z.strictObject({ id: Id, status: z.enum(ALERT_STATUSES), assigneeId: Id.nullable() })),
}) satisfies z.ZodType<ChangedAlerts>;
