import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import Koa from 'koa';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { bannedWordsIn, longSentencesIn, placesIn } from '../../test/writing-rules.ts';
import { securityHeaders } from '../http/headers.ts';
import { problems } from '../http/problem.ts';
import type { AppState } from '../http/state.ts';
import { createLog } from '../log.ts';
import { PAGE_TEXTS } from './page-texts.ts';
import { publicVerifyRoutes } from './public-verify.routes.ts';

let now = 0;
const lines: string[] = [];
const app = new Koa<AppState>({ proxy: true });
const log = createLog({ level: 'info', destination: { write: (line: string) => void lines.push(line) } });
app.use(securityHeaders);
app.use(problems({ log }));
app.use(publicVerifyRoutes({ clock: { now: () => new Date(now) }, script: () => '/assets/verify-1.js' }).routes());
const handle = app.callback();
const server = createServer((request, response) => void handle(request, response));
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/verify`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  now += 3_600_000; // every address has its whole budget again
});

const post = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(form), headers });

describe('GET /verify', () => {
  it.each([
    ['', {}, 'en', 'Check a GSTIN'],
    ['', { 'accept-language': 'hi-IN,hi;q=0.9,en;q=0.5' }, 'hi', 'GSTIN जाँचें'],
    ['', { 'accept-language': 'de' }, 'en', 'Check a GSTIN'],
    ['?lang=hi', { 'accept-language': 'en' }, 'hi', 'GSTIN जाँचें'],
    ['?lang=fr', {}, 'en', 'Check a GSTIN'],
  ])('%s %j speaks %s', async (query, headers, language, title) => {
    const answer = await fetch(`${url}${query}`, { headers });
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<h1>${title}</h1>`);
  });

  it('takes no number from an address', async () => {
    expect(await (await fetch(`${url}?gstin=27AAPFU0939F1ZV`)).text()).not.toContain('27AAPFU0939F1ZV');
  });

  it('allows its own script and style alone, is never framed, and sets no cookie', async () => {
    const answer = await fetch(url);
    const html = await answer.text();
    const policy = answer.headers.get('content-security-policy') ?? '';
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(html) ?? [];
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}';`);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect([...html.matchAll(/<script[^>]*>([^<]*)/g)].map(([, body]) => body)).toEqual(['']);
    expect(html).not.toMatch(/ on[a-z]+=| style=/);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('POST /verify', () => {
  it.each([
    ['27AAPFU0939F1ZV', 'Maharashtra (27)'],
    ['  27 aapfu0939f-1zv ', 'Maharashtra (27)'],
    ['27AAPFUO939F1ZV', 'value="27AAPFU0939F1ZV"'], // a suggestion
    ['27АAPFU0939F1ZV', 'warning sign'], // Cyrillic A
    ['', 'Type a GSTIN'],
    ['x'.repeat(4_000), 'This one has 40+'],
  ])('judges %j without a script', async (gstin, words) => {
    const answer = await post({ gstin });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(words);
  });

  it('answers in the language of the form', async () => {
    expect(await (await post({ gstin: '27AAPFU0939F1ZV', lang: 'hi' })).text()).toContain('महाराष्ट्र (27)');
  });

  it('shows markup as text, wherever it is shown again', async () => {
    const html = await (await post({ gstin: '"><script>alert(1)</script>' })).text();
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(html).not.toContain('<script>');
  });

  it('keeps the number out of the log', async () => {
    await post({ gstin: '27AAPFU0939F1ZV' });
    expect(lines.join()).not.toContain('27AAPFU0939F1ZV');
  });

  it.each<[string, RequestInit, number]>([
    ['a form without a number', { body: new URLSearchParams({ lang: 'en' }) }, 400],
    ['JSON', { body: '{"gstin":1}', headers: { 'content-type': 'application/json' } }, 415],
    ['a long form', { body: new URLSearchParams({ gstin: 'x'.repeat(10_000) }) }, 413],
  ])('answers %s with a page', async (_name, request, status) => {
    const answer = await fetch(url, { method: 'POST', ...request });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain('We could not read what was sent');
  });

  it('lets one network through thirty times a minute, then says when to come back, and leaves others alone', async () => {
    const from = (address: string) => post({ gstin: '27' }, { 'x-forwarded-for': address });
    const statuses = new Set<number>();
    // One network of IPv6: the second half of the address is its owner's to draw.
    for (let n = 0; n < 30; n += 1) statuses.add((await from(`2001:db8::${n.toString(16)}`)).status);
    expect([...statuses]).toEqual([200]);
    const refused = await from('2001:db8::ffff');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2']);
    expect(await refused.text()).toContain('Wait 2 seconds');
    expect((await from('2001:db8:0:1::1')).status).toBe(200);
    now += 2_000;
    expect((await from('2001:db8::1')).status).toBe(200);
  });
});

it.each(Object.values(PAGE_TEXTS))('is written as our rules ask: $en', ({ en, hi }) => {
  expect([bannedWordsIn(en), longSentencesIn(en), placesIn(hi)]).toEqual([[], [], placesIn(en)]);
});
