import type { Instant } from '../time.ts';
import type { QuestionnaireAnswer } from './vendors.ts';

export const QUESTIONNAIRE_ANSWERS = [
  'yes',
  'no',
  'partly',
  'not-applicable',
] as const satisfies readonly QuestionnaireAnswer['answer'][];

/** Of what a vendor writes; in UTF-16 units, as browsers count them. */
export const MOST_ANSWER_CHARS = 4_000;
export const MOST_NAME_CHARS = 120;

/** POST /api/vendors/:id/questionnaire (manager): the address is told once and never again; a new one ends the one before. */
export interface QuestionnaireLink {
  readonly url: string;
  readonly expiresAt: Instant;
}

/** POST /vendor-questions/open: whoever has the link begins. Of the shop its public address alone. */
export interface OpenedQuestionnaire {
  /** Names this invitation and lets nobody in: answers are sent with it. */
  readonly attempt: string;
  /** The same for each link of this shop to this vendor: a draft goes on under it. It says nothing of either. */
  readonly draftKey: string;
  readonly shopAddress: string;
  readonly vendorName: string;
  readonly questionsVersion: string;
  readonly expiresAt: Instant;
}

/** POST /vendor-questions/answers: all twenty, and who answers. */
export interface SentQuestionnaire {
  readonly attempt: string;
  readonly questionsVersion: string;
  readonly name: string;
  readonly role: string;
  readonly answers: readonly QuestionnaireAnswer[];
}

/** What the vendor is told afterwards, however often it is sent. */
export interface KeptQuestionnaire {
  readonly answeredAt: Instant;
}

/** GET /api/vendors/:id/letter?language=en|hi. */
export type { VendorLetter } from '../vendors/letter.ts';
