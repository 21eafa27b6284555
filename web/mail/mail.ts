/** The only script of the page behind links of mails, and loaded by no other. */
import type { DoneMailLink, OpenedMailLink } from '../../core/api/mail-link.ts';
import { element } from '../link-page/element.ts';
import { runLinkPage, type Shown, type Stage } from '../link-page/link-page.ts';
import { openLink, press } from './ask.ts';
import { SEVERITY_NAMES, TEXTS, type Saying } from './texts.ts';

type Name = keyof typeof TEXTS;
type Step =
  { readonly kind: 'open'; readonly opened: OpenedMailLink } | { readonly kind: 'done'; readonly done: DoneMailLink };

const place = document.querySelector<HTMLElement>('#mail');
if (place) runMail(place);

export function runMail(main: HTMLElement): void {
  runLinkPage<Step, typeof TEXTS>(main, {
    texts: TEXTS,
    intro: ['intro'],
    withoutToken: null,
    open: async (token) => ({ kind: 'open', opened: await openLink(token) }),
    gone: () => ['goneNext'],
    show: (step, stage) =>
      step.kind === 'done' ? doneStep(step.done.purpose, stage.saying) : openStep(step.opened, stage),
  });
}

/** In words what the press would do. */
const WORDS: Readonly<Record<OpenedMailLink['purpose'], { title: Name; button: Name; done: Name }>> = {
  confirm: { title: 'confirmTitle', button: 'confirm', done: 'confirmDone' },
  acknowledge: { title: 'acknowledgeTitle', button: 'acknowledge', done: 'acknowledgeDone' },
  'stop-alerts': { title: 'stopAlertsTitle', button: 'stop', done: 'stopDone' },
  'stop-weekly': { title: 'stopWeeklyTitle', button: 'stop', done: 'stopDone' },
};

function doneStep(purpose: OpenedMailLink['purpose'], { say }: Saying): Shown {
  return { heading: say(WORDS[purpose].done), nodes: [element('p', { class: 'card' }, say('closePage'))] };
}

function openStep(opened: OpenedMailLink, { saying, send }: Stage<Step, Name>): Shown {
  const { say } = saying;
  const { purpose, shop } = opened;
  if (opened.purpose === 'acknowledge' && opened.alerts.length === 0) {
    return { heading: say('title'), nodes: [element('p', { class: 'card' }, say('noneOpen'))] };
  }
  if (opened.purpose !== 'acknowledge' && opened.isDone) return doneStep(purpose, saying);
  const box = element('input', { type: 'checkbox' });
  const offer = opened.purpose === 'confirm' && opened.offersCombined ? [combinedOffer(box, saying)] : [];
  const button = element('button', { type: 'button' }, say(WORDS[purpose].button));
  button.addEventListener('click', () => {
    button.disabled = true;
    const wish = offer.length > 0 ? { isCombined: box.checked } : {};
    void send(press(purpose, wish).then((done) => ({ kind: 'done', done }))).finally(() => (button.disabled = false));
  });
  const whose =
    opened.purpose === 'acknowledge'
      ? say('forShopAlone', { shop })
      : say('forShop', { shop, address: opened.address });
  return {
    heading: say(WORDS[purpose].title),
    nodes: [
      element(
        'div',
        { class: 'card' },
        ...whatNodes(opened, saying),
        ...offer,
        element('p', { class: 'hint' }, whose),
        element('p', { class: 'bad', role: 'alert' }),
        button,
      ),
    ],
  };
}

/** For who looks after several shops: an accountant, an agency. */
function combinedOffer(box: HTMLInputElement, { say }: Saying): HTMLElement {
  const label = element('label', {}, box, say('combined'));
  return element('fieldset', {}, label, element('p', { class: 'hint' }, say('combinedHint')));
}

function whatNodes(opened: OpenedMailLink, { say, text }: Saying): Node[] {
  switch (opened.purpose) {
    case 'confirm': {
      const { getsAlerts, getsWeekly } = opened;
      const what = getsAlerts && getsWeekly ? 'confirmBoth' : getsWeekly ? 'confirmWeekly' : 'confirmAlerts';
      return [element('p', {}, say(what))];
    }
    case 'stop-alerts':
      return [element('p', {}, say('stopAlertsWhat'))];
    case 'stop-weekly':
      return [element('p', {}, say('stopWeeklyWhat'))];
    case 'acknowledge': {
      const rows = opened.alerts.map((alert) =>
        element('li', {}, `${text(SEVERITY_NAMES[alert.severity])}: ${text(alert.text)}`),
      );
      return [element('ul', {}, ...rows), element('p', {}, say('acknowledgeWhat'))];
    }
  }
}
