import type { PasswordVerdict } from '../../core/api/self-check.ts';
import { element } from '../link-page/element.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import type { Judged } from './messages.ts';
import type { PasswordJudge } from './password-judge.ts';
import { SCORES, WEAKENED, type Saying } from './texts.ts';

/**
 * Asks for a password and judges it while it is typed. The password stands in its field alone, which is emptied before
 * the verdict is sent.
 *
 * @param send takes the verdict away; what it throws is told by the page
 */
export function passwordStep({
  saying: { say, text },
  judge,
  send,
}: {
  saying: Saying;
  judge: PasswordJudge;
  send: (verdict: PasswordVerdict) => Promise<void>;
}): HTMLElement {
  const field = element('input', {
    ...{ id: 'password', type: 'password', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' },
    ...{ maxlength: '256', 'aria-describedby': 'password-hint' },
  });
  const show = element('button', { type: 'button', class: 'plain', 'aria-pressed': 'false' }, say('show'));
  const verdict = element('div', { role: 'status' });
  const button = element('button', {}, say('checkAndSend'));
  const trouble = element('p', { class: 'bad', role: 'alert' });
  const form = element(
    'form',
    { class: 'card' },
    element('label', { for: 'password' }, say('passwordLabel')),
    element('p', { class: 'hint', id: 'password-hint' }, say('passwordHint')),
    element('div', { class: 'row' }, field, show),
    verdict,
    element('h2', {}, say('leavesTitle')),
    element('ul', {}, element('li', {}, say('leavesRange')), element('li', {}, say('leavesVerdict'))),
    trouble,
    button,
  );

  show.addEventListener('click', () => {
    const isShown = field.type === 'password';
    field.type = isShown ? 'text' : 'password';
    show.textContent = say(isShown ? 'hide' : 'show');
    show.setAttribute('aria-pressed', String(isShown));
  });

  field.addEventListener('input', () => {
    trouble.textContent = '';
    if (field.value === '') return verdict.replaceChildren();
    void judge.judge(field.value).then(
      (judged) => field.value !== '' && verdict.replaceChildren(...verdictNodes(judged, { say, text })),
      () => (trouble.textContent = say('workerStopped')),
    );
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void finish();
  });

  async function finish(): Promise<void> {
    const password = field.value;
    if (password === '') {
      trouble.textContent = say('typeFirst');
      field.focus();
      return;
    }
    button.disabled = true;
    button.textContent = say('checking');
    try {
      const { score, lengthClass } = await judge.judge(password);
      const isBreached = await judge.isBreached(password);
      field.value = '';
      await send({ score, lengthClass, isBreached, engineVersion: ENGINE_VERSION });
    } catch {
      trouble.textContent = say('workerStopped');
    } finally {
      button.disabled = false;
      button.textContent = say('checkAndSend');
    }
  }

  return form;
}

function verdictNodes(
  { score, lengthClass, meetsLeastRule, weaknesses }: Judged,
  { say, text }: Pick<Saying, 'say' | 'text'>,
): Node[] {
  const tone = score >= 3 ? 'good' : score === 2 ? 'careful' : 'bad';
  const byLength = lengthClass === '15-or-more' ? 'atFifteen' : lengthClass === '12-to-14' ? 'atTwelve' : 'atLeast';
  const words = SCORES[score];
  return [
    element('p', { class: tone }, element('strong', {}, words ? text(words) : '')),
    // A long phrase without a digit is strong, though the least rule asks for one.
    element('p', {}, say(byLength === 'atLeast' && !meetsLeastRule ? 'belowLeast' : byLength)),
    ...(weaknesses.length === 0
      ? []
      : [
          element('p', { class: 'hint' }, `${say('weakenedBy')}:`),
          element('ul', {}, ...weaknesses.map((weakness) => element('li', {}, text(WEAKENED[weakness])))),
        ]),
  ];
}
