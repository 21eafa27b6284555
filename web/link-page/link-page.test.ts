import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '../test/patience.ts';
import { ask } from './ask.ts';
import { element } from './element.ts';
import { runLinkPage, type LinkPage } from './link-page.ts';
import { plainButton } from './plain-button.ts';
import { LINK_TEXTS } from './texts.ts';

/** An invented page behind a link: one question, one answer. */
const TEXTS = {
  ...LINK_TEXTS,
  title: { en: 'One question', hi: 'एक सवाल' },
  intro: { en: 'It takes a minute.', hi: 'एक मिनट लगता है।' },
  late: { en: 'Somebody was faster.', hi: 'किसी ने पहले कर दिया।' },
  yes: { en: 'Yes', hi: 'हाँ' },
  kept: { en: 'Kept at {at}', hi: '{at} को रखा गया' },
} as const;
type Step = { readonly question: string } | { readonly keptAt: string };

const user = userEvent.setup({ delay: null });
const realFetch = globalThis.fetch;
const TOKEN = 't'.repeat(43);

let posts: { path: string; body: unknown }[];
/** What the server says to each act: JSON, a status, a page where JSON belongs, or nothing at all. */
let server: Record<string, object | number | 'page' | 'down'>;

beforeEach(() => {
  posts = [];
  server = { open: { question: 'Is it <b>you?' }, yes: { keptAt: '2026-11-22T10:30:00.000Z' } };
  globalThis.fetch = async (input, init) => {
    const path = input as string;
    posts.push({ path, body: JSON.parse(init?.body as string) as unknown });
    const said = server[path.split('/').at(-1) ?? ''] ?? 500;
    if (said === 'down') throw new TypeError('no network');
    const status = typeof said === 'number' ? said : 200;
    const json = async () => (said === 'page' ? JSON.parse('<html>') : said) as unknown;
    return { ok: status === 200, status, json } as unknown as Response;
  };
});
afterEach(() => {
  globalThis.fetch = realFetch;
  history.replaceState(null, '', '/');
});

function show(over: Partial<LinkPage<Step, typeof TEXTS>> = {}, hash = `#${TOKEN}`, language = 'en'): void {
  document.documentElement.lang = language;
  history.replaceState(null, '', `/one${hash}`);
  const main = document.createElement('main');
  document.body.replaceChildren(main);
  runLinkPage<Step, typeof TEXTS>(main, {
    texts: TEXTS,
    intro: ['intro'],
    withoutToken: null,
    open: (token) => ask('/one/open', { token }),
    gone: () => ['goneNext'],
    refusals: { 409: 'late' },
    show(step, { saying: { say, moment }, send }) {
      if ('keptAt' in step) return { heading: say('kept', { at: moment(step.keptAt) }), nodes: [] };
      const trouble = element('p', { role: 'alert' });
      return {
        heading: step.question,
        nodes: [trouble, plainButton(say('yes'), () => void send(ask('/one/yes', {})))],
      };
    },
    ...over,
  });
}
const press = (name: string) => user.click(screen.getByRole('button', { name }));
const heading = () => screen.getByRole('heading', { level: 1 });

describe('a page behind a link', () => {
  it('says what it is and sends nothing before somebody presses; then the secret leaves the address', async () => {
    show();
    screen.getByText('It takes a minute.');
    expect([posts, heading().textContent, document.title]).toEqual([[], 'One question', 'One question · Prahari']);
    await press('Begin');
    await screen.findByRole('heading', { name: 'Is it <b>you?' });
    expect(posts).toEqual([{ path: '/one/open', body: { token: TOKEN } }]);
    expect([location.pathname, location.hash, document.body.innerHTML.includes(TOKEN)]).toEqual(['/one', '', false]);
    expect(document.activeElement).toBe(heading());
  });

  it('shows what came of an act', async () => {
    show();
    await press('Begin');
    await user.click(await screen.findByRole('button', { name: 'Yes' }));
    await screen.findByRole('heading', { name: /^Kept at 22 November 2026/ });
  });

  it('speaks the language of its address, and shows the same step in the other', async () => {
    show({}, `#${TOKEN}`, 'hi');
    expect([heading().textContent, screen.getByRole('button', { name: 'English' }).lang]).toEqual(['एक सवाल', 'en']);
    await press('शुरू करें');
    await screen.findByRole('button', { name: 'हाँ' });
    await press('English');
    screen.getByRole('button', { name: 'Yes' });
    expect([document.documentElement.lang, posts.length]).toEqual(['en', 1]);
  });
});

describe('without its secret', () => {
  it('the page says what to do', () => {
    show({}, '');
    screen.getByText(/Its end, after the # sign, is needed/);
    expect(screen.queryByRole('button', { name: 'Begin' })).toBeNull();
  });

  it('a page goes on with what the browser kept', () => {
    show({ withoutToken: { question: 'Still you?' } }, '');
    expect(heading().textContent).toBe('Still you?');
  });

  it('a step that needs the link asks for it', async () => {
    show({ show: () => null });
    await press('Begin');
    await screen.findByText(/Its end, after the # sign, is needed/);
  });
});

describe.each([
  ['the link', 'open', 'Begin'],
  ['an act', 'yes', 'Yes'],
] as const)('%s that is answered with', (_what, act, button) => {
  it.each([
    [400, /could not be reached/],
    [409, /Somebody was faster/],
    [429, /Wait some minutes/],
    [500, /could not be reached/],
    ['page', /could not be reached/],
    ['down', /could not be reached/],
  ] as const)('%s can be tried again', async (said, words) => {
    const good = server[act];
    server[act] = said;
    show();
    await press('Begin');
    if (act === 'yes') await user.click(await screen.findByRole('button', { name: 'Yes' }));
    await screen.findByText(words);
    server[act] = good ?? 500;
    await press(button);
    await screen.findByRole('heading', { name: act === 'open' ? 'Is it <b>you?' : /^Kept at/ });
  });

  it('404 ends the page', async () => {
    server[act] = 404;
    show();
    await press('Begin');
    if (act === 'yes') await user.click(await screen.findByRole('button', { name: 'Yes' }));
    await screen.findByRole('heading', { name: 'This link does not work any more' });
    screen.getByText(/Ask whoever sent it/);
    expect(screen.queryByRole('button', { name: button })).toBeNull();
  });
});
