import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { startPublicPage, type PublicPage } from '../../test/public-page.ts';
import { ConflictError } from '../errors.ts';
import { parse } from '../http/body.ts';
import { LinkGoneError } from '../links/link-gone-error.ts';
import { linkPageRoutes } from './link-page.routes.ts';
import { linkPageHtml, linkPagePolicy, type LinkPageLook } from './link-page.ts';
import { LINK_PAGE_STYLE } from './link-page-style.ts';

const TOKEN = 'invented-token';
const SECRET = 'invented-secret';
const LOOK: LinkPageLook = { texts: { title: { en: 'Stop', hi: 'रोकें' }, needsScript: { en: 'Script', hi: 'स्क्रिप्ट' } } };

let nowMs = Date.parse('2026-11-22T06:00:00Z');
/** All that was asked of the desk behind the page. */
let asked: unknown[];
let page: PublicPage;

beforeAll(async () => {
  const routes = linkPageRoutes({
    ...{ name: 'stop-mails', look: LOOK, script: () => '/assets/m-1.js', clock: { now: () => new Date(nowMs) } },
    sessionS: 900,
    open: async (token) => {
      asked.push(token);
      if (token !== TOKEN) throw new LinkGoneError();
      return { secret: SECRET, opened: { about: 'mails' } };
    },
    Opened: z.strictObject({ about: z.string() }),
    acts: {
      stop: {
        answer: async (secret, body) => {
          asked.push([secret, parse(z.strictObject({ all: z.boolean() }), body)]);
          if (secret !== SECRET) throw new LinkGoneError();
          return { stopped: true };
        },
      },
      fail: { answer: () => Promise.reject(new ConflictError('Somebody was faster.')) },
      long: { longestBytes: 8 * 1024, answer: async (_secret, body) => ({ length: JSON.stringify(body).length }) },
    },
  });
  page = await startPublicPage(routes);
});
afterAll(() => page.close());
beforeEach(() => {
  asked = [];
  nowMs += 60 * 60_000; // every network may guess again
});

const cookie = `prahari_stop_mails=${SECRET}`;

describe('GET and HEAD', () => {
  it.each([
    ['GET', '/stop-mails', 200],
    ['HEAD', '/stop-mails', 200],
    ['GET', `/stop-mails?token=${TOKEN}`, 200],
    ['GET', '/stop-mails/open', 404],
    ['GET', '/stop-mails/stop', 404],
    ['HEAD', '/stop-mails/stop', 404],
  ])('%s %s asks nothing and sets nothing, cookie or not', async (method, path, status) => {
    const answer = await fetch(`${page.origin}${path}`, { method, headers: { cookie } });
    expect([answer.status, answer.headers.get('set-cookie'), asked]).toEqual([status, null, []]);
  });

  it('speaks Hindi to whoever asks for it', async () => {
    const answer = await fetch(`${page.origin}/stop-mails?lang=hi`);
    expect(answer.headers.get('content-language')).toBe('hi');
    expect(await answer.text()).toContain('<title>रोकें · Prahari</title>');
  });
});

describe('the link', () => {
  it('becomes a cookie of the page alone', async () => {
    const answer = await page.post('/stop-mails/open', { token: TOKEN });
    expect(await answer.json()).toEqual({ about: 'mails' });
    expect(answer.headers.getSetCookie()).toEqual([
      `${cookie}; Path=/stop-mails; Max-Age=900; HttpOnly; Secure; SameSite=Strict`,
    ]);
  });

  it.each([{}, { token: 'x'.repeat(201) }, { token: { $ne: '' } }, { token: TOKEN, shop: 'x' }, [], null])(
    'is not asked for with %j',
    async (body) => {
      expect((await page.post('/stop-mails/open', body)).status).toBe(400);
      expect(asked).toEqual([]);
    },
  );
});

describe('an act', () => {
  it('is handed the cookie and what was sent', async () => {
    const answer = await page.post('/stop-mails/stop', { all: true }, { cookie });
    expect(await answer.json()).toEqual({ stopped: true });
    expect(asked).toEqual([[SECRET, { all: true }]]);
  });

  it.each([
    ['a form of another page', 'all=true', 'application/x-www-form-urlencoded', 415],
    ['a text that is JSON', '{"all":true}', 'text/plain', 415],
    ['nothing', '', 'application/json', 400],
    ['one byte too many', 'x'.repeat(4 * 1024 + 1), 'application/json', 413],
  ])('is not done by %s', async (_name, body, type, status) => {
    const answer = await page.post('/stop-mails/stop', body, { cookie, 'content-type': type });
    expect([answer.status, asked]).toEqual([status, []]);
  });

  it('may take more than others', async () => {
    expect((await page.post('/stop-mails/long', ['x'.repeat(7 * 1024)])).status).toBe(200);
    expect((await page.post('/stop-mails/long', ['x'.repeat(8 * 1024)])).status).toBe(413);
  });

  it('that nobody knows is none', async () => {
    for (const act of ['constructor', 'toString', '__proto__', 'stop/stop']) {
      expect((await page.post(`/stop-mails/${act}`, { all: true }, { cookie })).status).toBe(404);
    }
  });
});

describe('guessing', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const guess = (n: number, address: string) =>
    n % 2 === 0
      ? page.post('/stop-mails/open', { token: `guess-${n}` }, from(address))
      : page.post('/stop-mails/stop', { all: true }, { ...from(address), cookie: `prahari_stop_mails=guess-${n}` });

  it('is counted over links and cookies together; after ten the network waits, pages and acts alike', async () => {
    for (let n = 0; n < 10; n += 1) expect((await guess(n, '203.0.113.9')).status).toBe(404);
    const headers = from('203.0.113.9');
    const answers = await Promise.all([
      page.post('/stop-mails/open', { token: TOKEN }, headers),
      page.post('/stop-mails/stop', { all: true }, { ...headers, cookie }),
      fetch(`${page.origin}/stop-mails`, { headers }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 429]);
    expect(answers.map((answer) => answer.headers.get('retry-after'))).toEqual(['900', '900', '900']);
    expect(answers[0]?.headers.get('content-security-policy')).toBe(linkPagePolicy(LOOK));
    expect((await page.post('/stop-mails/open', { token: TOKEN }, from('203.0.113.10'))).status).toBe(200);
    nowMs += 15 * 60_000;
    expect((await page.post('/stop-mails/open', { token: TOKEN }, headers)).status).toBe(200);
  });

  it('is not what fails for another reason', async () => {
    const headers = from('203.0.113.20');
    for (let n = 0; n < 12; n += 1) expect((await page.post('/stop-mails/fail', {}, headers)).status).toBe(409);
    expect((await page.post('/stop-mails/open', { token: TOKEN }, headers)).status).toBe(200);
  });

  it('is no reason to ask without end: sixty a minute', async () => {
    const headers = from('203.0.113.30');
    const statuses: number[] = [];
    for (let n = 0; n < 61; n += 1) statuses.push((await fetch(`${page.origin}/stop-mails`, { headers })).status);
    expect(statuses).toEqual([...Array.from({ length: 60 }, () => 200), 429]);
  });
});

describe('the look', () => {
  const hash = (style: string) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

  it.each<[string, Partial<LinkPageLook>, string]>([
    ['alone', {}, `script-src 'self'; style-src ${hash(LINK_PAGE_STYLE)}; connect-src 'self'; base-uri`],
    [
      'with a worker and somebody to speak to',
      { hasWorker: true, origins: ['https://range.example'] },
      `worker-src 'self'; style-src ${hash(LINK_PAGE_STYLE)}; connect-src 'self' https://range.example; base-uri`,
    ],
    ['with a style of its own', { style: 'a{}' }, `style-src ${hash(`${LINK_PAGE_STYLE}\na{}`)}; connect-src 'self';`],
  ])('%s is all that the policy allows', (_name, over, part) => {
    const look = { ...LOOK, ...over };
    expect(linkPagePolicy(look)).toContain(part);
    const html = linkPageHtml({ name: 'stop-mails', look, language: 'en', script: '/assets/m-1.js' });
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(html) ?? [];
    expect(linkPagePolicy(look)).toContain(`style-src ${hash(style)};`);
  });

  it('is text: no word, address or datum of it ends an attribute or begins a tag', () => {
    const hostile = '"><script>alert(1)</script>';
    const text = { en: hostile, hi: hostile };
    const look = { texts: { title: text, needsScript: text }, data: { range: hostile } };
    const html = linkPageHtml({ name: 'stop-mails', look, language: 'en', script: hostile });
    expect(html).not.toContain('<script>');
    expect(html).toContain('<main id="stop-mails" data-range="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">');
  });

  it.each([
    ['/assets/m-1.js', '<noscript><p class="card">Script</p></noscript>'],
    [null, '<main id="stop-mails">\n<p class="card">Script</p>'],
  ])('with the script %j says what it needs', (script, part) => {
    expect(linkPageHtml({ name: 'stop-mails', look: LOOK, language: 'en', script })).toContain(part);
  });
});
