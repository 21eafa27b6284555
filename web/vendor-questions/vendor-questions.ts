/** The only script of the page on which a vendor answers, and loaded by no other. */
import type { SentQuestionnaire } from '../../core/api/vendor-questions.ts';
import { VENDOR_QUESTION_IDS, VENDOR_QUESTIONS } from '../../core/data/vendor-questions.ts';
import type { Language } from '../../core/text.ts';
import type { Instant } from '../../core/time.ts';
import { element } from '../self-check/element.ts';
import { AskError, openLink, sendAnswers, type AskTrouble } from './ask.ts';
import { draftFor, EMPTY_ANSWER, forgetDraft, readDraft, writeDraft, type Draft } from './draft.ts';
import { personStep } from './person-step.ts';
import { questionStep } from './question-step.ts';
import { reviewStep } from './review-step.ts';
import { sayingIn, type Saying } from './saying.ts';
import type { TEXTS } from './texts.ts';

/** What the page shows; a change of language shows the same anew. */
type Step =
  | { readonly kind: 'begin' }
  | { readonly kind: 'trouble'; readonly words: readonly (keyof typeof TEXTS)[] }
  | { readonly kind: 'question'; readonly at: number }
  | { readonly kind: 'person' }
  | { readonly kind: 'review' }
  | { readonly kind: 'kept'; readonly answeredAt: Instant };

const TOTAL = VENDOR_QUESTION_IDS.length;

export function runVendorQuestions(main: HTMLElement): void {
  const token = location.hash.slice(1);
  let language: Language = document.documentElement.lang === 'hi' ? 'hi' : 'en';
  let draft: Draft | null = readDraft();
  let isKept = true;
  let step: Step = token === '' ? firstWithoutToken(draft) : { kind: 'begin' };
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
      case 'trouble': {
        const lines = now.words.map((words) => element('p', {}, say(words)));
        return { heading: say('gone'), nodes: [element('div', { class: 'card' }, ...lines)] };
      }
      case 'kept':
        return { heading: say('thanks'), nodes: [keptCard(now.answeredAt, saying)] };
      default:
        // None of these is shown before the link was opened.
        return draft ? formOf(now, draft, saying) : contentOf({ kind: 'trouble', words: ['withoutToken'] }, saying);
    }
  }

  function formOf(
    now: Extract<Step, { kind: 'question' | 'person' | 'review' }>,
    written: Draft,
    saying: Saying,
  ): { heading: string; nodes: Node[] } {
    const { say } = saying;
    const { shopAddress, vendorName } = written.opened;
    const head = [
      element('p', {}, say('whose', { shop: shopAddress, vendor: vendorName })),
      ...(isKept ? [] : [element('p', { class: 'careful' }, say('noRoom'))]),
    ];
    const progress = progressOf(written, saying);
    if (now.kind === 'person') return { heading: say('whoTitle'), nodes: [...head, personCard(written, saying)] };
    if (now.kind === 'review') {
      return { heading: say('reviewTitle'), nodes: [...head, ...progress, reviewCard(written, saying)] };
    }
    const heading = say('questionOf', { number: now.at + 1, total: TOTAL });
    return { heading, nodes: [...head, ...progress, questionCard(now.at, written, saying)] };
  }

  function questionCard(at: number, { answers }: Draft, saying: Saying): HTMLElement {
    const question = VENDOR_QUESTIONS[at] ?? VENDOR_QUESTIONS[0];
    if (!question) throw new RangeError('There are no questions.');
    const { id } = question;
    return questionStep({
      ...{ saying, question, given: answers[id] ?? EMPTY_ANSWER },
      keep: (answer) => write((now) => ({ ...now, answers: { ...now.answers, [id]: answer } })),
      back: at === 0 ? null : () => go({ kind: 'question', at: at - 1 }),
      next: () => go(at + 1 < TOTAL ? { kind: 'question', at: at + 1 } : { kind: 'person' }),
      review: () => go({ kind: 'review' }),
    });
  }

  function personCard(given: Draft, saying: Saying): HTMLElement {
    return personStep({
      ...{ saying, given },
      keep: (person) => write((now) => ({ ...now, ...person })),
      back: () => go({ kind: 'question', at: TOTAL - 1 }),
      next: () => go({ kind: 'review' }),
    });
  }

  function reviewCard(written: Draft, saying: Saying): HTMLElement {
    return reviewStep({
      ...{ saying, draft: written },
      change: (id) => go({ kind: 'question', at: VENDOR_QUESTION_IDS.indexOf(id) }),
      changePerson: () => go({ kind: 'person' }),
      send: (sent) => sendAndShow(sent, saying),
    });
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
    const lines = (['intro', 'introDraft', 'introSecrets'] as const).map((words) => element('p', {}, say(words)));
    return element('div', { class: 'card' }, ...lines, trouble, button);
  }

  /** A person pressed: only now does the link's secret leave the address, and never again. */
  async function open(): Promise<void> {
    const opened = await openLink(token);
    history.replaceState(null, '', location.pathname + location.search);
    draft = draftFor(opened, draft);
    isKept = writeDraft(draft);
    go({ kind: 'question', at: firstOpen(draft) });
  }

  function write(change: (now: Draft) => Draft): void {
    if (!draft) return;
    draft = change(draft);
    isKept = writeDraft(draft);
  }

  async function sendAndShow(sent: SentQuestionnaire, { say }: Saying): Promise<void> {
    try {
      const { answeredAt } = await sendAnswers(sent);
      draft = null;
      forgetDraft();
      go({ kind: 'kept', answeredAt });
    } catch (error) {
      refused(error, (words) => {
        const alert = main.querySelector('[role=alert]');
        if (alert) alert.textContent = say(words);
      });
    }
  }

  /** A link that is over ends the page, and what was written stays in the tab; anything else may be tried again. */
  function refused(error: unknown, tell: (words: Exclude<AskTrouble, 'gone'>) => void): void {
    const trouble = error instanceof AskError ? error.trouble : 'unreachable';
    if (trouble !== 'gone') tell(trouble);
    else go({ kind: 'trouble', words: draft ? ['goneNext', 'goneDraft'] : ['goneNext'] });
  }
}

/** After a reload the token is gone from the address; the cookie and the draft are still there. */
function firstWithoutToken(draft: Draft | null): Step {
  return draft ? { kind: 'question', at: firstOpen(draft) } : { kind: 'trouble', words: ['withoutToken'] };
}

function firstOpen({ answers }: Draft): number {
  const open = VENDOR_QUESTION_IDS.findIndex((id) => !answers[id]?.answer);
  return Math.max(0, open);
}

function progressOf({ answers }: Draft, { say }: Saying): Node[] {
  const number = VENDOR_QUESTION_IDS.filter((id) => answers[id]?.answer).length;
  const words = say('answeredOf', { number, total: TOTAL });
  const bar = element('progress', { max: String(TOTAL), value: String(number), 'aria-label': words });
  return [element('p', { class: 'count' }, words), bar];
}

function keptCard(answeredAt: Instant, { say, language }: Saying): HTMLElement {
  const at = new Intl.DateTimeFormat(language === 'hi' ? 'hi-IN' : 'en-IN', {
    ...{ dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Kolkata' },
  }).format(new Date(answeredAt));
  return element(
    'section',
    { class: 'card' },
    element('p', {}, say('keptAt', { at })),
    element('p', { class: 'hint' }, say('linkOver')),
  );
}

// Last, when all of the above is there.
const place = document.querySelector<HTMLElement>('#vendor-questions');
if (place) runVendorQuestions(place);
