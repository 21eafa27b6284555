import { z } from 'zod';
import { GUIDE_STEPS, ROLES, type Home } from '../../../core/api/home.ts';
import { SEVERITIES } from '../../../core/severity.ts';
import { LANGUAGES } from '../../../core/text.ts';
import { AlertSummaryAnswer } from '../alerts/alerts.schema.ts';
import { StandingAnswer, point } from '../checks/checks.schema.ts';
import { ScanAnswer } from '../scans/scans.schema.ts';
import { InstantText } from '../shapes.ts';

const count = z.number().int().nonnegative();

export const HomeAnswer = z.strictObject({
  shop: z.string(),
  me: z.strictObject({ userId: z.string(), role: z.enum(ROLES), language: z.enum(LANGUAGES).nullable() }),
  standing: StandingAnswer.nullable(),
  openBySeverity: z.record(z.enum(SEVERITIES), count),
  suppressedCount: count,
  atStakePaise: count.nullable(),
  overdueCount: count,
  newestCriticalAt: InstantText.nullable(),
  news: z.strictObject({ count: count.positive(), since: InstantText }).nullable(),
  doNext: z.array(AlertSummaryAnswer).max(5),
  trend: z.array(z.strictObject(point)).max(84),
  scan: ScanAnswer.nullable(),
  nextCheckAt: InstantText.nullable(),
  guide: z.strictObject({
    isHidden: z.boolean(),
    steps: z.array(z.strictObject({ id: z.enum(GUIDE_STEPS), isDone: z.boolean() })),
  }),
  needsVisit: z.boolean(),
  isFrozen: z.boolean(),
}) satisfies z.ZodType<Home>;
