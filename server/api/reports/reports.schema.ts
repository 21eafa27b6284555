import { z } from 'zod';
import { REPORT_FORMATS, type MadeReport, type ReportList } from '../../../core/api/reports.ts';
import { AREAS } from '../../../core/checks/check.ts';
import { EFFORTS } from '../../../core/data/efforts.ts';
import { EVIDENCE_KINDS } from '../../../core/evidence/kinds.ts';
import { UNAVAILABLE_REASONS } from '../../../core/evidence/snapshot.ts';
import { isDay } from '../../../core/gst/days.ts';
import { REPORT_FORMAT } from '../../../core/report/weekly-report.ts';
import { SEVERITIES } from '../../../core/severity.ts';
import { LANGUAGES } from '../../../core/text.ts';
import { InstantText } from '../shapes.ts';

/** The day that begins a week; whether it is a Monday the week itself says. */
export const Monday = z.string().length(10).refine(isDay);

/** GET /reports/:monday/file: CSV and the person's own language unless told otherwise. */
export const ReportFileQuery = z.strictObject({
  format: z.enum(REPORT_FORMATS).exactOptional(),
  language: z.enum(LANGUAGES).exactOptional(),
});

/** POST /reports/send */
export const SendReport = z.strictObject({ monday: Monday });

/** To how many addresses and targets it goes. */
export const SentAnswer = z.strictObject({ deliveries: z.number().int() });

export const ReportsAnswer = z.strictObject({
  weeks: z.array(
    z.strictObject({
      monday: z.string(),
      sunday: z.string(),
      score: z.number().nullable(),
      isRunning: z.boolean(),
      change: z.number().nullable(),
    }),
  ),
  nextAt: InstantText.nullable(),
}) satisfies z.ZodType<ReportList>;

const count = z.number().int();
const Finding = z.strictObject({
  fingerprint: z.string(),
  checkId: z.string(),
  area: z.enum(AREAS),
  messageId: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  subject: z.string(),
  severity: z.enum(SEVERITIES),
  atStakePaise: z.number().nullable(),
});
const Taken = z.strictObject({
  id: z.string(),
  takenAt: InstantText,
  score: z.number().nullable(),
  assessed: count,
  applicable: count,
});
const NoFigures = z.strictObject({ reason: z.enum(UNAVAILABLE_REASONS), missingScopes: z.array(z.string()) });

const Gst = z.strictObject({
  registrations: z.array(
    z.strictObject({
      gstin: z.string(),
      state: z.string(),
      status: z.string().nullable(),
      askedAt: z.string().nullable(),
    }),
  ),
  orders: count.nullable(),
  wrongHeadPaise: z.number().nullable(),
  states: z.array(z.strictObject({ deliveryState: z.string(), wrongOrders: count, wrongPaise: z.number() })),
  hsn: z.strictObject({ variants: count, withCode: count, missing: count, wrong: count }).nullable(),
  calendar: z.array(
    z.strictObject({
      dueOn: z.string(),
      form: z.string(),
      gstin: z.string(),
      period: z.string(),
      state: z.enum(['upcoming', 'filed', 'overdue', 'unknown']),
      filedOn: z.string().nullable(),
      isVerified: z.boolean(),
    }),
  ),
  reasons: z.strictObject({
    registry: NoFigures.exactOptional(),
    taxAudit: NoFigures.exactOptional(),
    hsn: NoFigures.exactOptional(),
    calendar: NoFigures.exactOptional(),
  }),
});

const DUES = ['return', 'certificate', 'domain', 'statement', 'vendor-paper', 'alert', 'silence', 'platform'] as const;
const REASONS = [
  'first',
  'quiet',
  'graver-new',
  'new',
  'mended',
  'score-up',
  'score-down',
  'less-seen',
  'not-seen',
] as const;

const Report = z.strictObject({
  format: z.literal(REPORT_FORMAT),
  shop: z.string(),
  week: z.strictObject({ monday: z.string(), sunday: z.string(), endsAt: InstantText, timeZone: z.string() }),
  snapshot: Taken,
  before: Taken.nullable(),
  trendOfWeeks: z.array(
    z.strictObject({ monday: z.string(), score: z.number().nullable(), assessed: count, applicable: count }),
  ),
  verdict: z.strictObject({
    kind: z.enum(['first', 'better', 'same', 'worse']),
    why: z.enum(REASONS),
    scoreChange: z.number().nullable(),
  }),
  fresh: z.array(Finding),
  mended: z.array(Finding),
  graver: z.array(Finding),
  openBySeverity: z.strictObject({ critical: count, high: count, medium: count, low: count, info: count }),
  atStakePaise: z.number(),
  topFive: z.array(
    z.strictObject({
      checkId: z.string(),
      severity: z.enum(SEVERITIES),
      findings: count,
      first: Finding,
      atStakePaise: z.number().nullable(),
      effort: z.enum(EFFORTS),
      points: count,
    }),
  ),
  dues: z.array(
    z.strictObject({
      on: z.string(),
      what: z.enum(DUES),
      isOverdue: z.boolean(),
      name: z.string(),
      detail: z.string(),
      isVerified: z.boolean(),
    }),
  ),
  gst: Gst,
  people: z.strictObject({
    people: count.nullable(),
    withoutSecondFactor: count.nullable(),
    secondFactorUnknown: count.nullable(),
    failing: count,
  }),
  vendors: z.strictObject({
    known: count,
    fresh: z.array(z.string()),
    gone: z.array(z.string()),
    highRisk: count,
  }),
  scripts: z.strictObject({ scripts: count.nullable(), undecided: count.nullable(), fresh: z.array(z.string()) }),
  notAssessed: z.array(
    z.strictObject({
      kind: z.enum(EVIDENCE_KINDS).nullable(),
      reason: z.enum([...UNAVAILABLE_REASONS, 'check-failed']),
      missingScopes: z.array(z.string()),
      checkIds: z.array(z.string()),
    }),
  ),
  silenced: z.array(Finding.extend({ until: z.string() })),
  rules: z.strictObject({ added: z.array(z.string()), retired: z.array(z.string()) }),
  audit: z.strictObject({ seq: count, hash: z.string() }).nullable(),
});

export const ReportAnswer = z.strictObject({ report: Report, madeAt: InstantText }) satisfies z.ZodType<MadeReport>;
