import {
  MOST_ANSWER_CHARS,
  MOST_NAME_CHARS,
  QUESTIONNAIRE_ANSWERS,
  type OpenedQuestionnaire,
  type SentQuestionnaire,
} from '../../core/api/vendor-questions.ts';
import type { QuestionnaireAnswer } from '../../core/api/vendors.ts';
import { VENDOR_QUESTION_IDS, type VendorQuestionId } from '../../core/data/vendor-questions.ts';

const KEY = 'prahari-vendor-questions';

export interface DraftAnswer {
  readonly answer: QuestionnaireAnswer['answer'] | null;
  readonly words: string;
}

/** What was written so far. It stays in this tab, and ends with it. */
export interface Draft {
  readonly opened: OpenedQuestionnaire;
  readonly name: string;
  readonly role: string;
  readonly answers: Readonly<Partial<Record<VendorQuestionId, DraftAnswer>>>;
}

export const EMPTY_ANSWER: DraftAnswer = { answer: null, words: '' };

/** What is kept in the tab; null: nothing, or nothing that can be read. */
export function readDraft(): Draft | null {
  try {
    return draftOf(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
  } catch {
    return null;
  }
}

/** False: this browser keeps nothing. */
export function writeDraft(draft: Draft): boolean {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** A new link goes on with what was written for the same shop and vendor, and with nothing else. */
export function draftFor(opened: OpenedQuestionnaire, before: Draft | null): Draft {
  return before?.opened.draftKey === opened.draftKey
    ? { ...before, opened }
    : { opened, name: '', role: '', answers: {} };
}

/** Questions without yes, no, partly or not applicable; "name" and "role" while they are empty. */
export function stillOpen({ answers, name, role }: Draft): (VendorQuestionId | 'name' | 'role')[] {
  return [
    ...VENDOR_QUESTION_IDS.filter((id) => !answers[id]?.answer),
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(role.trim() === '' ? (['role'] as const) : []),
  ];
}

/** Null while something is open. */
export function ready({ opened, name, role, answers }: Draft): SentQuestionnaire | null {
  const whole = VENDOR_QUESTION_IDS.flatMap((questionId) => {
    const { answer, words } = answers[questionId] ?? EMPTY_ANSWER;
    return answer === null ? [] : [{ questionId, answer, words: words.trim() || null }];
  });
  if (whole.length < VENDOR_QUESTION_IDS.length || name.trim() === '' || role.trim() === '') return null;
  const { attempt, questionsVersion } = opened;
  return { attempt, questionsVersion, name: name.trim(), role: role.trim(), answers: whole };
}

/** Another release of the page, or somebody with the browser's tools, may have written it. */
function draftOf(kept: unknown): Draft | null {
  const { opened, name, role, answers } = fieldsOf(kept);
  const told = fieldsOf(opened);
  const names = ['attempt', 'draftKey', 'shopAddress', 'vendorName', 'questionsVersion', 'expiresAt'] as const;
  if (!names.every((field) => typeof told[field] === 'string')) return null;
  const given = fieldsOf(answers);
  return {
    opened: told as unknown as OpenedQuestionnaire,
    name: textOf(name, MOST_NAME_CHARS),
    role: textOf(role, MOST_NAME_CHARS),
    answers: Object.fromEntries(
      VENDOR_QUESTION_IDS.filter((id) => Object.hasOwn(given, id)).map((id) => [id, answerOf(given[id])]),
    ),
  };
}

function answerOf(kept: unknown): DraftAnswer {
  const { answer, words } = fieldsOf(kept);
  return {
    answer: QUESTIONNAIRE_ANSWERS.find((known) => known === answer) ?? null,
    words: textOf(words, MOST_ANSWER_CHARS),
  };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const textOf = (value: unknown, most: number): string => (typeof value === 'string' ? value.slice(0, most) : '');
