import { Types, type Connection } from 'mongoose';
import { RETENTION_DAYS } from '../models/retention.ts';
import type { SelfCheckPurpose } from '../../core/api/self-check.ts';
import type { Instant } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import { staffLinkModel, type StaffLinkRecord } from '../models/staff-link.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { trusted } from '../store/connect.ts';
import { hashOfSecret, newSecretWord, SECRET_WORD } from './secret-word.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
export const LINK_DAYS = 14;
/** Time to type a password, ask a colleague, and come back. */
export const SESSION_MINUTES = 60;
const REMEMBERED_DAYS = RETENTION_DAYS.selfChecks;
const MOST_LINKS = 10_000;

/** What one link grants: one purpose for one person of one shop. */
export interface StaffLink {
  readonly shop: string;
  readonly personId: string;
  readonly purpose: SelfCheckPurpose;
  readonly attempt: string;
  readonly isFinished: boolean;
}

/** Who was asked what, and when. */
export interface AskedPerson {
  readonly personId: string;
  readonly purpose: SelfCheckPurpose;
  readonly askedAt: Instant;
}

export type StaffLinkStore = ReturnType<typeof staffLinkStore>;

/**
 * Links that let a person in without a log-in of Shopify. Only hashes are kept. A link that is unknown, used, expired,
 * withdrawn or replaced reads the same: null.
 */
export function staffLinkStore({ connection, clock }: { connection: Connection; clock: Clock }) {
  const model = staffLinkModel(connection);
  const after = (ms: number) => new Date(clock.now().getTime() + ms);

  return {
    /** The secret is told here and never again. It ends an earlier link of the person for the same purpose. */
    async create(
      shop: string,
      { personId, purpose }: { personId: string; purpose: SelfCheckPurpose },
      userId: string,
    ): Promise<{ readonly secret: string; readonly expiresAt: Instant }> {
      const secret = newSecretWord();
      const expiresAt = after(LINK_DAYS * DAY_MS);
      const write = () =>
        model.updateOne(
          { shop, personId, purpose },
          {
            $set: {
              ...{ attempt: new Types.ObjectId().toString(), tokenHash: hashOfSecret(secret) },
              ...{ createdAt: clock.now(), createdBy: userId, expiresAt, forgetAt: after(REMEMBERED_DAYS * DAY_MS) },
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
    async byToken(secret: string): Promise<StaffLink | null> {
      if (!SECRET_WORD.test(secret)) return null;
      const record = await model
        .findOne({ tokenHash: hashOfSecret(secret), expiresAt: trusted({ $gt: clock.now() }) })
        .setOptions({ acrossTenants: 'a link says whose it is' })
        .lean();
      return record && !record.finishedAt ? linkOf(record) : null;
    },

    /** A secret for a cookie in the link's place, for an hour. */
    async beginSession({ shop, attempt }: StaffLink): Promise<string> {
      const secret = newSecretWord();
      await model.updateOne(
        { shop, attempt },
        { $set: { sessionHash: hashOfSecret(secret), sessionEndsAt: after(SESSION_MINUTES * MINUTE_MS) } },
      );
      return secret;
    },

    /** What a cookie's secret grants, finished ones too: what was sent twice is answered twice. */
    async bySession(secret: string): Promise<StaffLink | null> {
      if (!SECRET_WORD.test(secret)) return null;
      const record = await model
        .findOne({ sessionHash: hashOfSecret(secret), sessionEndsAt: trusted({ $gt: clock.now() }) })
        .setOptions({ acrossTenants: 'a cookie says whose link it came from' })
        .lean();
      return record && linkOf(record);
    },

    /** The link is used from now on. */
    async finish({ shop, attempt }: StaffLink): Promise<void> {
      await model.updateOne({ shop, attempt }, { $set: { finishedAt: clock.now() } });
    },

    /** Ends all links of a person, and forgets that there were any. */
    async withdraw(shop: string, personId: string): Promise<void> {
      await model.deleteMany({ shop, personId });
    },

    async asked(shop: string): Promise<AskedPerson[]> {
      const records = await model.find({ shop }).sort({ createdAt: 1 }).limit(MOST_LINKS).lean();
      return records.map(({ personId, purpose, createdAt }) => ({
        personId,
        purpose,
        askedAt: createdAt.toISOString(),
      }));
    },
  };
}

function linkOf({ shop, personId, purpose, attempt, finishedAt }: StaffLinkRecord): StaffLink {
  return { shop, personId, purpose, attempt, isFinished: finishedAt != null };
}
