/** The only script of the page on which a vendor answers, and loaded by no other. */
import type { SentQuestionnaire } from '../../core/api/vendor-questions.ts';
import { VENDOR_QUESTION_IDS, VENDOR_QUESTIONS } from '../../core/data/vendor-questions.ts';
import type { Instant } from '../../core/time.ts';
import { element } from '../link-page/element.ts';
import { runLinkPage, type Shown, type Stage as StageOf } from '../link-page/link-page.ts';
import { openLink, sendAnswers } from './ask.ts';
import { draftFor, EMPTY_ANSWER, forgetDraft, readDraft, writeDraft, type Draft } from './draft.ts';
import { personStep } from './person-step.ts';
import { questionStep } from './question-step.ts';
import { reviewStep } from './review-step.ts';
import { TEXTS, type Saying } from './texts.ts';

type FormStep =
  { readonly kind: 'question'; readonly at: number } | { readonly kind: 'person' } | { readonly kind: 'review' };
type Step = FormStep | { readonly kind: 'kept'; readonly answeredAt: Instant };
type Stage = StageOf<Step, keyof typeof TEXTS>;

const TOTAL = VENDOR_QUESTION_IDS.length;

export function runVendorQuestions(main: HTMLElement): void {
  let draft: Draft | null = readDraft();
  let isKept = true;

  runLinkPage<Step, typeof TEXTS>(main, {
    texts: TEXTS,
    intro: ['intro', 'introDraft', 'introSecrets'],
    open,
    // After a reload the token is gone from the address; the cookie and the draft are still there.
    withoutToken: draft && firstOpen(draft),
    gone: () => (draft ? ['goneNext', 'goneDraft'] : ['goneNext']),
    refusals: { 400: 'refused', 409: 'changed', 413: 'tooLong' },
    show(step, stage) {
      const { saying } = stage;
      if (step.kind === 'kept') {
        return { heading: saying.say('thanks'), nodes: [keptCard(step.answeredAt, saying)] };
      }
      return draft && formOf(step, draft, stage);
    },
  });

  function formOf(now: FormStep, written: Draft, stage: Stage): Shown {
    const { say } = stage.saying;
    const { shopAddress, vendorName } = written.opened;
    const head = [
      element('p', {}, say('whose', { shop: shopAddress, vendor: vendorName })),
      ...(isKept ? [] : [element('p', { class: 'careful' }, say('noRoom'))]),
    ];
    const progress = progressOf(written, stage.saying);
    if (now.kind === 'person') return { heading: say('whoTitle'), nodes: [...head, personCard(written, stage)] };
    if (now.kind === 'review') {
      return { heading: say('reviewTitle'), nodes: [...head, ...progress, reviewCard(written, stage)] };
    }
    const heading = say('questionOf', { number: now.at + 1, total: TOTAL });
    return { heading, nodes: [...head, ...progress, questionCard(now.at, written, stage)] };
  }

  function questionCard(at: number, { answers }: Draft, { saying, go }: Stage): HTMLElement {
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

  function personCard(given: Draft, { saying, go }: Stage): HTMLElement {
    return personStep({
      ...{ saying, given },
      keep: (person) => write((now) => ({ ...now, ...person })),
      back: () => go({ kind: 'question', at: TOTAL - 1 }),
      next: () => go({ kind: 'review' }),
    });
  }

  function reviewCard(written: Draft, { saying, go, send }: Stage): HTMLElement {
    return reviewStep({
      ...{ saying, draft: written },
      change: (id) => go({ kind: 'question', at: VENDOR_QUESTION_IDS.indexOf(id) }),
      changePerson: () => go({ kind: 'person' }),
      send: (sent) => send(keep(sent)),
    });
  }

  async function open(token: string): Promise<Step> {
    draft = draftFor(await openLink(token), draft);
    isKept = writeDraft(draft);
    return firstOpen(draft);
  }

  function write(change: (now: Draft) => Draft): void {
    if (!draft) return;
    draft = change(draft);
    isKept = writeDraft(draft);
  }

  async function keep(sent: SentQuestionnaire): Promise<Step> {
    const { answeredAt } = await sendAnswers(sent);
    draft = null;
    forgetDraft();
    return { kind: 'kept', answeredAt };
  }
}

function firstOpen({ answers }: Draft): FormStep {
  const open = VENDOR_QUESTION_IDS.findIndex((id) => !answers[id]?.answer);
  return { kind: 'question', at: Math.max(0, open) };
}

function progressOf({ answers }: Draft, { say }: Saying): Node[] {
  const number = VENDOR_QUESTION_IDS.filter((id) => answers[id]?.answer).length;
  const words = say('answeredOf', { number, total: TOTAL });
  const bar = element('progress', { max: String(TOTAL), value: String(number), 'aria-label': words });
  return [element('p', { class: 'count' }, words), bar];
}

function keptCard(answeredAt: Instant, { say, moment }: Saying): HTMLElement {
  return element(
    'section',
    { class: 'card' },
    element('p', {}, say('keptAt', { at: moment(answeredAt) })),
    element('p', { class: 'hint' }, say('linkOver')),
  );
}

// Last, when all of the above is there.
const place = document.querySelector<HTMLElement>('#vendor-questions');
if (place) runVendorQuestions(place);
