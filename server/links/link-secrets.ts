import { Types, type Model } from 'mongoose';
import type { Instant } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { trusted } from '../store/connect.ts';
import { hashOfSecret, newSecretWord, SECRET_WORD } from './secret-word.ts';

const DAY_MS = 24 * 60 * 60_000;
export const LINK_DAYS = 14;

/** One invitation of one shop. */
export interface LinkAttempt {
  readonly shop: string;
  readonly attempt: string;
}

/** What is known of a link's life. */
export interface LinkRecord {
  readonly shop: string;
  readonly attempt: string;
  readonly expiresAt: Date;
  readonly finishedAt?: Date | null;
}

/**
 * Secrets of links that let somebody in without a log-in of Shopify, for each kind of link alike. Only hashes are kept. A
 * link that is unknown, used, expired, withdrawn or replaced reads the same: null.
 *
 * @param model a collection with LINK_FIELDS, and a unique index over whom one link is for
 * @param sessionMs life of the cookie that a link is exchanged for
 * @param keptMs how long after its creation the document stays
 */
export function linkSecrets<R extends LinkRecord, L>({
  model,
  linkOf,
  clock,
  sessionMs,
  keptMs,
}: {
  model: Model<R>;
  linkOf: (record: R) => L;
  clock: Clock;
  sessionMs: number;
  keptMs: number;
}) {
  const after = (ms: number) => new Date(clock.now().getTime() + ms);

  return {
    /** The secret is told here and never again. It ends an earlier link for the same. */
    async create(
      whom: { readonly shop: string } & Partial<R>,
      userId: string,
    ): Promise<{ readonly secret: string; readonly expiresAt: Instant }> {
      const secret = newSecretWord();
      const expiresAt = after(LINK_DAYS * DAY_MS);
      const write = () =>
        model.updateOne(
          whom,
          {
            $set: {
              ...{ attempt: new Types.ObjectId().toString(), tokenHash: hashOfSecret(secret) },
              ...{ createdAt: clock.now(), createdBy: userId, expiresAt, forgetAt: after(keptMs) },
            },
            $unset: { sessionHash: 1, sessionEndsAt: 1, finishedAt: 1 },
          },
          { upsert: true },
        );
      try {
        await write();
      } catch (error) {
        if (!duplicateKey(error)) throw error;
        await write(); // two managers at once: the later link is the one that lives
      }
      return { secret, expiresAt: expiresAt.toISOString() };
    },

    /** What a link's secret grants. Reading it ends nothing. */
    async byToken(secret: string): Promise<L | null> {
      if (!SECRET_WORD.test(secret)) return null;
      const record = await model
        .findOne({ tokenHash: hashOfSecret(secret), expiresAt: trusted({ $gt: clock.now() }) })
        .setOptions({ acrossTenants: 'a link says whose it is' })
        .lean<R>();
      return record && !record.finishedAt ? linkOf(record) : null;
    },

    /** A secret for a cookie in the link's place. */
    async beginSession({ shop, attempt }: LinkAttempt): Promise<string> {
      const secret = newSecretWord();
      await model.updateOne(
        { shop, attempt },
        { $set: { sessionHash: hashOfSecret(secret), sessionEndsAt: after(sessionMs) } },
      );
      return secret;
    },

    /** What a cookie's secret grants, finished ones too: what was sent twice is answered twice. */
    async bySession(secret: string): Promise<L | null> {
      if (!SECRET_WORD.test(secret)) return null;
      const record = await model
        .findOne({ sessionHash: hashOfSecret(secret), sessionEndsAt: trusted({ $gt: clock.now() }) })
        .setOptions({ acrossTenants: 'a cookie says whose link it came from' })
        .lean<R>();
      return record && linkOf(record);
    },

    /** The link is used from now on. False: it was already, or is gone. */
    async finish({ shop, attempt }: LinkAttempt): Promise<boolean> {
      const { modifiedCount } = await model.updateOne(
        { shop, attempt, finishedAt: null },
        { $set: { finishedAt: clock.now() } },
      );
      return modifiedCount > 0;
    },
  };
}
