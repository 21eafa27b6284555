import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import { AdminUnreachableError, TokenRefusedError } from './admin-errors.ts';
import type { ShopLifecycle } from './lifecycle.ts';
import type { OAuth } from './oauth.ts';
import type { SessionLock, ShopSession, ShopSessions } from './shop-sessions.ts';

/** A token that ends within this time is renewed first. */
export const EARLY_MS = 5 * 60_000;
/** How long one waits for another who is renewing. */
const PATIENCE_MS = 20_000;
const POLL_MS = 50;

/** Each shop's access token: got when a person opens the app, renewed in the background, sealed at rest. */
export interface ShopTokens {
  /**
   * Sign-in: makes sure that the shop has a usable token, and that the product was told of an install exactly once,
   * however many first requests come together.
   * @throws {SessionTokenError | EvidenceShapeError | AdminUnreachableError}
   */
  ensure(shop: string, sessionToken: string): Promise<void>;
  /**
   * A token with more than five minutes left where that can be had.
   * @throws {TokenRefusedError} a person must open the app
   * @throws {EvidenceShapeError | AdminUnreachableError} it ended and could not be renewed now
   */
  accessToken(shop: string): Promise<string>;
  /** The Admin API answered 401 to the token: the next `accessToken` renews it, whatever the clock says. */
  refuse(shop: string, accessToken?: string): Promise<void>;
  /** Even the renewed one was refused: blanks it and tells the product. */
  lose(shop: string): Promise<void>;
  /** The app was uninstalled. */
  forget(shop: string): Promise<void>;
}

export function createShopTokens({
  sessions,
  oauth,
  lifecycle,
  clock,
}: {
  sessions: ShopSessions;
  oauth: OAuth;
  /** The product, which is made later than its tokens. */
  lifecycle: () => ShopLifecycle;
  clock: Clock;
}): ShopTokens {
  const leftMs = (date: Date | null): number => (date ? date.getTime() - clock.now().getTime() : 0);
  const isUsable = (session: ShopSession | null): boolean =>
    session?.pair != null && !session.isRefused && leftMs(session.expiresAt) > EARLY_MS;

  /** Runs `work` under the shop's lock, or answers null when another made `isDone` true meanwhile. */
  async function underLock<T>(
    shop: string,
    isDone: (session: ShopSession | null) => boolean,
    work: (lock: SessionLock, session: ShopSession | null) => Promise<T>,
  ): Promise<T | null> {
    for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += POLL_MS) {
      const lock = await sessions.lock(shop);
      if (lock) {
        try {
          const session = await sessions.find(shop);
          return isDone(session) ? null : await work(lock, session);
        } finally {
          await sessions.unlock(lock);
        }
      }
      await sleep(POLL_MS);
      if (isDone(await sessions.find(shop))) return null;
    }
    throw new AdminUnreachableError();
  }

  async function lose(shop: string): Promise<void> {
    await sessions.blank(shop);
    await lifecycle().accessLost(shop);
  }

  async function renew(shop: string, lock: SessionLock, session: ShopSession | null): Promise<void> {
    if (!session?.pair || leftMs(session.refreshExpiresAt) <= 0) {
      if (session?.pair) await lose(shop);
      throw new TokenRefusedError();
    }
    try {
      await sessions.save(lock, await oauth.refresh(shop, session.pair.refreshToken), null);
    } catch (error) {
      if (error instanceof TokenRefusedError) await lose(shop);
      throw error;
    }
  }

  return {
    async ensure(shop, sessionToken) {
      const isReady = (session: ShopSession | null) => isUsable(session) && session?.pending === null;
      if (isReady(await sessions.find(shop))) return;
      await underLock(shop, isReady, async (lock, before) => {
        if (!isUsable(before)) {
          const isKnown = before !== null && (before.pair !== null || before.isRefused);
          const news = before?.pending ?? (isKnown ? 'visited' : 'installed');
          if (!(await sessions.save(lock, await oauth.exchange(shop, sessionToken), news))) return;
        }
        const session = await sessions.find(shop);
        if (session?.pending === 'installed') await lifecycle().installed(shop, session.scopes);
        if (session?.pending === 'visited') await lifecycle().visited(shop);
        await sessions.settle(lock);
      });
    },

    async accessToken(shop) {
      const before = await sessions.find(shop);
      if (before?.pair && isUsable(before)) return before.pair.accessToken;
      if (!before?.pair) throw new TokenRefusedError();
      try {
        await underLock(shop, isUsable, (lock, session) => renew(shop, lock, session));
      } catch (error) {
        // What cannot be renewed now still works for its last minutes.
        const hasTimeLeft = !before.isRefused && leftMs(before.expiresAt) > 0;
        if (hasTimeLeft && !(error instanceof TokenRefusedError)) return before.pair.accessToken;
        throw error;
      }
      const after = await sessions.find(shop);
      if (!after?.pair || after.isRefused) throw new TokenRefusedError();
      return after.pair.accessToken;
    },

    async refuse(shop, accessToken) {
      if (accessToken !== undefined) {
        // Another process may have renewed it since; its new one is not refused.
        const session = await sessions.find(shop);
        if (session?.pair?.accessToken !== accessToken) return;
      }
      await sessions.markRefused(shop);
    },

    lose,
    forget: (shop) => sessions.forget(shop),
  };
}
