import { z } from 'zod';
import type { CheckBoard, Standing } from '../../../core/api/home.ts';
import { SEVERITIES } from '../../../core/severity.ts';
import { EVIDENCE_KINDS } from '../../../core/evidence/kinds.ts';
import { UNAVAILABLE_REASONS } from '../../../core/evidence/snapshot.ts';
import { RUNGS } from '../../../core/evidence/rungs.ts';
import { OUTCOMES } from '../../../core/judgement.ts';
import { Id, InstantText } from '../shapes.ts';

const count = z.number().int().nonnegative();

export const point = {
  takenAt: InstantText,
  score: z.number().min(0).max(100).nullable(),
  assessed: count,
  applicable: count,
};

export const StandingAnswer = z.strictObject({
  snapshotId: Id,
  ...point,
  isEarly: z.boolean(),
}) satisfies z.ZodType<Standing>;

const Finding = z.strictObject({
  subject: z.string(),
  messageId: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  severity: z.enum(SEVERITIES),
  atStakePaise: z.number().int().nullable(),
  adminPath: z.string().nullable().default(null), // stored results of before have none
  isRemark: z.boolean().default(false),
});

const NotAssessed = z.union([
  z.strictObject({
    kind: z.enum(EVIDENCE_KINDS),
    reason: z.enum(UNAVAILABLE_REASONS),
    missingScopes: z.array(z.string()),
  }),
  z.strictObject({ reason: z.literal('check-failed') }),
]);

export const CheckBoardAnswer = z.strictObject({
  standing: StandingAnswer.nullable(),
  results: z.array(
    z.strictObject({
      checkId: z.string(),
      outcome: z.enum(OUTCOMES),
      findings: z.array(Finding),
      rung: z.enum(RUNGS).nullable(),
      notAssessed: z.array(NotAssessed),
      isSettled: z.boolean().exactOptional(),
    }),
  ),
  parts: z.array(z.strictObject({ checkId: z.string(), weight: z.number(), points: z.number().nullable() })),
}) satisfies z.ZodType<CheckBoard>;
