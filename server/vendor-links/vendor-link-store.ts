import { Types, type Connection } from 'mongoose';
import type { Instant } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import { hashOfSecret, newSecretWord, SECRET_WORD } from '../links/secret-word.ts';
import { vendorLinkModel, type VendorLinkRecord } from '../models/vendor-link.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { trusted } from '../store/connect.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
export const LINK_DAYS = 14;
/** Twenty answers take a working day and colleagues who know. */
export const SESSION_HOURS = 12;

/** What one link grants: the questions of one shop to one vendor, once. */
export interface VendorLink {
  readonly shop: string;
  readonly vendorId: string;
  readonly attempt: string;
  readonly expiresAt: Instant;
  readonly isFinished: boolean;
}

/**
 * Links that let a vendor answer without a log-in. Only hashes are kept. A link that is unknown, used, expired, withdrawn
 * or replaced reads the same: null.
 */
export function vendorLinkStore({ connection, clock }: { connection: Connection; clock: Clock }) {
  const model = vendorLinkModel(connection);
  const after = (ms: number) => new Date(clock.now().getTime() + ms);

  return {
    /** The secret is told here and never again. It ends an earlier link of the vendor. */
    async create(
      shop: string,
      vendorId: string,
      userId: string,
    ): Promise<{ readonly secret: string; readonly expiresAt: Instant }> {
      const secret = newSecretWord();
      const expiresAt = after(LINK_DAYS * DAY_MS);
      const write = () =>
        model.updateOne(
          { shop, vendorId },
          {
            $set: {
              ...{ attempt: new Types.ObjectId().toString(), tokenHash: hashOfSecret(secret) },
              ...{ createdAt: clock.now(), createdBy: userId, expiresAt },
              forgetAt: after(LINK_DAYS * DAY_MS + SESSION_HOURS * HOUR_MS),
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
    async byToken(secret: string): Promise<VendorLink | null> {
      if (!SECRET_WORD.test(secret)) return null;
      const record = await model
        .findOne({ tokenHash: hashOfSecret(secret), expiresAt: trusted({ $gt: clock.now() }) })
        .setOptions({ acrossTenants: 'a link says whose it is' })
        .lean();
      return record && !record.finishedAt ? linkOf(record) : null;
    },

    /** A secret for a cookie in the link's place. */
    async beginSession({ shop, attempt }: VendorLink): Promise<string> {
      const secret = newSecretWord();
      await model.updateOne(
        { shop, attempt },
        { $set: { sessionHash: hashOfSecret(secret), sessionEndsAt: after(SESSION_HOURS * HOUR_MS) } },
      );
      return secret;
    },

    /** What a cookie's secret grants, finished ones too: what was sent twice is answered twice. */
    async bySession(secret: string): Promise<VendorLink | null> {
      if (!SECRET_WORD.test(secret)) return null;
      const record = await model
        .findOne({ sessionHash: hashOfSecret(secret), sessionEndsAt: trusted({ $gt: clock.now() }) })
        .setOptions({ acrossTenants: 'a cookie says whose link it came from' })
        .lean();
      return record && linkOf(record);
    },

    /** The link is used from now on. False: it was already, or is gone. */
    async finish({ shop, attempt }: VendorLink): Promise<boolean> {
      const { modifiedCount } = await model.updateOne(
        { shop, attempt, finishedAt: null },
        { $set: { finishedAt: clock.now() } },
      );
      return modifiedCount > 0;
    },

    /** The end of the link that is out; null: none is. */
    async endsAt(shop: string, vendorId: string): Promise<Instant | null> {
      const record = await model.findOne({ shop, vendorId, finishedAt: null }).lean();
      return record && record.expiresAt > clock.now() ? record.expiresAt.toISOString() : null;
    },

    /** Ends the vendor's link, opened or not. False: there was none. */
    async withdraw(shop: string, vendorId: string): Promise<boolean> {
      const { deletedCount } = await model.deleteMany({ shop, vendorId });
      return deletedCount > 0;
    },
  };
}

function linkOf({ shop, vendorId, attempt, expiresAt, finishedAt }: VendorLinkRecord): VendorLink {
  return { shop, vendorId, attempt, expiresAt: expiresAt.toISOString(), isFinished: finishedAt != null };
}
