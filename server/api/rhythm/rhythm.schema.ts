import { z } from 'zod';
import { SCAN_STATES } from '../../../core/api/home.ts';
import { RHYTHMS, type FailedJob, type RhythmBoard } from '../../../core/api/rhythm.ts';
import { Id, InstantText } from '../shapes.ts';

const FailedJobAnswer = z.strictObject({
  id: Id,
  job: z.string(),
  failedAt: InstantText,
  attempts: z.number().int().nonnegative(),
  code: z.string(),
  isRetried: z.boolean(),
}) satisfies z.ZodType<FailedJob>;

export const RhythmAnswer = z.strictObject({
  state: z.enum(['running', 'needs-visit', 'frozen']),
  rows: z.array(
    z.strictObject({
      rhythm: z.enum(RHYTHMS),
      every: z.enum(['day', 'week']),
      nextAt: InstantText.nullable(),
      lastAt: InstantText.nullable(),
      now: z.enum(SCAN_STATES).nullable(),
    }),
  ),
  failed: z.array(FailedJobAnswer),
  checksLeft: z.number().int().nonnegative(),
  nextCheckFreeAt: InstantText.nullable(),
}) satisfies z.ZodType<RhythmBoard>;
