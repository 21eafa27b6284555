import { z } from 'zod';
import {
  QUESTIONNAIRE_ANSWERS,
  type QuestionnaireLink,
  type VendorLetter,
} from '../../../core/api/vendor-questions.ts';
import type { QuestionnaireState } from '../../../core/api/vendors.ts';
import { LANGUAGES } from '../../../core/text.ts';
import { InstantText } from '../shapes.ts';

export const LetterQuery = z.strictObject({ language: z.enum(LANGUAGES).default('en') });

/** Of an address. */
export const VersionText = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number);

export const LinkAnswer = z.strictObject({
  url: z.url(),
  expiresAt: InstantText,
}) satisfies z.ZodType<QuestionnaireLink>;

export const LetterAnswer = z.strictObject({
  subject: z.string(),
  text: z.string(),
}) satisfies z.ZodType<VendorLetter>;

export const QuestionnaireStateAnswer = z.strictObject({
  linkEndsAt: InstantText.nullable(),
  versions: z.array(
    z.strictObject({
      version: z.int().positive(),
      questionsVersion: z.string(),
      answeredAt: InstantText,
      answeredBy: z.string(),
      answers: z.array(
        z.strictObject({
          questionId: z.string(),
          answer: z.enum(QUESTIONNAIRE_ANSWERS),
          words: z.string().nullable(),
        }),
      ),
      reviewedAt: InstantText.nullable(),
      reviewedBy: z.string().nullable(),
    }),
  ),
}) satisfies z.ZodType<QuestionnaireState>;
