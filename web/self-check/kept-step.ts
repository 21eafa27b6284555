import type { KeptSelfCheck } from '../../core/api/self-check.ts';
import { element } from '../link-page/element.ts';
import { ANSWERS, BROWSER_NAMES, DEVICE_QUESTIONS, LENGTHS, SCORES, SYSTEM_NAMES, type Saying } from './texts.ts';

/** The last page: what was kept, all of it and word for word. */
export function keptStep(kept: KeptSelfCheck, saying: Saying): HTMLElement {
  const { say, moment } = saying;
  const rows = [
    ...(kept.purpose === 'password' ? passwordRows(kept, saying) : deviceRows(kept, saying)),
    [say('keptAt'), moment(kept.checkedAt)] as const,
  ];
  return element(
    'section',
    { class: 'card' },
    ...(kept.purpose === 'password' && kept.isBreached ? [element('p', { class: 'bad' }, say('changeIt'))] : []),
    element('h2', {}, say('keptTitle')),
    element('dl', {}, ...rows.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)])),
    element('p', { class: 'hint' }, say('linkOver')),
  );
}

type Rows = (readonly [string, string])[];

function passwordRows(kept: Extract<KeptSelfCheck, { purpose: 'password' }>, { say, text }: Saying): Rows {
  const { score, lengthClass, isBreached, engineVersion } = kept;
  const words = SCORES[score];
  return [
    [say('score'), words ? text(words) : String(score)],
    [say('length'), text(LENGTHS[lengthClass])],
    [say('breached'), isBreached === null ? say('notAsked') : text(ANSWERS[isBreached ? 'yes' : 'no'])],
    [say('engine'), engineVersion],
  ];
}

function deviceRows(kept: Extract<KeptSelfCheck, { purpose: 'device' }>, { say, text }: Saying): Rows {
  const { browser, operatingSystem, answers } = kept;
  const questions = Object.keys(DEVICE_QUESTIONS) as (keyof typeof DEVICE_QUESTIONS)[];
  return [
    [say('browserSeen'), browser ? `${BROWSER_NAMES[browser.name]} ${browser.majorVersion}` : say('notKnown')],
    [say('systemSeen'), operatingSystem ? SYSTEM_NAMES[operatingSystem] : say('notKnown')],
    ...questions.map((question) => [text(DEVICE_QUESTIONS[question]), text(ANSWERS[answers[question]])] as const),
  ];
}
