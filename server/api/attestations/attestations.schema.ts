import { z } from 'zod';
import type { QuestionRow } from '../../../core/api/security.ts';
import { ATTESTED_ANSWERS } from '../../../core/evidence/attestations.ts';
import { InstantText } from '../shapes.ts';

export const QuestionIdText = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/);

export const StatedAnswer = z.strictObject({ answer: z.enum(ATTESTED_ANSWERS) });

export const QuestionRowAnswer = z.strictObject({
  questionId: z.string(),
  answer: z.enum(ATTESTED_ANSWERS).nullable(),
  statedAt: InstantText.nullable(),
  expiresAt: InstantText.nullable(),
  statedBy: z.string().nullable(),
  file: z.strictObject({ id: z.string(), name: z.string(), sizeBytes: z.number().int().positive() }).nullable(),
}) satisfies z.ZodType<QuestionRow>;
