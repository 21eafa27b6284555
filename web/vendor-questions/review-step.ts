import type { SentQuestionnaire } from '../../core/api/vendor-questions.ts';
import { VENDOR_QUESTIONS, type VendorQuestionId } from '../../core/data/vendor-questions.ts';
import { element } from '../link-page/element.ts';
import { EMPTY_ANSWER, ready, stillOpen, type Draft } from './draft.ts';
import { plainButton } from '../link-page/plain-button.ts';
import { ANSWERS, type Saying } from './texts.ts';

/**
 * All answers before they are sent, each with a way back to it.
 *
 * @param send takes the answers away; what it throws is told by the page
 */
export function reviewStep({
  saying: { say, text },
  draft,
  change,
  changePerson,
  send,
}: {
  saying: Saying;
  draft: Draft;
  change: (id: VendorQuestionId) => void;
  changePerson: () => void;
  send: (sent: SentQuestionnaire) => Promise<void>;
}): HTMLElement {
  const trouble = element('p', { class: 'bad', role: 'alert' });
  const button = element('button', { type: 'button' }, say('send'));
  button.addEventListener('click', () => {
    const sent = ready(draft);
    if (!sent) {
      trouble.textContent = say('answerAll', { number: stillOpen(draft).length });
      return;
    }
    trouble.textContent = '';
    button.disabled = true;
    button.textContent = say('sending');
    void send(sent).finally(() => {
      button.disabled = false;
      button.textContent = say('send');
    });
  });

  const rows = VENDOR_QUESTIONS.flatMap(({ id, text: question }) => {
    const { answer, words } = draft.answers[id] ?? EMPTY_ANSWER;
    return [
      element('dt', {}, text(question)),
      element(
        'dd',
        {},
        answer ? element('strong', {}, text(ANSWERS[answer])) : missing(),
        ...(words.trim() === '' ? [] : [element('p', { class: 'said' }, words.trim())]),
        changeButton(text(question), () => change(id)),
      ),
    ];
  });
  const person = [draft.name.trim(), draft.role.trim()];
  return element(
    'section',
    { class: 'card' },
    element('p', { class: 'hint' }, say('reviewHint')),
    element(
      'dl',
      { class: 'one' },
      ...rows,
      element('dt', {}, say('whoTitle')),
      element(
        'dd',
        {},
        person.includes('') ? missing() : person.join(', '),
        changeButton(say('whoTitle'), changePerson),
      ),
    ),
    trouble,
    element('div', { class: 'acts' }, button),
  );

  function missing(): HTMLElement {
    return element('span', { class: 'bad' }, say('notAnswered'));
  }

  /** Twenty buttons with one name would not tell a screen reader which is which. */
  function changeButton(what: string, act: () => void): HTMLElement {
    const made = plainButton(say('change'), act);
    made.append(element('span', { class: 'heard' }, ` (${what})`));
    return element('div', { class: 'acts' }, made);
  }
}
