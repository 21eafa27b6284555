import type { QuestionId } from '../data/questions.ts';
import { answerTo, gapOf, saidNo } from '../people/answers.ts';
import type { Text } from '../text.ts';
import { defineCheck, type Check } from './check.ts';

/** Texts of a check that rests on one question alone. `no`: what a "no" means. */
type AttestedTexts = Pick<Check, 'id' | 'control' | 'title' | 'severity' | 'rule' | 'why' | 'cost' | 'adminPath'> & {
  readonly question: QuestionId;
  /** The last step, to answer the question again, is added. */
  readonly remedy: readonly Text[];
  readonly no: Text;
};

const ANSWER: Text = {
  en: 'Then answer the question again under Security in Prahari.',
  hi: 'फिर Prahari में सुरक्षा के नीचे इस सवाल का जवाब दोबारा दें।',
};

/**
 * A check of which only the shop can tell: a live "no" fails, no answer or one that ended is not assessed, and "does
 * not concern us" makes it not applicable where the question allows that. As sure as the person who answered.
 */
export function attestedCheck({ question, remedy, no, ...texts }: AttestedTexts): Check {
  return defineCheck({
    ...texts,
    area: 'security',
    remedy: [...remedy, ANSWER],
    proof: {
      en: 'A person of the shop answers "yes", and the next check reads it.',
      hi: 'स्टोर का कोई व्यक्ति "हाँ" जवाब दे, और अगली जाँच उसे पढ़े।',
    },
    requires: ['attestations'],
    messages: { no },
    applies({ attestations }, { asOf }) {
      const answer = answerTo(question, attestations, asOf);
      return answer.state !== 'answered' || answer.answer !== 'not-applicable';
    },
    *evaluate({ attestations }, { asOf }) {
      if (saidNo(answerTo(question, attestations, asOf))) yield { subject: question, messageId: 'no' };
    },
    lacks({ attestations }, { asOf }) {
      const reason = gapOf(answerTo(question, attestations, asOf));
      return reason === null ? null : { kind: 'attestations', reason };
    },
  });
}
