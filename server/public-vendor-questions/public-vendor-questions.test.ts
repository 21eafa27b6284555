import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testClock } from '../../test/product.ts';
import { startPublicPage, type PublicPage } from '../../test/public-page.ts';
import { openTestStore, type TestStore } from '../../test/store.ts';
import { bannedWordsIn, longSentencesIn, placesIn } from '../../test/writing-rules.ts';
import type { OpenedQuestionnaire, SentQuestionnaire } from '../../core/api/vendor-questions.ts';
import { QUESTIONS_VERSION, VENDOR_QUESTION_IDS } from '../../core/data/vendor-questions.ts';
import { newSecretWord } from '../links/secret-word.ts';
import { questionnaireModel } from '../models/questionnaire.ts';
import { ensureIndexes } from '../store/connect.ts';
import { DataKeys } from '../store/data-keys.ts';
import { createFieldCipher } from '../store/field-cipher.ts';
import { KeyRing } from '../store/key-ring.ts';
import { questionnaireDesk } from '../vendor-links/questionnaire-desk.ts';
import { createQuestionnaires, type Questionnaires } from '../vendor-links/questionnaires.ts';
import { PAGE_TEXTS } from './page-texts.ts';
import { LONGEST_ANSWERS_BYTES, publicVendorQuestionsRoutes } from './vendor-questions.routes.ts';

const SHOP = 'marigold.myshopify.com';
const VENDOR = 'a'.repeat(24);
const clock = testClock();
let store: TestStore;
let questionnaires: Questionnaires;
let page: PublicPage;
let url = '';

beforeAll(async () => {
  store = await openTestStore();
  const { connection } = store;
  const ring = KeyRing.parse(`test:${randomBytes(32).toString('base64')}`);
  const cipher = createFieldCipher(new DataKeys({ connection, ring, clock }));
  questionnaires = createQuestionnaires({ connection, cipher, clock });
  await ensureIndexes(connection);
  const desk = questionnaireDesk({
    questionnaires,
    vendors: { nameOf: async () => 'Invented <b>Reviews', answered: async () => undefined },
    isInstalled: async () => true,
    shopAddress: async () => 'marigold.example',
  });
  page = await startPublicPage(publicVendorQuestionsRoutes({ desk, clock, script: () => '/assets/v-1.js' }));
  url = `${page.origin}/vendor-questions`;
});
afterAll(async () => {
  await page.close();
  await store.close();
});
beforeEach(async () => {
  clock.pass(60 * 60_000); // every address may guess again
  await questionnaireModel(store.connection).deleteMany({ shop: SHOP });
});

const send = async (): Promise<string> => (await questionnaires.links.create(SHOP, VENDOR, '1')).secret;
const kept = () => questionnaireModel(store.connection).countDocuments({ shop: SHOP });

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  page.post(`/vendor-questions${path}`, body, headers);

/** Exchanges a link for its cookie, as "name=value", and what was told. */
async function begin(token: string): Promise<{ cookie: string; opened: OpenedQuestionnaire }> {
  const answer = await post('/open', { token });
  expect(answer.status).toBe(200);
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { cookie, opened: (await answer.json()) as OpenedQuestionnaire };
}

const answersOf = (attempt: string, over: Partial<SentQuestionnaire> = {}): SentQuestionnaire => ({
  ...{ attempt, questionsVersion: QUESTIONS_VERSION, name: 'Asha Rao', role: 'Head of security' },
  answers: VENDOR_QUESTION_IDS.map((questionId) => ({ questionId, answer: 'partly', words: 'As of today.' })),
  ...over,
});

describe('GET /vendor-questions', () => {
  it('X6: has our own script, speaks to nobody else, is never framed, and sets no cookie', async () => {
    const answer = await fetch(url);
    const html = await answer.text();
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(html) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(answer.headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'sha256-${hash}'; ` +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).toEqual(['/assets/v-1.js']);
    expect(html).not.toMatch(/ on[a-z]+=| style=/);
    expect(html).toContain('<noscript><p class="card">');
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
  it('change nothing by GET and HEAD, and the vendor succeeds after them', async () => {
    const token = await send();
    for (const method of ['GET', 'HEAD', 'GET', 'GET']) expect((await fetch(url, { method })).status).toBe(200);
    const { cookie, opened } = await begin(token);
    expect(opened).toMatchObject({ vendorName: 'Invented <b>Reviews', shopAddress: 'marigold.example' });
    expect(await kept()).toBe(0);
    expect((await post('/answers', answersOf(opened.attempt), { cookie })).status).toBe(200);
  });
});

describe('L2: the secret of the link', () => {
  it('becomes a cookie of this path that no script reads and no other site sends', async () => {
    const token = await send();
    const [cookie = ''] = (await post('/open', { token })).headers.getSetCookie();
    expect(cookie).toMatch(
      /^prahari_vendor_questions=[\w-]{43}; Path=\/vendor-questions; Max-Age=43200; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(cookie).not.toContain(token);
  });

  it('is in no log, nor is the cookie or what was written', async () => {
    const token = await send();
    const { cookie, opened } = await begin(token);
    await post('/open', { token: `${token}x` });
    await post('/answers', { ...answersOf(opened.attempt), shop: SHOP }, { cookie });
    await post('/answers', answersOf(opened.attempt, { name: 'canary-name' }), { cookie });
    const words = [token, cookie.split('=')[1] ?? 'no cookie', 'canary-name', 'As of today'];
    expect(page.lines.filter((line) => words.some((word) => line.includes(word)))).toEqual([]);
  });
});

describe('L1: links that do not work', () => {
  it('read alike, whatever is wrong with them', async () => {
    const used = await send();
    const { cookie, opened } = await begin(used);
    await post('/answers', answersOf(opened.attempt), { cookie });
    const answers = await Promise.all(
      [newSecretWord(), '', 'x'.repeat(200), used].map(async (token) => {
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
    expect((await guess('2001:db8::ffff')).status).toBe(429);
    expect((await guess('2001:db8:0:1::1')).status).toBe(404);
  });

  it.each(['', 'prahari_vendor_questions=', `prahari_vendor_questions=${'A'.repeat(43)}`])(
    'nor does the cookie %j',
    async (cookie) => {
      expect((await post('/answers', answersOf('f'.repeat(24)), { cookie })).status).toBe(404);
    },
  );
});

describe('L9: what may be answered', () => {
  const ids = VENDOR_QUESTION_IDS;
  const answer = (words: string | null, questionId: string = ids[0]) => ({ questionId, answer: 'no', words });
  const first = (words: string | null) => [answer(words), ...ids.slice(1).map((id) => answer(null, id))];

  it.each<[string, object]>([
    ['nineteen answers', { answers: first(null).slice(1) }],
    ['twenty-one answers', { answers: [...first(null), answer(null)] }],
    ['one question twice', { answers: [answer(null, ids[1]), ...first(null).slice(1)] }],
    ['a question that nobody asks', { answers: [answer(null, 'constructor'), ...first(null).slice(1)] }],
    ['an answer of its own', { answers: [{ ...answer(null), answer: 'perhaps' }, ...first(null).slice(1)] }],
    ['an operator for an answer', { answers: [{ ...answer(null), answer: { $ne: '' } }, ...first(null).slice(1)] }],
    ['4,001 characters', { answers: first('x'.repeat(4_001)) }],
    ['no name', { name: '' }],
    ['a name of hidden characters', { name: '\u200b\u202e ' }],
    ['a name of 121 characters', { name: 'x'.repeat(121) }],
    ['no role', { role: ' ' }],
    ['a list for a name', { name: ['Asha'] }],
    ['another shop', { shop: 'jasmine.myshopify.com' }],
    ['a review of its own', { reviewedAt: '2026-11-22T00:00:00.000Z' }],
    ['no attempt', { attempt: '' }],
    ['a version that is none', { questionsVersion: 3 }],
  ])('not %s; nothing is kept, and the link still works', async (_name, over) => {
    const { cookie, opened } = await begin(await send());
    const refused = await post('/answers', { ...answersOf(opened.attempt), ...over }, { cookie });
    expect([refused.status, refused.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
    expect(await kept()).toBe(0);
    expect((await post('/answers', answersOf(opened.attempt), { cookie })).status).toBe(200);
  });

  it('not the questions of another version: the page is told to load them anew', async () => {
    const { cookie, opened } = await begin(await send());
    const body = { ...answersOf(opened.attempt), questionsVersion: '2019-01', answers: [] };
    const refused = await post('/answers', body, { cookie });
    expect([refused.status, ((await refused.json()) as { type: string }).type]).toEqual([
      409,
      expect.stringContaining('questions-changed'),
    ]);
  });

  it.each([
    ['five megabytes', 'x'.repeat(5 * 1024 * 1024), 'application/json', 413],
    ['one byte too many', 'x'.repeat(LONGEST_ANSWERS_BYTES + 1), 'application/json', 413],
    ['a form', 'name=x', 'application/x-www-form-urlencoded', 415],
    ['half a body', '{"attempt":', 'application/json', 400],
    ['a prototype', '{"__proto__":{"isAdmin":true}}', 'application/json', 400],
  ])('not %s', async (_name, body, type, status) => {
    const { cookie } = await begin(await send());
    // One that is too long may be cut off while it is sent.
    const refused = await post('/answers', body, { cookie, 'content-type': type }).catch(() => null);
    if (refused) expect(refused.status).toBe(status);
    if (status !== 413) expect(refused).not.toBeNull();
  });

  it('all twenty in 4,000 letters of Hindi each', async () => {
    const { cookie, opened } = await begin(await send());
    const answers = ids.map((id) => ({ questionId: id, answer: 'partly' as const, words: 'क'.repeat(4_000) }));
    expect((await post('/answers', answersOf(opened.attempt, { answers }), { cookie })).status).toBe(200);
    expect((await questionnaires.answers.versions(SHOP, VENDOR))[0]?.answers).toEqual(answers);
  });

  it('markup as text, lines as lines, and nothing that hides or turns text', async () => {
    const { cookie, opened } = await begin(await send());
    const words = ' <script>alert(1)</script>\r\nline 2\u202e\u0000 [x](javascript:1) ';
    const sent = answersOf(opened.attempt, { name: ' <b>Asha\n ', answers: first(words).reverse() as never });
    expect((await post('/answers', sent, { cookie })).status).toBe(200);
    const [version] = await questionnaires.answers.versions(SHOP, VENDOR);
    expect(version?.answeredBy).toBe('<b>Asha, Head of security');
    expect(version?.answers.map(({ questionId }) => questionId)).toEqual([...ids]);
    expect(version?.answers[0]?.words).toBe('<script>alert(1)</script>\nline 2  [x](javascript:1)');
    expect(version?.answers[1]?.words).toBeNull();
  });

  it('once: the same answer comes back, whatever is sent later', async () => {
    const { cookie, opened } = await begin(await send());
    const once = await (await post('/answers', answersOf(opened.attempt), { cookie })).text();
    clock.pass(60_000);
    const later = await post('/answers', answersOf(opened.attempt, { name: 'Somebody Else' }), { cookie });
    expect(await later.text()).toBe(once);
    expect((await questionnaires.answers.versions(SHOP, VENDOR))[0]?.answeredBy).toBe('Asha Rao, Head of security');
  });
});

it.each(Object.values(PAGE_TEXTS))('is written as our rules ask: $en', ({ en, hi }) => {
  expect([bannedWordsIn(en), longSentencesIn(en), placesIn(hi)]).toEqual([[], [], placesIn(en)]);
});
