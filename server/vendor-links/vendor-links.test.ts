import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testClock } from '../../test/product.ts';
import { openTestStore, type TestStore } from '../../test/store.ts';
import type { SentQuestionnaire } from '../../core/api/vendor-questions.ts';
import { QUESTIONS_VERSION, VENDOR_QUESTION_IDS } from '../../core/data/vendor-questions.ts';
import { LinkGoneError } from '../links/link-gone-error.ts';
import { hashOfSecret, newSecretWord, SECRET_WORD } from '../links/secret-word.ts';
import { questionnaireModel } from '../models/questionnaire.ts';
import { vendorLinkModel } from '../models/vendor-link.ts';
import { ensureIndexes } from '../store/connect.ts';
import { DataKeys } from '../store/data-keys.ts';
import { createFieldCipher } from '../store/field-cipher.ts';
import { KeyRing } from '../store/key-ring.ts';
import { questionnaireDesk, type QuestionnaireDesk } from './questionnaire-desk.ts';
import { createQuestionnaires, type Questionnaires } from './questionnaires.ts';

const MINE = 'marigold.myshopify.com';
const THEIRS = 'jasmine.myshopify.com';
const REVIEWS = 'a'.repeat(24);
const COURIER = 'b'.repeat(24);
const DAY_MS = 24 * 60 * 60 * 1000;

const ring = KeyRing.parse(`test:${randomBytes(32).toString('base64')}`);
let store: TestStore;
let clock: ReturnType<typeof testClock>;
let questionnaires: Questionnaires;
let desk: QuestionnaireDesk;
let entries: Map<string, string>;
let told: string[];
let uninstalled: Set<string>;

beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  clock = testClock();
  const { connection } = store;
  const cipher = createFieldCipher(new DataKeys({ connection, ring, clock }));
  questionnaires = createQuestionnaires({ connection, cipher, clock });
  await ensureIndexes(connection);
  for (const shop of [MINE, THEIRS]) {
    await vendorLinkModel(connection).deleteMany({ shop });
    await questionnaireModel(connection).deleteMany({ shop });
  }
  entries = new Map([
    [`${MINE} ${REVIEWS}`, 'Invented Reviews'],
    [`${MINE} ${COURIER}`, 'Invented Courier'],
    [`${THEIRS} ${REVIEWS}`, 'Somebody Else'],
  ]);
  told = [];
  uninstalled = new Set();
  desk = questionnaireDesk({
    questionnaires,
    vendors: {
      nameOf: async (shop, id) => entries.get(`${shop} ${id}`) ?? null,
      answered: async (shop, id) => void told.push(`${shop} ${id}`),
    },
    isInstalled: async (shop) => !uninstalled.has(shop),
    shopAddress: async (shop) => shop,
  });
});

const send = async (vendorId = REVIEWS, shop = MINE): Promise<string> =>
  (await questionnaires.links.create(shop, vendorId, '1001')).secret;

const answersOf = (attempt: string, words: string | null = null): SentQuestionnaire => ({
  ...{ attempt, questionsVersion: QUESTIONS_VERSION, name: 'Asha Rao', role: 'Head of security' },
  answers: VENDOR_QUESTION_IDS.map((questionId) => ({ questionId, answer: 'yes', words })),
});

/** Opens a new link and answers it. */
async function answered(words: string | null = null, vendorId = REVIEWS, shop = MINE): Promise<void> {
  const { secret, opened } = await desk.open(await send(vendorId, shop));
  await desk.answer(secret, answersOf(opened.attempt, words));
}

describe('L1: a link', () => {
  it('is 256 random bits, of which the store knows the hash alone', async () => {
    const secret = await send();
    expect(secret).toMatch(SECRET_WORD);
    const kept = JSON.stringify(await vendorLinkModel(store.connection).find({ shop: MINE }).lean());
    expect(kept).not.toContain(secret);
    expect(kept).toContain(hashOfSecret(secret));
  });

  it.each<[string, () => Promise<string>]>([
    ['unknown', async () => newSecretWord()],
    ['no secret at all', async () => '{"$ne":""}'],
    [
      'expired',
      async () => {
        const secret = await send();
        clock.pass(14 * DAY_MS);
        return secret;
      },
    ],
    [
      'used',
      async () => {
        const secret = await send();
        const { secret: cookie, opened } = await desk.open(secret);
        await desk.answer(cookie, answersOf(opened.attempt));
        return secret;
      },
    ],
    [
      'withdrawn',
      async () => {
        const secret = await send();
        expect(await questionnaires.withdraw(MINE, REVIEWS)).toBe(true);
        return secret;
      },
    ],
    [
      'replaced',
      async () => {
        const secret = await send();
        await send();
        return secret;
      },
    ],
    [
      'of a vendor that was removed',
      async () => {
        const secret = await send();
        entries.delete(`${MINE} ${REVIEWS}`);
        return secret;
      },
    ],
    [
      'of a shop that took the app away',
      async () => {
        const secret = await send();
        uninstalled.add(MINE);
        return secret;
      },
    ],
  ])('that is %s reads like every other that does not work', async (_name, secret) => {
    const refusal: unknown = await desk.open(await secret()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(LinkGoneError);
    expect(refusal).toMatchObject({ status: 404, title: 'This link does not work any more.', fields: undefined });
  });

  it('lives to the last moment of its fourteen days', async () => {
    const secret = await send();
    clock.pass(14 * DAY_MS - 60_000);
    expect((await desk.open(secret)).opened.vendorName).toBe('Invented Reviews');
  });

  it('tells of the shop its address and nothing more', async () => {
    const { opened } = await desk.open(await send());
    expect(Object.keys(opened).sort()).toEqual([
      ...['attempt', 'draftKey', 'expiresAt', 'questionsVersion', 'shopAddress', 'vendorName'],
    ]);
    expect(opened.shopAddress).toBe(MINE);
  });
});

describe('L3: opening', () => {
  it('ends nothing: the third time works as the first, and drafts stay the same', async () => {
    const secret = await send();
    const attempts = new Set<string>();
    for (let time = 0; time < 3; time += 1) attempts.add((await desk.open(secret)).opened.attempt);
    const { draftKey } = (await desk.open(secret)).opened;
    expect((await desk.open(await send())).opened).toMatchObject({ draftKey });
    expect((await desk.open(await send(REVIEWS, THEIRS))).opened.draftKey).not.toBe(draftKey);
    expect(attempts.size).toBe(1);
    expect(await questionnaires.stateOf(MINE, REVIEWS)).toMatchObject({
      linkEndsAt: expect.any(String),
      versions: [],
    });
  });
});

describe('L4: answering', () => {
  it('twice keeps the first, answers both alike, and is one change', async () => {
    const { secret, opened } = await desk.open(await send());
    const first = await desk.answer(secret, answersOf(opened.attempt, 'first'));
    clock.pass(60_000);
    const second = await desk.answer(secret, answersOf(opened.attempt, 'second'));
    expect(second).toEqual(first);
    expect(told).toEqual([`${MINE} ${REVIEWS}`]);
    const { linkEndsAt, versions } = await questionnaires.stateOf(MINE, REVIEWS);
    expect([linkEndsAt, versions.map(({ answers }) => answers[0]?.words)]).toEqual([null, ['first']]);
  });

  it('twenty times at once keeps one', async () => {
    const { secret, opened } = await desk.open(await send());
    const sent = Array.from({ length: 20 }, (_, n) => desk.answer(secret, answersOf(opened.attempt, String(n))));
    const kept = await Promise.all(sent);
    expect(new Set(kept.map(({ answeredAt }) => answeredAt)).size).toBe(1);
    expect((await questionnaires.answers.versions(MINE, REVIEWS)).map(({ version }) => version)).toEqual([1]);
    expect(told).toEqual([`${MINE} ${REVIEWS}`]);
  });

  it.each<[string, (cookieLifeMs: number) => void]>([
    ['after its twelve hours', (life) => clock.pass(life)],
    ['after the vendor was removed', () => entries.delete(`${MINE} ${REVIEWS}`)],
    ['after the app was taken away', () => uninstalled.add(MINE)],
  ])('is refused %s, with the page still open', async (_name, meanwhile) => {
    const { secret, opened } = await desk.open(await send());
    meanwhile(12 * 60 * 60_000);
    await expect(desk.answer(secret, answersOf(opened.attempt))).rejects.toBeInstanceOf(LinkGoneError);
    expect(told).toEqual([]);
  });
});

describe('L5: one link grants one thing', () => {
  it('not as its own cookie, and its cookie not as a link', async () => {
    const token = await send();
    const { secret, opened } = await desk.open(token);
    await expect(desk.answer(token, answersOf(opened.attempt))).rejects.toBeInstanceOf(LinkGoneError);
    await expect(desk.open(secret)).rejects.toBeInstanceOf(LinkGoneError);
  });

  it('not with the cookie of another shop, which a vendor of both has in the same browser', async () => {
    const first = await desk.open(await send());
    const second = await desk.open(await send(REVIEWS, THEIRS));
    await expect(desk.answer(second.secret, answersOf(first.opened.attempt))).rejects.toBeInstanceOf(LinkGoneError);
    await desk.answer(second.secret, answersOf(second.opened.attempt));
    expect(await questionnaires.answers.versions(MINE, REVIEWS)).toEqual([]);
    expect(told).toEqual([`${THEIRS} ${REVIEWS}`]);
  });

  it('for one vendor of one shop, though another shop has the same id', async () => {
    await answered('theirs', REVIEWS, THEIRS);
    expect(await questionnaires.states(MINE)).toEqual(new Map());
    expect(await questionnaires.answers.review(MINE, { vendorId: REVIEWS, version: 1, userId: '1' })).toBeNull();
  });
});

describe('L9: versions', () => {
  it('never change: what is answered again is another one', async () => {
    await answered('first');
    const [before] = await questionnaires.answers.versions(MINE, REVIEWS);
    clock.pass(DAY_MS);
    await answered('second');
    const versions = await questionnaires.answers.versions(MINE, REVIEWS);
    expect(versions.map(({ version, answers }) => [version, answers[0]?.words])).toEqual([
      [2, 'second'],
      [1, 'first'],
    ]);
    expect(versions[1]).toEqual(before);
  });

  it('are read by a person once; who was first stays, and a new version waits for its reader', async () => {
    await answered();
    const review = (userId: string, version = 1) =>
      questionnaires.answers.review(MINE, { vendorId: REVIEWS, version, userId });
    expect([await review('1001'), await review('1002'), await review('1001', 2)]).toEqual([
      { isNew: true },
      { isNew: false },
      null,
    ]);
    expect((await questionnaires.answers.versions(MINE, REVIEWS))[0]).toMatchObject({ reviewedBy: '1001' });
    expect((await questionnaires.states(MINE)).get(REVIEWS)?.reviewedAt).not.toBeNull();
    await answered();
    expect((await questionnaires.states(MINE)).get(REVIEWS)?.reviewedAt).toBeNull();
  });

  it('are ten at most, the newest', async () => {
    for (let n = 1; n <= 12; n += 1) await answered(String(n));
    const versions = await questionnaires.answers.versions(MINE, REVIEWS);
    expect(versions.map(({ version }) => version)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
    expect(await questionnaireModel(store.connection).countDocuments({ shop: MINE })).toBe(10);
  });

  it('of two vendors that turn out to be one are all there, each with a number of its own', async () => {
    await answered('reviews 1', REVIEWS);
    await answered('courier 1', COURIER);
    const token = await send(COURIER);
    await questionnaires.move(MINE, COURIER, REVIEWS);
    const versions = await questionnaires.answers.versions(MINE, REVIEWS);
    expect(versions.map(({ version, answers }) => [version, answers[0]?.words])).toEqual([
      [2, 'courier 1'],
      [1, 'reviews 1'],
    ]);
    expect(await questionnaires.answers.versions(MINE, COURIER)).toEqual([]);
    await expect(desk.open(token)).rejects.toBeInstanceOf(LinkGoneError);
  });

  it('are sealed: no word and no name stands in the store', async () => {
    await answered('canary of the vendor');
    const kept = JSON.stringify(await questionnaireModel(store.connection).find({ shop: MINE }).lean());
    expect(kept).not.toMatch(/canary|Asha|security/i);
    expect((await questionnaires.answers.versions(MINE, REVIEWS))[0]?.answeredBy).toBe('Asha Rao, Head of security');
  });
});

describe('with the entry', () => {
  const ends = async () => (await questionnaireModel(store.connection).findOne({ shop: MINE }).lean())?.forgetAt;

  it('the link ends at once, and the answers when it cannot come back any more', async () => {
    await answered();
    const before = await ends();
    const token = await send();
    const undoUntil = new Date(clock.now().getTime() + 30 * DAY_MS);
    await questionnaires.removed(MINE, REVIEWS, undoUntil);
    await expect(desk.open(token)).rejects.toBeInstanceOf(LinkGoneError);
    expect(await ends()).toEqual(undoUntil);
    await questionnaires.restored(MINE, REVIEWS);
    expect(await ends()).toEqual(before);
    expect(await questionnaires.answers.versions(MINE, REVIEWS)).toHaveLength(1);
  });
});
