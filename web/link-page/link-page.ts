import type { Language, Text } from '../../core/text.ts';
import { AskError } from './ask.ts';
import { element } from './element.ts';
import { plainButton } from './plain-button.ts';
import { sayingIn, type Saying } from './saying.ts';
import type { LinkTexts } from './texts.ts';

/** What stands under a page's heading. */
export interface Shown {
  readonly heading: string;
  readonly nodes: readonly Node[];
}

/** What a step of a page may do. */
export interface Stage<Step, Name extends string> {
  readonly saying: Saying<Name>;
  readonly go: (next: Step) => void;
  /** Shows what comes of it. A refusal is told in the step's `[role=alert]`, and a link that is over ends the page. */
  readonly send: (sending: Promise<Step>) => Promise<void>;
}

/** One page behind a link; `Step` is what it shows once the link was opened. */
export interface LinkPage<Step, Texts extends LinkTexts> {
  readonly texts: Texts;
  /** Said before somebody presses, a paragraph each. */
  readonly intro: readonly NameOf<Texts>[];
  /** Takes the link's secret to the server. @throws {AskError} */
  readonly open: (token: string) => Promise<Step>;
  /** Shown where the address brings no secret; null: that the link is needed. */
  readonly withoutToken: Step | null;
  /** A change of language shows the same step anew; null: it cannot be shown without the link. */
  readonly show: (step: Step, stage: Stage<Step, NameOf<Texts>>) => Shown | null;
  /** Said under the heading that the link does not work any more, a paragraph each. */
  readonly gone: () => readonly NameOf<Texts>[];
  /** Said of a status of the server, where trying again is not all that there is to say. */
  readonly refusals?: Readonly<Record<number, NameOf<Texts>>>;
}

type NameOf<Texts> = keyof Texts & string;

/**
 * Runs a page whose link carries its secret behind the "#", where no server sees it before somebody presses. From then
 * on a short cookie stands for the secret, and the address is bare.
 */
export function runLinkPage<Step, const Texts extends LinkTexts & Readonly<Record<string, Text>>>(
  main: HTMLElement,
  page: LinkPage<Step, Texts>,
): void {
  type Name = NameOf<Texts>;
  type Now = { readonly own: Step } | { readonly trouble: readonly Name[] } | 'begin';

  const token = location.hash.slice(1);
  let language: Language = document.documentElement.lang === 'hi' ? 'hi' : 'en';
  let now: Now = token !== '' ? 'begin' : page.withoutToken === null ? NEEDS_LINK : { own: page.withoutToken };
  draw();
  // Another link, opened where this page stands, changes the part behind the "#" alone.
  addEventListener('hashchange', () => location.reload());

  function go(next: Now): void {
    now = next;
    draw();
    main.querySelector('h1')?.focus();
  }

  function draw(): void {
    const saying = sayingIn<Name>(page.texts, language);
    document.documentElement.lang = language;
    document.title = `${saying.say('title')} · Prahari`;
    const another = language === 'hi' ? 'en' : 'hi';
    const other = plainButton(saying.say('otherLanguage'), () => {
      language = another;
      draw();
    });
    other.lang = another;
    const { heading, nodes } = shownOf(now, saying);
    main.replaceChildren(element('header', {}, element('h1', { tabindex: '-1' }, heading), other), ...nodes);
  }

  function shownOf(wanted: Now, saying: Saying<Name>): Shown {
    const { say } = saying;
    if (wanted === 'begin') return { heading: say('title'), nodes: [beginCard(saying)] };
    if ('own' in wanted) {
      const own = page.show(wanted.own, { saying, go: (next) => go({ own: next }), send });
      return own ?? shownOf(NEEDS_LINK, saying);
    }
    const lines = wanted.trouble.map((words) => element('p', {}, say(words)));
    return { heading: say('gone'), nodes: [element('div', { class: 'card' }, ...lines)] };
  }

  function beginCard({ say }: Saying<Name>): HTMLElement {
    const button = element('button', { type: 'button' }, say('begin'));
    button.addEventListener('click', () => {
      button.disabled = true;
      void send(open()).finally(() => (button.disabled = false));
    });
    const lines = page.intro.map((words) => element('p', {}, say(words)));
    return element('div', { class: 'card' }, ...lines, element('p', { class: 'bad', role: 'alert' }), button);
  }

  /** A person pressed: only now does the link's secret leave the address, and never again. */
  async function open(): Promise<Step> {
    const opened = await page.open(token);
    history.replaceState(null, '', location.pathname + location.search);
    return opened;
  }

  async function send(sending: Promise<Step>): Promise<void> {
    try {
      go({ own: await sending });
    } catch (error) {
      refused(error instanceof AskError ? error.status : null);
    }
  }

  /** A link that is over ends the page; anything else may be tried again. */
  function refused(status: number | null): void {
    if (status === 404) return go({ trouble: page.gone() });
    const words = status === null ? undefined : status === 429 ? 'tooOften' : page.refusals?.[status];
    const alert = main.querySelector('[role=alert]');
    if (alert) alert.textContent = sayingIn<Name>(page.texts, language).say(words ?? 'unreachable');
  }
}

const NEEDS_LINK = { trouble: ['withoutToken'] } as const;
