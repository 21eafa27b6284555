import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SentQuestionnaire } from '../../core/api/vendor-questions.ts';
import { VENDOR_QUESTION_IDS, VENDOR_QUESTIONS } from '../../core/data/vendor-questions.ts';
import { axeFindings } from '../test/axe.ts';
import '../test/patience.ts';
import { readDraft, writeDraft } from './draft.ts';
import { runVendorQuestions } from './vendor-questions.ts';

const user = userEvent.setup({ delay: null });
const OPENED = {
  ...{
    attempt: 'a'.repeat(24),
    draftKey: 'reviews of marigold',
    shopAddress: 'marigold.example',
    vendorName: 'Invented <b>Reviews',
  },
  ...{ questionsVersion: '2026-11', expiresAt: '2026-12-06T10:00:00.000Z' },
};
const TOKEN = 't'.repeat(43);
const realFetch = globalThis.fetch;

let posts: { path: string; body: unknown }[];
/** What the server says, by act: an answer, a status, or nothing at all. */
let server: Record<string, object | number | 'down'>;
let main: HTMLElement;

beforeEach(() => {
  posts = [];
  server = { open: OPENED, answers: { answeredAt: '2026-11-22T10:30:00.000Z' } };
  globalThis.fetch = async (input, init) => {
    const path = input as string;
    posts.push({ path, body: JSON.parse(init?.body as string) as unknown });
    const said = server[path.split('/').at(-1) ?? ''] ?? 500;
    if (said === 'down') throw new TypeError('no network');
    const isAnswer = typeof said !== 'number';
    return { ok: isAnswer, status: isAnswer ? 200 : said, json: async () => said } as unknown as Response;
  };
});
afterEach(() => {
  globalThis.fetch = realFetch;
  sessionStorage.clear();
  history.replaceState(null, '', '/vendor-questions');
});

function show(hash = `#${TOKEN}`): void {
  document.documentElement.lang = 'en';
  history.replaceState(null, '', `/vendor-questions${hash}`);
  main = document.createElement('main');
  document.body.replaceChildren(main);
  runVendorQuestions(main);
}
const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

async function begin(): Promise<void> {
  show();
  await press('Begin');
  await screen.findByRole('heading', { name: 'Question 1 of 20' });
}

/** As if every question had been answered before. */
function answeredBefore(): void {
  const answers = Object.fromEntries(VENDOR_QUESTION_IDS.map((id) => [id, { answer: 'yes' as const, words: '' }]));
  writeDraft({ opened: OPENED, name: 'Asha Rao', role: 'Head of security', answers });
}
async function review(): Promise<void> {
  answeredBefore();
  show('');
  await press('Look through all answers');
}

describe('the link', () => {
  it('sends nothing before somebody presses, then leaves the address', async () => {
    show();
    expect([posts, heading()]).toEqual([[], 'Questions on security']);
    await press('Begin');
    await screen.findByRole('heading', { name: 'Question 1 of 20' });
    expect(posts).toEqual([{ path: '/vendor-questions/open', body: { token: TOKEN } }]);
    expect([location.hash, document.body.innerHTML.includes(TOKEN)]).toEqual(['', false]);
    screen.getByText(/marigold\.example asks about Invented <b>Reviews/);
  });

  it('without its end says what to do', () => {
    show('');
    screen.getByText(/Its end, after the # sign, is needed/);
  });

  it.each([
    [404, 'This link does not work any more', /Ask whoever sent it/],
    [429, 'Questions on security', /Wait some minutes/],
    [500, 'Questions on security', /could not be reached/],
    ['down', 'Questions on security', /could not be reached/],
  ] as const)('that is answered with %s', async (said, title, words) => {
    server['open'] = said;
    show();
    await press('Begin');
    await screen.findByText(words);
    expect(heading()).toBe(title);
  });
});

describe('answering', () => {
  it('goes question by question, with the keyboard alone', async () => {
    await begin();
    expect(document.activeElement?.tagName).toBe('H1');
    await user.tab();
    await user.tab();
    await user.keyboard(' ');
    expect(screen.getByLabelText<HTMLInputElement>('Yes').checked).toBe(true);
    await user.tab();
    await user.keyboard('Orders and products.');
    await user.tab();
    await user.keyboard('{Enter}');
    expect(heading()).toBe('Question 2 of 20');
    screen.getByText('1 of 20 answered');
    await press('Back');
    expect(screen.getByLabelText<HTMLTextAreaElement>(/In your words/).value).toBe('Orders and products.');
  });

  it('stays in the tab alone: a reload goes on where an answer is missing', async () => {
    await begin();
    await user.click(screen.getByLabelText('Partly'));
    await user.type(screen.getByLabelText(/In your words/), 'Half <b>');
    show('');
    expect(heading()).toBe('Question 2 of 20');
    expect(readDraft()?.answers['least-data']).toEqual({ answer: 'partly', words: 'Half <b>' });
    expect(posts).toHaveLength(1);
    expect(localStorage.length).toBe(0);
  });

  it('loses nothing by a change of language', async () => {
    await begin();
    await user.click(screen.getByLabelText('No'));
    await user.type(screen.getByLabelText(/In your words/), 'Not yet');
    await press('हिंदी');
    expect([document.documentElement.lang, heading()]).toEqual(['hi', 'सवाल 1, कुल 20']);
    expect(screen.getByLabelText<HTMLInputElement>('नहीं').checked).toBe(true);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Not yet');
    screen.getByText(VENDOR_QUESTIONS[0]?.text.hi ?? '');
  });

  it('of another shop begins anew', async () => {
    answeredBefore();
    server['open'] = { ...OPENED, draftKey: 'reviews of jasmine' };
    await begin();
    screen.getByText('0 of 20 answered');
  });

  it('goes on in a browser that keeps nothing, and says so', async () => {
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await begin();
      screen.getByText(/does not keep drafts/);
      await user.click(screen.getByLabelText('Yes'));
      await press('Next');
      screen.getByText('1 of 20 answered');
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });
});

describe('before it is sent', () => {
  it('everything is shown once more, each with a way back', async () => {
    await review();
    expect(heading()).toBe('Look through your answers');
    expect(screen.getAllByText('Yes')).toHaveLength(20);
    screen.getByText('Asha Rao, Head of security');
    await press(`Change (${VENDOR_QUESTIONS[6]?.text.en ?? ''})`);
    expect(heading()).toBe('Question 7 of 20');
    await user.click(screen.getByLabelText('Not applicable'));
    await press('Look through all answers');
    expect(screen.getAllByText('Yes')).toHaveLength(19);
    await press('Change (Who answers)');
    await user.clear(screen.getByLabelText('Your role'));
    await press('Next');
    const [open] = screen.getAllByText('Not answered yet');
    expect(within(open?.parentElement as HTMLElement).getByRole('button').textContent).toMatch(/Who answers/);
  });

  it('nothing leaves while something is open', async () => {
    await begin();
    await press('Look through all answers');
    await press('Send to the shop');
    screen.getByText(/Still open: 22\./);
    expect(posts).toHaveLength(1);
  });
});

describe('sending', () => {
  it('sends the twenty answers and who gave them, ends the draft, and says when they came', async () => {
    await review();
    await press('Send to the shop');
    await screen.findByRole('heading', { name: 'Thank you. The shop has your answers.' });
    const { attempt, answers, ...rest } = posts[0]?.body as SentQuestionnaire;
    expect([attempt, answers.length, Object.keys(rest).sort()]).toEqual([
      ...[OPENED.attempt, 20, ['name', 'questionsVersion', 'role']],
    ]);
    screen.getByText(/22 November 2026/);
    expect(readDraft()).toBeNull();
  });

  it.each([
    [400, /Look through them/],
    [409, /The questions have changed/],
    [413, /longer than we can take/],
    [429, /Wait some minutes/],
    [500, /could not be reached/],
    ['down', /could not be reached/],
  ] as const)('that is answered with %s can be tried again, and nothing is lost', async (said, words) => {
    server['answers'] = said;
    await review();
    await press('Send to the shop');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(words));
    expect(readDraft()?.name).toBe('Asha Rao');
    server['answers'] = { answeredAt: '2026-11-22T10:30:00.000Z' };
    await press('Send to the shop');
    await screen.findByRole('heading', { name: 'Thank you. The shop has your answers.' });
  });

  it('over a link that has ended keeps what was written, for the next link of the shop', async () => {
    server['answers'] = 404;
    await review();
    await press('Send to the shop');
    await screen.findByRole('heading', { name: 'This link does not work any more' });
    screen.getByText(/Your answers are still in this tab/);
    server['open'] = { ...OPENED, attempt: 'b'.repeat(24) };
    await begin();
    screen.getByText('20 of 20 answered');
  });
});

describe('read by a screen reader', () => {
  it.each(['begin', 'question', 'person', 'review', 'kept'] as const)('%s', async (step) => {
    if (step === 'begin') show();
    else await review();
    if (step === 'question') await press(/^Change \(Does your service read/);
    if (step === 'person') await press('Change (Who answers)');
    if (step === 'kept') await press('Send to the shop');
    if (step === 'kept') await screen.findByText(/Received on/);
    expect(await axeFindings(main)).toEqual([]);
  });
});
