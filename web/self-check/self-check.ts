/** The only script of the self-check page, and loaded by no other. */
import type { KeptSelfCheck, OpenedSelfCheck } from '../../core/api/self-check.ts';
import type { Language } from '../../core/text.ts';
import { AskError, openLink, sendDevice, sendPassword } from './ask.ts';
import { browserOf, operatingSystemOf, type ToldByBrowser } from './browser-of.ts';
import { deviceStep } from './device-step.ts';
import { element } from './element.ts';
import { keptStep } from './kept-step.ts';
import { passwordJudge, type PasswordJudge } from './password-judge.ts';
import { passwordStep } from './password-step.ts';
import { sayingIn, type Saying } from './saying.ts';
import type { TEXTS } from './texts.ts';

/** What the page shows; a change of language shows the same anew. */
type Step =
  | { readonly kind: 'begin' }
  | { readonly kind: 'trouble'; readonly heading: keyof typeof TEXTS; readonly words: keyof typeof TEXTS }
  | { readonly kind: 'open'; readonly opened: OpenedSelfCheck }
  | { readonly kind: 'kept'; readonly kept: KeptSelfCheck };

const place = document.querySelector<HTMLElement>('#self-check');
if (place) run(place);

function run(main: HTMLElement): void {
  const rangeUrl = main.dataset['range'] ?? '';
  const token = location.hash.slice(1);
  let language: Language = document.documentElement.lang === 'hi' ? 'hi' : 'en';
  let judge: PasswordJudge | null = null;
  let step: Step = token === '' ? { kind: 'trouble', heading: 'gone', words: 'withoutToken' } : { kind: 'begin' };
  draw();
  // Another link, opened where this page stands, changes the part behind the "#" alone.
  addEventListener('hashchange', () => location.reload());

  function go(next: Step): void {
    step = next;
    draw();
    main.querySelector('h1')?.focus();
  }

  function draw(): void {
    const saying = sayingIn(language);
    document.documentElement.lang = language;
    document.title = `${saying.say('title')} · Prahari`;
    const other = element('button', { type: 'button', class: 'plain' }, saying.say('otherLanguage'));
    other.lang = language === 'hi' ? 'en' : 'hi';
    other.addEventListener('click', () => {
      language = language === 'hi' ? 'en' : 'hi';
      draw();
    });
    const { heading, nodes } = contentOf(step, saying);
    main.replaceChildren(element('header', {}, element('h1', { tabindex: '-1' }, heading), other), ...nodes);
  }

  function contentOf(now: Step, saying: Saying): { heading: string; nodes: Node[] } {
    const { say } = saying;
    switch (now.kind) {
      case 'begin':
        return { heading: say('title'), nodes: [beginCard(saying)] };
      case 'trouble':
        return { heading: say(now.heading), nodes: [element('p', { class: 'card' }, say(now.words))] };
      case 'kept':
        return { heading: say('thanks'), nodes: [keptStep(now.kept, saying)] };
      case 'open': {
        const { purpose, personName } = now.opened;
        const whose = element('p', {}, say('forPerson', { name: personName }));
        return purpose === 'password'
          ? { heading: say('passwordTitle'), nodes: [whose, passwordCard(now.opened, saying)] }
          : { heading: say('deviceTitle'), nodes: [whose, deviceCard(saying)] };
      }
    }
  }

  function beginCard({ say }: Saying): HTMLElement {
    const button = element('button', { type: 'button' }, say('begin'));
    const trouble = element('p', { class: 'bad', role: 'alert' });
    button.addEventListener('click', () => {
      button.disabled = true;
      void open().catch((error: unknown) => {
        button.disabled = false;
        refused(error, (words) => (trouble.textContent = say(words)));
      });
    });
    return element('div', { class: 'card' }, element('p', {}, say('intro')), trouble, button);
  }

  /** A person pressed: only now does the link's secret leave the address, and never again. */
  async function open(): Promise<void> {
    const opened = await openLink(token);
    history.replaceState(null, '', location.pathname + location.search);
    go({ kind: 'open', opened });
  }

  function passwordCard(opened: OpenedSelfCheck, saying: Saying): HTMLElement {
    judge ??= passwordJudge({
      worker: new Worker(new URL('./password.worker.ts', import.meta.url), { type: 'module' }),
      words: opened.words,
      rangeUrl,
    });
    return passwordStep({ saying, judge, send: (verdict) => sendAndShow(sendPassword(verdict), saying) });
  }

  function deviceCard(saying: Saying): HTMLElement {
    const told = toldByBrowser();
    const seen = { browser: browserOf(told), operatingSystem: operatingSystemOf(told) };
    return deviceStep({ saying, seen, send: (report) => sendAndShow(sendDevice(report), saying) });
  }

  async function sendAndShow(sending: Promise<KeptSelfCheck>, { say }: Saying): Promise<void> {
    try {
      const kept = await sending;
      judge?.end();
      go({ kind: 'kept', kept });
    } catch (error) {
      refused(error, (words) => {
        const alert = main.querySelector('[role=alert]');
        if (alert) alert.textContent = say(words);
      });
    }
  }

  /** A link that is over ends the page; anything else may be tried again. */
  function refused(error: unknown, tell: (words: 'tooOften' | 'unreachable') => void): void {
    const trouble = error instanceof AskError ? error.trouble : 'unreachable';
    if (trouble === 'gone') go({ kind: 'trouble', heading: 'gone', words: 'goneNext' });
    else tell(trouble);
  }
}

function toldByBrowser(): ToldByBrowser {
  const { userAgent, maxTouchPoints } = navigator;
  const { userAgentData } = navigator as { userAgentData?: Pick<ToldByBrowser, 'brands' | 'platform'> };
  return {
    ...{ userAgent, maxTouchPoints },
    ...(userAgentData?.brands && { brands: userAgentData.brands }),
    ...(userAgentData?.platform && { platform: userAgentData.platform }),
  };
}
