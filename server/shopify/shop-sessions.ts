import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { shopSessionModel } from '../models/shop-session.ts';
import type { PENDING_NEWS, ShopSessionRecord } from '../models/shop-session.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { KeyMissingError } from '../store/key-errors.ts';
import type { TokenPair } from './oauth.ts';

/** A holder that takes longer is taken for dead. Longer than any call to the token endpoint. */
const LOCK_MS = 30_000;

export type PendingNews = (typeof PENDING_NEWS)[number];

export interface ShopSession {
  /** Null before the first exchange, and when its key is gone. */
  readonly pair: { readonly accessToken: string; readonly refreshToken: string } | null;
  readonly isRefused: boolean;
  readonly expiresAt: Date | null;
  readonly refreshExpiresAt: Date | null;
  readonly scopes: readonly string[];
  readonly pending: PendingNews | null;
}

/** The right to change a shop's session, until another takes it. */
export interface SessionLock {
  readonly shop: string;
  readonly fence: number;
}

const Pair = z.object({ accessToken: z.string(), refreshToken: z.string() });

/** The sessions in the store. Tokens are sealed, both in one field; who writes must hold the lock of that moment. */
export class ShopSessions {
  readonly #model: ReturnType<typeof shopSessionModel>;
  readonly #cipher: FieldCipher;
  readonly #clock: Clock;

  constructor({ connection, cipher, clock }: { connection: Connection; cipher: FieldCipher; clock: Clock }) {
    this.#model = shopSessionModel(connection);
    this.#cipher = cipher;
    this.#clock = clock;
  }

  async find(shop: string): Promise<ShopSession | null> {
    const record = await this.#model.findOne({ shop }).lean();
    if (!record) return null;
    const { isRefused, expiresAt, refreshExpiresAt, scopes, pending } = record;
    return {
      pair: await this.#open(record),
      isRefused,
      expiresAt: expiresAt ?? null,
      refreshExpiresAt: refreshExpiresAt ?? null,
      scopes,
      pending: pending ?? null,
    };
  }

  /** Null when another holds it. Makes the session when there is none. */
  async lock(shop: string): Promise<SessionLock | null> {
    const now = this.#clock.now();
    try {
      const { fence } = await this.#model
        .findOneAndUpdate(
          { shop, $or: [{ lockedUntil: null }, { lockedUntil: trusted({ $lte: now }) }] },
          { $set: { lockedUntil: new Date(now.getTime() + LOCK_MS) }, $inc: { fence: 1 } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean()
        .orFail();
      return { shop, fence };
    } catch (error) {
      if ((error as { code?: unknown }).code === 11000) return null; // it is there, and locked
      throw error;
    }
  }

  /** Stores a new pair. False when the lock was lost meanwhile: nothing is written. */
  async save({ shop, fence }: SessionLock, pair: TokenPair, pending: PendingNews | null): Promise<boolean> {
    const { accessToken, refreshToken, expiresAt, refreshExpiresAt, scopes } = pair;
    const sealed = await this.#cipher.seal(shop, placeOf(shop), JSON.stringify({ accessToken, refreshToken }));
    const news = pending === null ? {} : { pending };
    const { matchedCount } = await this.#model.updateOne(
      { shop, fence },
      { $set: { pair: sealed, isRefused: false, expiresAt, refreshExpiresAt, scopes: [...scopes], ...news } },
    );
    return matchedCount === 1;
  }

  /** What was pending has been told. */
  async settle({ shop, fence }: SessionLock): Promise<void> {
    await this.#model.updateOne({ shop, fence }, { $set: { pending: null } });
  }

  async unlock({ shop, fence }: SessionLock): Promise<void> {
    await this.#model.updateOne({ shop, fence }, { $set: { lockedUntil: null } });
  }

  /** Shopify refused the access token; what renews it stays. */
  async markRefused(shop: string): Promise<void> {
    await this.#model.updateOne({ shop, pair: trusted({ $ne: null }) }, { $set: { isRefused: true } });
  }

  /** Nothing renews the access any more. That the shop is installed stays known. */
  async blank(shop: string): Promise<void> {
    await this.#model.updateOne(
      { shop },
      { $set: { pair: null, isRefused: true, expiresAt: null, refreshExpiresAt: null } },
    );
  }

  async forget(shop: string): Promise<void> {
    await this.#model.deleteMany({ shop });
  }

  async #open({ shop, pair }: ShopSessionRecord): Promise<ShopSession['pair']> {
    if (pair == null) return null;
    try {
      return Pair.parse(JSON.parse(await this.#cipher.open(shop, placeOf(shop), pair)));
    } catch (error) {
      if (error instanceof KeyMissingError) return null; // a visit brings a new pair
      throw error;
    }
  }
}

const placeOf = (shop: string) => ({ collection: 'shop_sessions', field: 'pair', id: shop });
