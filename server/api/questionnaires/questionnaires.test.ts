import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { QuestionnaireLink, SentQuestionnaire, VendorLetter } from '../../../core/api/vendor-questions.ts';
import type { QuestionnaireState, VendorDetails } from '../../../core/api/vendors.ts';
import { QUESTIONS_VERSION, VENDOR_QUESTION_IDS } from '../../../core/data/vendor-questions.ts';
import { vendorIdOf } from '../../../core/vendors/keys.ts';
import { aFoundVendor, someVendorFields, startVendorApi, type VendorApi } from '../../../test/vendor-api.ts';
import { LinkGoneError } from '../../links/link-gone-error.ts';
import { questionnaireModel } from '../../models/questionnaire.ts';
import { vendorLinkModel } from '../../models/vendor-link.ts';
import type { Role } from '../../../core/api/home.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';

const CHAT = vendorIdOf('app:invented-chat');
const NOBODYS = 'f'.repeat(24);

let api: VendorApi;
let me: Merchant;
let shop: string;
beforeAll(async () => {
  api = await startVendorApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  shop = `s${randomUUID()}.myshopify.com`;
  me = { shop, userId: '1001', role: 'manager' };
  await api.system.product.lifecycle.installed(shop, []);
});

const ask = (method: string, path: string, body?: unknown, who = me) => api.ask(who, method, path, body);
async function answer<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await ask(method, path, body);
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
const enter = async (name = 'Invented Reviews', host = 'reviews.example') =>
  (await answer<VendorDetails>('POST', '/vendors', someVendorFields({ name, hosts: [host] }))).id;
const send = async (id: string) => {
  const { url } = await answer<QuestionnaireLink>('POST', `/vendors/${id}/questionnaire`, {});
  return new URL(url).hash.slice(1);
};
const desk = () => api.system.product.questionnaireDesk;

/** What the vendor does with a link. */
async function fill(token: string, words: string | null = null): Promise<void> {
  const { secret, opened } = await desk().open(token);
  const sent: SentQuestionnaire = {
    ...{ attempt: opened.attempt, questionsVersion: QUESTIONS_VERSION, name: 'Asha Rao', role: 'Head of security' },
    answers: VENDOR_QUESTION_IDS.map((questionId) => ({ questionId, answer: 'yes', words })),
  };
  await desk().answer(secret, sent);
}

describe('the questions to a vendor', () => {
  it('go out by a link that is told once, behind the hash', async () => {
    const id = await enter();
    const response = await ask('POST', `/vendors/${id}/questionnaire`, {});
    const { url, expiresAt } = (await response.json()) as QuestionnaireLink;
    expect([response.status, url]).toEqual([
      201,
      expect.stringMatching(/^https:\/\/prahari\.example\/vendor-questions#[\w-]{43}$/),
    ]);
    const details = await api.details(me, id);
    expect(details.questionnaire).toEqual({ linkEndsAt: expiresAt, versions: [] });
    expect(details.history.map(({ kind, by }) => [kind, by])).toContainEqual(['questionnaire-sent', '1001']);
    expect(JSON.stringify(details)).not.toContain(new URL(url).hash.slice(1));
  });

  it('come back as a version that the register counts, and count for more once read', async () => {
    const id = await enter();
    const before = (await api.details(me, id)).risk;
    await fill(await send(id), 'Until May 2027.');
    const told = await api.details(me, id);
    expect(told.questionnaire.linkEndsAt).toBeNull();
    expect(told.questionnaire.versions).toMatchObject([
      { version: 1, answeredBy: 'Asha Rao, Head of security', reviewedAt: null },
    ]);
    expect(told.questionnaire.versions[0]?.answers[0]).toEqual({
      ...{ questionId: VENDOR_QUESTION_IDS[0], answer: 'yes', words: 'Until May 2027.' },
    });
    expect(told.facts.bestPaper).toBe(0.25);
    const state = await answer<QuestionnaireState>('POST', `/vendors/${id}/questionnaire/1/review`, {});
    expect(state.versions[0]).toMatchObject({ reviewedBy: '1001', reviewedAt: expect.any(String) });
    const after = await api.details(me, id);
    expect([after.facts.bestPaper, after.risk.risk < before.risk]).toEqual([0.5, true]);
    expect(after.history.map(({ kind, by, about }) => [kind, by, about])).toEqual(
      expect.arrayContaining([
        ['questionnaire-answered', 'vendor', null],
        ['questionnaire-reviewed', '1001', '1'],
      ]),
    );
  });

  it('are read once: the second reader changes nothing', async () => {
    const id = await enter();
    await fill(await send(id));
    const first = await answer<QuestionnaireState>('POST', `/vendors/${id}/questionnaire/1/review`, {});
    me = { ...me, userId: '1002' };
    expect(await answer('POST', `/vendors/${id}/questionnaire/1/review`, {})).toEqual(first);
    const { history } = await api.details(me, id);
    expect(history.filter(({ kind }) => kind === 'questionnaire-reviewed')).toHaveLength(1);
  });

  it('to one that was only found take it over first, once', async () => {
    await api.found(shop, [aFoundVendor()]);
    const [first, second] = [await send(CHAT), await send(CHAT)];
    await expect(desk().open(first)).rejects.toBeInstanceOf(LinkGoneError);
    expect((await desk().open(second)).opened).toMatchObject({ vendorName: 'Invented Chat', shopAddress: shop });
    const entered = (await api.register(me)).filter(({ isEntered }) => isEntered);
    expect(entered.map(({ name }) => name)).toEqual(['Invented Chat']);
  });

  it('are not sent to Shopify, nor to ourselves', async () => {
    await api.found(shop, [aFoundVendor({ isPlatform: true })]);
    const ours = (await api.register(me)).find(({ isOurs }) => isOurs)?.id ?? 'none of ours';
    for (const id of [CHAT, ours]) expect((await ask('POST', `/vendors/${id}/questionnaire`, {})).status).toBe(409);
    expect(await vendorLinkModel(api.system.store.connection).countDocuments({ shop })).toBe(0);
  });

  it('can be taken back once', async () => {
    const id = await enter();
    const token = await send(id);
    expect((await ask('DELETE', `/vendors/${id}/questionnaire`)).status).toBe(204);
    await expect(desk().open(token)).rejects.toBeInstanceOf(LinkGoneError);
    expect((await ask('DELETE', `/vendors/${id}/questionnaire`)).status).toBe(404);
  });

  it('cannot be taken back once they are answered', async () => {
    const id = await enter();
    await fill(await send(id));
    expect((await ask('DELETE', `/vendors/${id}/questionnaire`)).status).toBe(404);
    expect((await api.details(me, id)).questionnaire.versions).toHaveLength(1);
  });

  it('end with the entry, whose page is still open at the vendor', async () => {
    const id = await enter();
    const token = await send(id);
    const { secret, opened } = await desk().open(token);
    expect((await ask('DELETE', `/vendors/${id}`)).status).toBe(200);
    const sent = { attempt: opened.attempt, questionsVersion: QUESTIONS_VERSION, name: 'A', role: 'B', answers: [] };
    await expect(desk().answer(secret, sent)).rejects.toBeInstanceOf(LinkGoneError);
    await expect(desk().open(token)).rejects.toBeInstanceOf(LinkGoneError);
    expect(await questionnaireModel(api.system.store.connection).countDocuments({ shop })).toBe(0);
  });

  it('follow the vendor into another entry', async () => {
    const [into, from] = [await enter(), await enter('Reviews of old', 'old.example')];
    await fill(await send(from), 'of old');
    const merged = await answer<VendorDetails>('POST', '/vendors/merge', { into, from });
    expect(merged.questionnaire.versions.map(({ answers }) => answers[0]?.words)).toEqual(['of old']);
  });

  it.each(['0', '2', '-1', '1e0', '1.0', 'newest', '9999999'])('have no version %s', async (version) => {
    const id = await enter();
    await fill(await send(id));
    expect((await ask('POST', `/vendors/${id}/questionnaire/${version}/review`, {})).status).toBe(404);
  });

  it.each(['POST', 'DELETE'])('of a vendor of another shop are nobody’s: %s', async (method) => {
    const id = await enter();
    await send(id);
    const stranger = { ...me, shop: `t${randomUUID()}.myshopify.com` };
    const body = method === 'POST' ? {} : undefined;
    for (const one of [id, NOBODYS]) {
      expect((await ask(method, `/vendors/${one}/questionnaire`, body, stranger)).status).toBe(404);
    }
    expect((await api.details(me, id)).questionnaire.linkEndsAt).not.toBeNull();
  });

  it.each<[string, string, Role, number]>([
    ['POST', '/questionnaire', 'viewer', 403],
    ['DELETE', '/questionnaire', 'viewer', 403],
    ['POST', '/questionnaire/1/review', 'viewer', 403],
    ['GET', '/letter', 'viewer', 200],
  ])('%s %s by a %s: %i', async (method, path, role, status) => {
    const id = await enter();
    const body = method === 'POST' ? {} : undefined;
    expect((await ask(method, `/vendors/${id}${path}`, body, { ...me, role })).status).toBe(status);
  });
});

describe('the letter', () => {
  const letter = (id: string, language = 'en') =>
    answer<VendorLetter>('GET', `/vendors/${id}/letter?language=${language}`);

  it('asks a vendor for what is missing, in both languages, and holds nothing that people wrote', async () => {
    const id = await enter();
    const english = await letter(id);
    expect(english.subject).toContain(shop);
    expect(english.text).toContain('Invented Reviews');
    expect(english.text).toContain('SOC 2');
    expect(english.text).toContain('Signed terms');
    expect(english.text).not.toMatch(/reach your security team|Asha|Stars under|report in May|\b\d+ of 100\b/);
    expect((await letter(id, 'hi')).text).toMatch(/\p{Script=Devanagari}/u);
    await answer('POST', `/vendors/${id}/papers`, { kind: 'contract', validUntil: null });
    await fill(await send(id));
    expect((await letter(id)).text).not.toMatch(/Signed terms|twenty short questions/);
  });

  it('is written for one that was only found, without taking it over', async () => {
    await api.found(shop, [aFoundVendor()]);
    expect((await letter(CHAT)).text).toContain('Invented Chat');
    expect((await api.register(me)).some(({ isEntered }) => isEntered)).toBe(false);
  });

  it.each([
    [NOBODYS, '?language=en', 404],
    ['..%2Fsettings', '?language=en', 404],
    ['f-', '?language=en', 404],
    ['mine', '?language=fr', 400],
    ['mine', '?language=en&shop=jasmine.myshopify.com', 400],
  ])('of %s%s: %i', async (id, query, status) => {
    const mine = await enter();
    expect((await ask('GET', `/vendors/${id === 'mine' ? mine : id}/letter${query}`)).status).toBe(status);
  });
});
