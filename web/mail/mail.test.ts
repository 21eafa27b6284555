import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OpenedMailLink } from '../../core/api/mail-link.ts';
import { bannedWordsIn, longSentencesIn, placesIn } from '../../test/writing-rules.ts';
import { axeFindings } from '../test/axe.ts';
import { runMail } from './mail.ts';
import { TEXTS } from './texts.ts';

const user = userEvent.setup({ delay: null });
const TOKEN = 'k1.link.confirm.marigold.0123456789abcdef01234567.1.1800000000.invented';
const WHOSE = { shop: 'marigold.myshopify.com', address: 'a…@marigold.example', isDone: false };
const OPENED = {
  confirm: { purpose: 'confirm', ...WHOSE, getsAlerts: true, getsWeekly: true, offersCombined: false },
  'stop-alerts': { purpose: 'stop-alerts', ...WHOSE },
  'stop-weekly': { purpose: 'stop-weekly', ...WHOSE },
  acknowledge: {
    ...{ purpose: 'acknowledge', shop: WHOSE.shop },
    alerts: [{ severity: 'critical', text: { en: 'Wrong tax on <b>14 orders.', hi: '14 ऑर्डर पर गलत कर।' } }],
  },
} as const satisfies Record<OpenedMailLink['purpose'], OpenedMailLink>;
const realFetch = globalThis.fetch;

let posts: { path: string; body: unknown }[];
let opened: OpenedMailLink;
let main: HTMLElement;
/** Status of the act; 200: it is done. */
let acts: number;

beforeEach(() => {
  posts = [];
  opened = OPENED.confirm;
  acts = 200;
  globalThis.fetch = async (input, init) => {
    const path = input as string;
    posts.push({ path, body: JSON.parse(init?.body as string) as unknown });
    const isOpen = path === '/mail/open';
    const said = isOpen ? opened : { purpose: opened.purpose };
    const status = isOpen ? 200 : acts;
    return { ok: status === 200, status, json: async () => said } as unknown as Response;
  };
});
afterEach(() => {
  globalThis.fetch = realFetch;
  history.replaceState(null, '', '/');
});

async function open(one: OpenedMailLink): Promise<void> {
  opened = one;
  document.documentElement.lang = 'en';
  history.replaceState(null, '', `/mail#${TOKEN}`);
  main = document.createElement('main');
  document.body.replaceChildren(main);
  runMail(main);
  await user.click(screen.getByRole('button', { name: 'See what it does' }));
  await screen.findByText(/Shop marigold|no more to do|is confirmed|are stopped|is open any more/);
}
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const acted = () => posts.map(({ path }) => path);

describe('L3: a link of a mail', () => {
  it('does nothing by itself, and its secret leaves the address with the first press', async () => {
    await open(OPENED.confirm);
    expect(posts).toEqual([{ path: '/mail/open', body: { token: TOKEN } }]);
    expect([location.hash, document.body.innerHTML.includes(TOKEN)]).toEqual(['', false]);
  });

  it.each([
    ['confirm', 'Get mail about this shop?', 'Confirm this address', '/mail/confirm', 'This address is confirmed'],
    ['acknowledge', 'Acknowledge these alerts?', 'Acknowledge', '/mail/acknowledge', 'These alerts are acknowledged'],
    ['stop-alerts', 'Stop mails about alerts?', 'Stop these mails', '/mail/leave', 'These mails are stopped'],
    ['stop-weekly', 'Stop the weekly report?', 'Stop these mails', '/mail/leave', 'These mails are stopped'],
  ] as const)('to %s says so, and does it when a person presses', async (purpose, title, button, path, done) => {
    await open(OPENED[purpose]);
    expect(heading()).toBe(title);
    expect(await axeFindings(main)).toEqual([]);
    await user.click(screen.getByRole('button', { name: button }));
    await screen.findByRole('heading', { name: done });
    expect(acted()).toEqual(['/mail/open', path]);
  });
});

it('which alerts it is about is text, in the language of the page', async () => {
  await open(OPENED.acknowledge);
  screen.getByText('Critical: Wrong tax on <b>14 orders.');
  await user.click(screen.getByRole('button', { name: 'हिंदी' }));
  screen.getByText('अति गंभीर: 14 ऑर्डर पर गलत कर।');
});

it.each([
  [{ ...OPENED.confirm, isDone: true }, 'This address is confirmed'],
  [{ ...OPENED['stop-alerts'], isDone: true }, 'These mails are stopped'],
  [{ ...OPENED.acknowledge, alerts: [] }, 'Mail from Prahari'],
] as const)('L4: what was done before offers nothing to press: %j', async (one, title) => {
  await open(one);
  expect(heading()).toBe(title);
  expect(screen.getAllByRole('button')).toHaveLength(1); // the other language
});

it.each([
  [true, false, /You will get its alerts\. /],
  [false, true, /You will get its weekly report\./],
  [true, true, /alerts and its weekly report/],
])('says what will come: alerts %s, report %s', async (getsAlerts, getsWeekly, words) => {
  await open({ ...OPENED.confirm, getsAlerts, getsWeekly });
  screen.getByText(words);
});

it.each([true, false])('one report for all shops is asked for by a tick: %s', async (isCombined) => {
  await open({ ...OPENED.confirm, offersCombined: true });
  if (isCombined) await user.click(screen.getByLabelText(/^One weekly report for all shops/));
  expect(await axeFindings(main)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Confirm this address' }));
  await screen.findByRole('heading', { name: 'This address is confirmed' });
  expect(posts.at(-1)).toEqual({ path: '/mail/confirm', body: { isCombined } });
});

it('a link that is over meanwhile ends the page', async () => {
  await open(OPENED.confirm);
  acts = 404;
  await user.click(screen.getByRole('button', { name: 'Confirm this address' }));
  await screen.findByRole('heading', { name: 'This link does not work any more' });
});

it('a server that is away can be asked again', async () => {
  await open(OPENED.confirm);
  acts = 503;
  await user.click(screen.getByRole('button', { name: 'Confirm this address' }));
  await screen.findByText(/could not be reached/);
  acts = 200;
  await user.click(screen.getByRole('button', { name: 'Confirm this address' }));
  await screen.findByRole('heading', { name: 'This address is confirmed' });
});

it.each(Object.values(TEXTS))('is written as our rules ask: $en', ({ en, hi }) => {
  expect([bannedWordsIn(en), longSentencesIn(en), placesIn(hi)]).toEqual([[], [], placesIn(en)]);
});
