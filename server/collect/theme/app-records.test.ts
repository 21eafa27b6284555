import { describe, expect, it } from '@jest/globals';
import { Denied, fakeAdmin, type AdminAnswers } from '../../../test/fake-admin.ts';
import type { AppAnswer } from '../../../core/evidence/vendors.ts';
import {
  AdminUnreachableError,
  EvidenceShapeError,
  ThrottledError,
  TokenRefusedError,
} from '../../shopify/admin-errors.ts';
import { appAnswers } from './app-records.ts';

const NOW = '2026-11-22T06:30:00.000Z';
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * DAY_MS).toISOString();

const anApp = (over: Readonly<Record<string, unknown>> = {}) => ({
  id: 'gid://shopify/App/101',
  handle: 'reviews',
  title: 'Invented Reviews',
  developerName: 'Invented Firm',
  developerType: 'PARTNER',
  requestedAccessScopes: [{ handle: 'write_products' }, { handle: 'read_orders' }, { handle: 'read_orders' }],
  privacyPolicyUrl: 'https://reviews.example/privacy?ref=1#top',
  appStoreAppUrl: null,
  ...over,
});
const answer = (handle: string, askedAt: string): AppAnswer => ({ handle, askedAt, record: null });

function ask(
  handles: readonly string[],
  previous: readonly AppAnswer[] = [],
  reply: AdminAnswers[string] = () => null,
) {
  const asked: string[] = [];
  const admin = fakeAdmin({
    AppByHandle: async (variables) => {
      asked.push(String(variables['handle']));
      const app = await reply(variables);
      return app instanceof Denied ? app : { appByHandle: app };
    },
  });
  const signal = new AbortController().signal;
  return appAnswers(admin, handles, previous, { asOf: NOW, signal }).then((answers) => ({ answers, asked }));
}

describe('what Shopify tells of an app that the theme names', () => {
  it('is who made it and what it asks for', async () => {
    const { answers } = await ask(['reviews'], [], () => anApp());
    expect(answers).toEqual([
      {
        handle: 'reviews',
        askedAt: NOW,
        record: {
          handle: 'reviews',
          appId: '101',
          title: 'Invented Reviews',
          developer: 'Invented Firm',
          madeBy: 'partner',
          scopes: ['read_orders', 'write_products'],
          privacyPolicyUrl: 'https://reviews.example/privacy',
          appStoreUrl: null,
        },
      },
    ]);
  });

  it.each([
    ['an unknown handle', null],
    ['a refusal', new Denied('appByHandle')],
  ])('is nothing after %s, which is an answer', async (_what, reply) => {
    expect((await ask(['nobody'], [], () => reply)).answers).toEqual([answer('nobody', NOW)]);
  });

  it('is shown as text, cut, and never led to by another scheme', async () => {
    const odd = anApp({
      title: `Safe\u202Eexe.gpj\u0000 <b>${'x'.repeat(3_000)}`,
      developerName: '\u200B',
      developerType: 'NEWCOMER',
      privacyPolicyUrl: 'javascript:alert(1)',
      appStoreAppUrl: 'https://user:pass@apps.example/',
    });
    const record = (await ask(['odd'], [], () => odd)).answers[0]?.record;
    expect(record?.title).toMatch(/^Safeexe\.gpj <b>x+$/);
    expect(record?.title).toHaveLength(200);
    expect(record).toMatchObject({ developer: null, madeBy: 'unknown', privacyPolicyUrl: null, appStoreUrl: null });
  });
});

describe('asking about apps', () => {
  it('happens once a week for each, handles never asked first', async () => {
    const previous = [answer('fresh', daysAgo(6.9)), answer('stale', daysAgo(7)), answer('gone', daysAgo(1))];
    const { answers, asked } = await ask(['fresh', 'stale', 'new'], previous);
    expect(asked).toEqual(['new', 'stale']);
    expect(answers.map(({ handle, askedAt }) => [handle, askedAt])).toEqual([
      ['fresh', daysAgo(6.9)],
      ['stale', NOW],
      ['new', NOW],
    ]);
  });

  it('stops at twenty a check, and goes on with the next', async () => {
    const handles = Array.from({ length: 45 }, (_, at) => `app-${at}`);
    let known: readonly AppAnswer[] = [];
    const counts: number[] = [];
    for (let check = 0; check < 4; check += 1) {
      const { answers, asked } = await ask(handles, known);
      known = answers;
      counts.push(asked.length);
    }
    expect([counts, known.length]).toEqual([[20, 20, 5, 0], 45]);
  });

  it.each([
    ['too many questions', new ThrottledError(1_000), ['a']],
    ['no connection', new AdminUnreachableError(), ['a']],
    ['a refused token', new TokenRefusedError(), ['a']],
    ['an answer of another shape', new EvidenceShapeError('Shopify'), ['a', 'b']],
  ])('costs the theme nothing on %s: it is tried later', async (_what, error, expected) => {
    const { answers, asked } = await ask(['a', 'b'], [answer('b', daysAgo(30))], () => {
      throw error;
    });
    expect(asked).toEqual(expected);
    expect(answers).toEqual([answer('b', daysAgo(30))]);
  });

  it.each([
    ['no number', anApp({ id: 'gid://shopify/Shop/1' })],
    ['no title', anApp({ title: ' ' })],
    ['a text', 'reviews'],
    ['scopes as text', anApp({ requestedAccessScopes: 'all' })],
  ])('learns nothing from an app with %s, and goes on', async (_what, odd) => {
    const { answers } = await ask(['odd', 'fine'], [], ({ handle }) => (handle === 'odd' ? odd : anApp()));
    expect(answers.map(({ handle }) => handle)).toEqual(['fine']);
  });
});
