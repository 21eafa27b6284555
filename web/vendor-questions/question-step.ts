import { MOST_ANSWER_CHARS, QUESTIONNAIRE_ANSWERS } from '../../core/api/vendor-questions.ts';
import type { VendorQuestion } from '../../core/data/vendor-questions.ts';
import { element } from '../link-page/element.ts';
import { plainButton } from '../link-page/plain-button.ts';
import type { DraftAnswer } from './draft.ts';
import { ANSWERS, type Saying } from './texts.ts';

/**
 * One question. What is written is told at each stroke, so that a change of language or a reload loses nothing.
 *
 * @param back null: it is the first
 */
export function questionStep({
  saying: { say, text, language },
  question,
  given,
  keep,
  back,
  next,
  review,
}: {
  saying: Saying;
  question: VendorQuestion;
  given: DraftAnswer;
  keep: (answer: DraftAnswer) => void;
  back: (() => void) | null;
  next: () => void;
  review: () => void;
}): HTMLElement {
  const radios = QUESTIONNAIRE_ANSWERS.map((value) =>
    element('input', { type: 'radio', name: 'answer', value, checked: given.answer === value }),
  );
  const words = element('textarea', { id: 'words', maxlength: String(MOST_ANSWER_CHARS), rows: '5' }, given.words);
  const most = MOST_ANSWER_CHARS.toLocaleString(language === 'hi' ? 'hi-IN-u-nu-latn' : 'en-IN');
  const form = element(
    'form',
    { class: 'card' },
    element(
      'fieldset',
      { 'aria-describedby': 'help' },
      element('legend', {}, text(question.text)),
      ...radios.map((radio, at) => {
        const value = QUESTIONNAIRE_ANSWERS[at];
        return element('label', {}, radio, value ? text(ANSWERS[value]) : '');
      }),
    ),
    element('p', { class: 'hint', id: 'help' }, text(question.help)),
    element('label', { class: 'over', for: 'words' }, say('words', { most })),
    words,
    element(
      'div',
      { class: 'acts' },
      ...(back ? [plainButton(say('back'), back)] : []),
      element('button', {}, say('next')),
      plainButton(say('toReview'), review),
    ),
  );

  form.addEventListener('input', () => {
    const chosen = radios.findIndex((radio) => radio.checked);
    keep({ answer: QUESTIONNAIRE_ANSWERS[chosen] ?? null, words: words.value });
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    next();
  });
  return form;
}
