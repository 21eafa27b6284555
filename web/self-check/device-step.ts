import type { DeviceReport } from '../../core/api/self-check.ts';
import { YES_NO_UNSURE, type YesNoUnsure } from '../../core/evidence/attestations.ts';
import { element } from '../link-page/element.ts';
import { ANSWERS, BROWSER_NAMES, DEVICE_QUESTIONS, SYSTEM_NAMES, type Saying } from './texts.ts';

type Question = keyof typeof DEVICE_QUESTIONS;
const QUESTIONS = Object.keys(DEVICE_QUESTIONS) as Question[];

/** Shows what the browser tells of itself, and asks four questions. */
export function deviceStep({
  saying: { say, text },
  seen,
  send,
}: {
  saying: Saying;
  seen: Pick<DeviceReport, 'browser' | 'operatingSystem'>;
  send: (report: DeviceReport) => Promise<void>;
}): HTMLElement {
  const trouble = element('p', { class: 'bad', role: 'alert' });
  const button = element('button', {}, say('send'));
  const { browser, operatingSystem } = seen;
  const form = element(
    'form',
    { class: 'card' },
    element('p', { class: 'hint' }, say('deviceHint')),
    element(
      'dl',
      {},
      element('dt', {}, say('browserSeen')),
      element('dd', {}, browser ? `${BROWSER_NAMES[browser.name]} ${browser.majorVersion}` : say('notKnown')),
      element('dt', {}, say('systemSeen')),
      element('dd', {}, operatingSystem ? SYSTEM_NAMES[operatingSystem] : say('notKnown')),
    ),
    ...QUESTIONS.map((question) =>
      element(
        'fieldset',
        {},
        element('legend', {}, text(DEVICE_QUESTIONS[question])),
        ...YES_NO_UNSURE.map((value) =>
          element('label', {}, element('input', { type: 'radio', name: question, value }), text(ANSWERS[value])),
        ),
      ),
    ),
    trouble,
    button,
  );

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = new FormData(form);
    const answers = Object.fromEntries(QUESTIONS.map((question) => [question, given.get(question)]));
    if (Object.values(answers).includes(null)) {
      trouble.textContent = say('answerAll');
      return;
    }
    trouble.textContent = '';
    button.disabled = true;
    void send({ ...seen, answers: answers as Record<Question, YesNoUnsure> }).finally(() => (button.disabled = false));
  });
  return form;
}
