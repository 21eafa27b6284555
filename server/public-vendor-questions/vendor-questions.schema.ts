import { z } from 'zod';
import {
  MOST_ANSWER_CHARS,
  MOST_NAME_CHARS,
  QUESTIONNAIRE_ANSWERS,
  type KeptQuestionnaire,
  type OpenedQuestionnaire,
  type SentQuestionnaire,
} from '../../core/api/vendor-questions.ts';
import { QUESTIONS_VERSION, VENDOR_QUESTION_IDS } from '../../core/data/vendor-questions.ts';
import { visibleText } from '../../core/visible-text.ts';
import { AppError } from '../errors.ts';
import { Id, InstantText } from '../api/shapes.ts';

const Name = z
  .string()
  .max(MOST_NAME_CHARS)
  .transform((text) => visibleText(text).trim())
  .pipe(z.string().min(1));

const LINE_END = /\r\n|[\r\n\u2028\u2029]/;
const visibleLines = (text: string): string => text.split(LINE_END).map(visibleText).join('\n');

/** Lines stay lines, and markup is text like any other. */
const Words = z
  .string()
  .max(MOST_ANSWER_CHARS)
  .nullable()
  .transform((text) => (text === null ? null : visibleLines(text).trim() || null));

const Answer = z.strictObject({
  questionId: z.enum(VENDOR_QUESTION_IDS),
  answer: z.enum(QUESTIONNAIRE_ANSWERS),
  words: Words,
});

/** Each question once, in any order; kept in ours. */
export const Answers = z.strictObject({
  attempt: Id,
  questionsVersion: z.string().max(20),
  name: Name,
  role: Name,
  answers: z
    .array(Answer)
    .length(VENDOR_QUESTION_IDS.length)
    .refine((answers) => new Set(answers.map(({ questionId }) => questionId)).size === answers.length, 'repeated')
    .transform((answers) => VENDOR_QUESTION_IDS.flatMap((id) => answers.filter(({ questionId }) => questionId === id))),
}) satisfies z.ZodType<SentQuestionnaire>;

/** The page is older than the questions. What was written stays in the browser. */
export class QuestionsChangedError extends AppError {
  constructor() {
    super({
      type: 'questions-changed',
      title: 'The questions have changed since this page was opened.',
      status: 409,
      detail: 'Open the link once more in the same tab. Answers to questions that stayed are still there.',
    });
  }
}

/**
 * Asked before the answers are looked at: those to other questions could not be told from wrong ones.
 * @throws {QuestionsChangedError}
 */
export function requireOurQuestions(body: unknown): void {
  const { questionsVersion } = z
    .object({ questionsVersion: z.unknown() })
    .catch({ questionsVersion: null })
    .parse(body);
  if (typeof questionsVersion === 'string' && questionsVersion !== QUESTIONS_VERSION) throw new QuestionsChangedError();
}

export const OpenedAnswer = z.strictObject({
  attempt: Id,
  draftKey: z.string(),
  shopAddress: z.string(),
  vendorName: z.string(),
  questionsVersion: z.string(),
  expiresAt: InstantText,
}) satisfies z.ZodType<OpenedQuestionnaire>;

export const KeptAnswer = z.strictObject({ answeredAt: InstantText }) satisfies z.ZodType<KeptQuestionnaire>;
