import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestStore } from '../../test/store.ts';
import type { TestStore } from '../../test/store.ts';
import { shopSessionModel } from '../models/shop-session.ts';
import { ensureIndexes } from '../store/connect.ts';
import { DataKeys } from '../store/data-keys.ts';
import { createFieldCipher } from '../store/field-cipher.ts';
import { KeyRing } from '../store/key-ring.ts';
import { dataKeyModel } from '../models/data-key.ts';
import { AdminUnreachableError, EvidenceShapeError, TokenRefusedError } from './admin-errors.ts';
import type { ShopLifecycle } from './lifecycle.ts';
import type { OAuth, TokenPair } from './oauth.ts';
import { SessionTokenError } from './session-token.ts';
import { ShopSessions } from './shop-sessions.ts';
import { createShopTokens } from './tokens.ts';

const SHOP = 'invented.myshopify.com';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A clock that the test turns. */
const clock = { at: Date.parse('2026-11-22T06:00:00Z'), now: () => new Date(clock.at) };

/** A token endpoint in memory: knows which refresh tokens it gave, and what it was told to do next. */
function fakeOAuth() {
  const live = new Set<string>();
  const state = { exchanges: 0, refreshes: 0, next: null as Error | null };
  const pair = (): TokenPair => {
    const n = state.exchanges + state.refreshes;
    live.clear();
    live.add(`refresh-${n}`);
    return {
      accessToken: `access-${n}`,
      refreshToken: `refresh-${n}`,
      expiresAt: new Date(clock.at + HOUR_MS),
      refreshExpiresAt: new Date(clock.at + 90 * DAY_MS),
      scopes: ['read_themes'],
    };
  };
  const fail = (): void => {
    const error = state.next;
    state.next = null;
    if (error) throw error;
  };
  const oauth: OAuth = {
    async exchange(_shop, sessionToken) {
      fail();
      if (sessionToken !== 'good') throw new SessionTokenError();
      state.exchanges++;
      return pair();
    },
    async refresh(_shop, refreshToken) {
      fail();
      if (!live.has(refreshToken)) throw new TokenRefusedError();
      state.refreshes++;
      return pair();
    },
    isAccountOwner: async () => false,
  };
  return { oauth, state, revoke: () => live.clear() };
}

/** The product, as far as access tells it anything. */
function fakeLifecycle() {
  const news: string[] = [];
  const ignore = async () => undefined;
  const lifecycle: ShopLifecycle = {
    installed: async (shop, scopes) => void news.push(`installed ${shop} ${scopes.join()}`),
    visited: async (shop) => void news.push(`visited ${shop}`),
    accessLost: async (shop) => void news.push(`accessLost ${shop}`),
    uninstalled: ignore,
    scopesChanged: ignore,
    changed: ignore,
    customerDataRequested: ignore,
    customerRedacted: ignore,
    shopRedacted: ignore,
  };
  return { news, lifecycle };
}

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
  shopSessionModel(store.connection);
  dataKeyModel(store.connection);
  await ensureIndexes(store.connection);
});
afterAll(() => store.close());
beforeEach(() => shopSessionModel(store.connection).deleteMany({ shop: SHOP }));

function setUp() {
  const ring = KeyRing.parse(`r:${randomBytes(32).toString('base64')}`);
  const { connection } = store;
  const shopify = fakeOAuth();
  const product = fakeLifecycle();
  /** One process: nothing is shared but the store. */
  const aProcess = () => {
    const cipher = createFieldCipher(new DataKeys({ connection, ring, clock }));
    const sessions = new ShopSessions({ connection, cipher, clock });
    return {
      sessions,
      tokens: createShopTokens({ sessions, oauth: shopify.oauth, lifecycle: () => product.lifecycle, clock }),
    };
  };
  return { ...shopify, ...product, aProcess, ...aProcess() };
}

beforeEach(() => dataKeyModel(store.connection).deleteMany({ shop: SHOP }));

describe('A8: first requests', () => {
  it('makes one exchange and tells of one install, for twenty at once in two processes', async () => {
    const { state, news, aProcess } = setUp();
    const [one, two] = [aProcess(), aProcess()];
    await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? one : two).tokens.ensure(SHOP, 'good')));
    expect(state.exchanges).toBe(1);
    expect(news).toEqual([`installed ${SHOP} read_themes`]);
  });

  it('tells of the install after all when the process died between exchange and telling', async () => {
    const { sessions, oauth, news, state, tokens } = setUp();
    const lock = await sessions.lock(SHOP);
    if (!lock) throw new Error('no lock');
    await sessions.save(lock, await oauth.exchange(SHOP, 'good'), 'installed');
    clock.at += 31_000; // the dead one's lock has ended
    await tokens.ensure(SHOP, 'good');
    expect([state.exchanges, news]).toEqual([1, [`installed ${SHOP} read_themes`]]);
  });

  it('does not take a session token that Shopify refuses, and is not locked afterwards', async () => {
    const { tokens, news } = setUp();
    await expect(tokens.ensure(SHOP, 'bad')).rejects.toBeInstanceOf(SessionTokenError);
    await tokens.ensure(SHOP, 'good');
    expect(news).toHaveLength(1);
  });

  it('keeps no token readable in the store', async () => {
    const { tokens } = setUp();
    await tokens.ensure(SHOP, 'good');
    const stored = JSON.stringify(await shopSessionModel(store.connection).findOne({ shop: SHOP }).lean());
    expect(stored).not.toMatch(/access-|refresh-/);
  });
});

describe('A7: renewal', () => {
  it('leaves a token with more than five minutes alone', async () => {
    const { tokens, state } = setUp();
    await tokens.ensure(SHOP, 'good');
    clock.at += HOUR_MS - 6 * 60_000;
    expect(await tokens.accessToken(SHOP)).toBe('access-1');
    expect(state.refreshes).toBe(0);
  });

  it('renews it once in its last five minutes, however many ask', async () => {
    const { tokens, state, aProcess } = setUp();
    await tokens.ensure(SHOP, 'good');
    clock.at += HOUR_MS - 4 * 60_000;
    const others = [aProcess(), aProcess()];
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => (others[n % 2] ?? { tokens }).tokens.accessToken(SHOP)),
    );
    expect([new Set(answers), state.refreshes]).toEqual([new Set(['access-2']), 1]);
  });

  it.each([
    ['an answer without an end', new EvidenceShapeError("Shopify's token endpoint")],
    ['no connection', new AdminUnreachableError()],
  ])(
    'keeps the old pair after %s: it works while it lasts, then a typed error, then a renewal',
    async (_name, error) => {
      const { tokens, state, news } = setUp();
      await tokens.ensure(SHOP, 'good');
      clock.at += HOUR_MS - 60_000;
      state.next = error;
      expect(await tokens.accessToken(SHOP)).toBe('access-1');
      clock.at += 2 * 60_000;
      state.next = error;
      await expect(tokens.accessToken(SHOP)).rejects.toBe(error);
      expect(await tokens.accessToken(SHOP)).toBe('access-2');
      expect(news.filter((line) => line.startsWith('accessLost'))).toEqual([]);
    },
  );

  it('does not let a holder write whose lock has passed to another', async () => {
    const { sessions, oauth, tokens } = setUp();
    await tokens.ensure(SHOP, 'good');
    const slow = await sessions.lock(SHOP);
    clock.at += 31_000;
    const quick = await sessions.lock(SHOP);
    if (!slow || !quick) throw new Error('no lock');
    const pair = await oauth.exchange(SHOP, 'good');
    expect(await sessions.save(quick, pair, null)).toBe(true);
    expect(await sessions.save(slow, { ...pair, accessToken: 'late' }, null)).toBe(false);
    await sessions.unlock(quick);
    expect(await tokens.accessToken(SHOP)).toBe(pair.accessToken);
  });

  it('renews a refused token whatever the clock says, but not one renewed since', async () => {
    const { tokens, state } = setUp();
    await tokens.ensure(SHOP, 'good');
    await tokens.refuse(SHOP, 'access-1');
    expect(await tokens.accessToken(SHOP)).toBe('access-2');
    await tokens.refuse(SHOP, 'access-1'); // late news of the old one
    expect(await tokens.accessToken(SHOP)).toBe('access-2');
    expect(state.refreshes).toBe(1);
  });

  it.each([
    ['Shopify refuses to renew', (parts: ReturnType<typeof setUp>) => parts.revoke(), HOUR_MS],
    ['nobody came for ninety days', () => undefined, 91 * DAY_MS],
  ])('when %s, tells the product once and waits for a visit', async (_name, spoil, passedMs) => {
    const parts = setUp();
    const { tokens, news } = parts;
    await tokens.ensure(SHOP, 'good');
    spoil(parts);
    clock.at += passedMs;
    await expect(tokens.accessToken(SHOP)).rejects.toBeInstanceOf(TokenRefusedError);
    await expect(tokens.accessToken(SHOP)).rejects.toBeInstanceOf(TokenRefusedError);
    await tokens.ensure(SHOP, 'good');
    expect(news.slice(1)).toEqual([`accessLost ${SHOP}`, `visited ${SHOP}`]);
    expect(await tokens.accessToken(SHOP)).toBe('access-2');
  });

  it('has no token for a shop that was never there, or is gone', async () => {
    const { tokens } = setUp();
    await expect(tokens.accessToken(SHOP)).rejects.toBeInstanceOf(TokenRefusedError);
    await tokens.ensure(SHOP, 'good');
    await tokens.forget(SHOP);
    await expect(tokens.accessToken(SHOP)).rejects.toBeInstanceOf(TokenRefusedError);
  });

  it('takes a reinstall for an install', async () => {
    const { tokens, news } = setUp();
    await tokens.ensure(SHOP, 'good');
    await tokens.forget(SHOP);
    await tokens.ensure(SHOP, 'good');
    expect(news).toEqual([`installed ${SHOP} read_themes`, `installed ${SHOP} read_themes`]);
  });
});
