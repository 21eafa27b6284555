import { questionById, type QuestionId } from '../data/questions.ts';
import type { Attestation, AttestedAnswer } from '../evidence/attestations.ts';
import type { Instant } from '../time.ts';

/** What the shop says to one question as of a moment. An answer that ended is none, and no "no" either. */
export type Answer =
  | { readonly state: 'answered'; readonly answer: AttestedAnswer }
  | { readonly state: 'not-stated' | 'expired' | 'too-little' };

/**
 * The newest answer counts alone: whoever said "yes" in spring and lets it end has no answer. `too-little`: a "yes"
 * without the paper that the question asks for, or "does not concern us" where it concerns every shop.
 */
export function answerTo(questionId: QuestionId, attestations: readonly Attestation[], asOf: Instant): Answer {
  let newest: Attestation | null = null;
  for (const one of attestations) {
    if (one.questionId !== questionId || one.statedAt > asOf) continue;
    if (newest === null || one.statedAt > newest.statedAt) newest = one;
  }
  if (newest === null) return { state: 'not-stated' };
  if (newest.expiresAt <= asOf) return { state: 'expired' };
  const question = questionById(questionId);
  const { answer, hasFile } = newest;
  if (answer === 'not-applicable' && question?.mayBeNotApplicable !== true) return { state: 'too-little' };
  if (answer === 'yes' && question?.needsFile === true && !hasFile) return { state: 'too-little' };
  return { state: 'answered', answer };
}

/** Why an answer is none; null: it is one. */
export function gapOf(answer: Answer): 'not-stated' | 'expired' | 'too-little' | null {
  return answer.state === 'answered' ? null : answer.state;
}

export function saidNo(answer: Answer): boolean {
  return answer.state === 'answered' && answer.answer === 'no';
}
