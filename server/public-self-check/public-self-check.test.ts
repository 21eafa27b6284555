import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testClock } from '../../test/product.ts';
import { startPublicPage, type PublicPage } from '../../test/public-page.ts';
import { fakePeople } from '../../test/staff-links.ts';
import { openTestStore, type TestStore } from '../../test/store.ts';
import { bannedWordsIn, longSentencesIn, placesIn } from '../../test/writing-rules.ts';
import { newSecretWord } from '../links/secret-word.ts';
import { selfCheckDesk } from '../links/self-check-desk.ts';
import { selfCheckStore } from '../links/self-check-store.ts';
import { staffLinkStore, type StaffLinkStore } from '../links/staff-links.ts';
import { selfCheckModel } from '../models/self-check.ts';
import { ensureIndexes } from '../store/connect.ts';
import { PAGE_TEXTS } from './page-texts.ts';
import { publicSelfCheckRoutes } from './self-check.routes.ts';

const SHOP = 'marigold.myshopify.com';
const VERDICT = { score: 3, lengthClass: '12-to-14', isBreached: false, engineVersion: '4.2.0' };
const REPORT = {
  browser: { name: 'chrome', majorVersion: 157 },
  operatingSystem: 'windows',
  answers: { diskEncryption: 'yes', screenLock: 'no', systemUpdates: 'unsure', antiMalware: 'yes' },
};
const clock = testClock();
let store: TestStore;
let links: StaffLinkStore;
let page: PublicPage;
let url = '';

beforeAll(async () => {
  store = await openTestStore();
  links = staffLinkStore({ connection: store.connection, clock });
  const people = fakePeople({
    [`${SHOP} p1`]: { name: 'Kavya <b>Iyer', email: 'kavya@marigold.example', leftAt: null },
  });
  const results = selfCheckStore({ connection: store.connection, clock });
  const desk = selfCheckDesk({ links, results, people, isInstalled: async () => true, changed: async () => undefined });
  await ensureIndexes(store.connection);
  const parts = { desk, clock, rangeUrl: 'https://api.pwnedpasswords.com/range/', script: () => '/assets/s-1.js' };
  page = await startPublicPage(publicSelfCheckRoutes(parts));
  url = `${page.origin}/self-check`;
});
afterAll(async () => {
  await page.close();
  await store.close();
});
beforeEach(() => clock.pass(60 * 60_000)); // every address may guess again

const invite = async (purpose: 'password' | 'device' = 'password'): Promise<string> =>
  (await links.create(SHOP, { personId: 'p1', purpose }, '1')).secret;

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  page.post(`/self-check${path}`, body, headers);

/** Exchanges a link for its cookie, as "name=value". */
async function cookieOf(token: string): Promise<string> {
  const answer = await post('/open', { token });
  expect(answer.status).toBe(200);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

describe('GET /self-check', () => {
  it('X6: has our own script and one foreign address to speak to, is never framed, and sets no cookie', async () => {
    const answer = await fetch(url);
    const html = await answer.text();
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(html) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(answer.headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'sha256-${hash}'; ` +
        "connect-src 'self' https://api.pwnedpasswords.com; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).toEqual(['/assets/s-1.js']);
    expect(html).not.toMatch(/ on[a-z]+=| style=/);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it.each([
    ['?lang=hi', {}, 'hi'],
    ['', { 'accept-language': 'hi-IN,en;q=0.5' }, 'hi'],
    ['?lang=fr', {}, 'en'],
  ])('%s %j speaks %s', async (query, headers, language) => {
    const html = await (await fetch(`${url}${query}`, { headers })).text();
    expect(html).toContain(`<html lang="${language}">`);
  });
});

describe('L3: machines that follow links', () => {
  it('change nothing by GET and HEAD, and the person succeeds after them', async () => {
    const token = await invite();
    for (const method of ['GET', 'HEAD', 'GET', 'GET']) expect((await fetch(url, { method })).status).toBe(200);
    const answer = await post('/open', { token });
    expect(await answer.json()).toMatchObject({ purpose: 'password', personName: 'Kavya <b>Iyer' });
  });

  it('cannot finish by opening alone', async () => {
    const token = await invite();
    await cookieOf(token);
    await cookieOf(token);
    expect(await selfCheckModel(store.connection).countDocuments({ shop: SHOP })).toBe(0);
  });
});

describe('L2: the secret of the link', () => {
  it('becomes a cookie of this path that no script reads and no other site sends', async () => {
    const token = await invite();
    const answer = await post('/open', { token });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(
      /^prahari_self_check=[\w-]{43}; Path=\/self-check; Max-Age=3600; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(cookie).not.toContain(token);
  });

  it('is in no log, nor is the cookie', async () => {
    const token = await invite();
    const cookie = await cookieOf(token);
    await post('/open', { token: `${token}x` });
    await post('/password', { ...VERDICT, password: 'x' }, { cookie });
    const secret = cookie.split('=')[1] ?? 'no cookie';
    expect(page.lines.filter((line) => line.includes(token) || line.includes(secret))).toEqual([]);
  });
});

describe('L1: links that do not work', () => {
  it('read alike, whatever is wrong with them', async () => {
    const used = await invite();
    await post('/password', VERDICT, { cookie: await cookieOf(used) });
    const gone = await invite('device');
    await links.withdraw(SHOP, 'p1');
    const answers = await Promise.all(
      [newSecretWord(), '', 'x'.repeat(200), used, gone].map(async (token) => {
        const answer = await post('/open', { token });
        const { requestId: _id, ...problem } = (await answer.json()) as Record<string, unknown>;
        return JSON.stringify([answer.status, problem, answer.headers.get('set-cookie')]);
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('[404,');
  });

  it('are told to one network ten times, then it waits', async () => {
    const guess = (from: string) => post('/open', { token: newSecretWord() }, { 'x-forwarded-for': from });
    for (let n = 0; n < 10; n += 1) expect((await guess(`2001:db8::${n}`)).status).toBe(404);
    const refused = await guess('2001:db8::ffff');
    expect([refused.status, Number(refused.headers.get('retry-after')) > 800]).toEqual([429, true]);
    expect((await guess('2001:db8:0:1::1')).status).toBe(404);
    // Who waits is not let in with a good link either, and is told no difference.
    const good = await post('/open', { token: await invite() }, { 'x-forwarded-for': '2001:db8::1' });
    expect(good.status).toBe(429);
  });
});

describe('L4: finishing', () => {
  it.each([
    ['password', VERDICT],
    ['device', REPORT],
    ['device', { ...REPORT, browser: null, operatingSystem: null }],
    ['password', { ...VERDICT, isBreached: null }],
  ] as const)('a %s answers with what was kept, and again with the same', async (purpose, body) => {
    const cookie = await cookieOf(await invite(purpose));
    const first = await post(`/${purpose}`, body, { cookie });
    expect(first.status).toBe(200);
    const kept = await first.text();
    expect(JSON.parse(kept)).toEqual({ purpose, ...body, checkedAt: expect.any(String) });
    expect(await (await post(`/${purpose}`, body, { cookie })).text()).toBe(kept);
  });
});

describe('L5: a cookie', () => {
  it.each([
    ['device', 'password', VERDICT],
    ['password', 'device', REPORT],
  ] as const)('of a link for a %s does not finish a %s', async (purpose, other, body) => {
    const cookie = await cookieOf(await invite(purpose));
    expect((await post(`/${other}`, body, { cookie })).status).toBe(404);
  });

  it.each(['', 'prahari_self_check=', 'prahari_self_check=null', `prahari_self_check=${'A'.repeat(43)}`])(
    '%j lets nobody in',
    async (cookie) => expect((await post('/password', VERDICT, { cookie })).status).toBe(404),
  );
});

describe('what may be sent', () => {
  it.each<[string, unknown]>([
    ['a password beside the verdict', { ...VERDICT, password: 'Jaishreeram@1' }],
    ['a hash', { ...VERDICT, sha1: '0'.repeat(40) }],
    ['a length', { ...VERDICT, length: 13 }],
    ['a score of five', { ...VERDICT, score: 5 }],
    ['a score of two and a half', { ...VERDICT, score: 2.5 }],
    ['an operator for a word', { ...VERDICT, lengthClass: { $ne: '' } }],
    ['a long version', { ...VERDICT, engineVersion: `4.2.0${'0'.repeat(900)}` }],
    ['a moment of its own', { ...VERDICT, checkedAt: '2020-01-01T00:00:00.000Z' }],
    ['another shop', { ...VERDICT, shop: 'jasmine.myshopify.com' }],
    ['nothing', undefined],
  ])('is not %s', async (_name, body) => {
    const kept = () => selfCheckModel(store.connection).countDocuments({ shop: SHOP });
    const cookie = await cookieOf(await invite());
    const before = await kept();
    const answer = await post('/password', body ?? '', { cookie });
    expect([answer.status, await kept()]).toEqual([400, before]);
    // The link still works.
    expect((await post('/password', VERDICT, { cookie })).status).toBe(200);
    expect(await kept()).toBe(before + 1);
  });

  it.each([
    ['a long body', 'x'.repeat(5_000), 'application/json', 413],
    ['a form', 'token=x', 'application/x-www-form-urlencoded', 415],
    ['half a body', '{"token":', 'application/json', 400],
  ])('is not %s', async (_name, body, type, status) => {
    expect((await post('/open', body, { 'content-type': type })).status).toBe(status);
  });
});

it.each(Object.values(PAGE_TEXTS))('is written as our rules ask: $en', ({ en, hi }) => {
  expect([bannedWordsIn(en), longSentencesIn(en), placesIn(hi)]).toEqual([[], [], placesIn(en)]);
});
