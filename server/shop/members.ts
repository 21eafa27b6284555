import type { Connection } from 'mongoose';
import type { Member } from '../../core/api/settings.ts';
import type { Role } from '../../core/api/home.ts';
import type { Language } from '../../core/text.ts';
import type { Clock } from '../clock.ts';
import { ConflictError } from '../errors.ts';
import { memberModel, type MemberRecord } from '../models/member.ts';
import type { MemberDirectory } from '../shopify/lifecycle.ts';
import { duplicateKey } from './duplicate-key.ts';

const HOUR_MS = 60 * 60 * 1000;
/** More people than this no shop shows us. */
const MAX_LISTED = 500;

export type StoredMember = Omit<Member, 'isMe'>;
export type MemberStore = ReturnType<typeof memberStore>;

/** The people who open the app, by Shopify's number. */
export function memberStore({ connection, clock }: { connection: Connection; clock: Clock }) {
  const model = memberModel(connection);

  const roleOf: MemberDirectory['roleOf'] = async (shop, userId, isAccountOwner) => {
    const now = clock.now();
    const known = await model.findOne({ shop, userId }).lean();
    if (!known) {
      const role: Role = (await isAccountOwner()) ? 'owner' : 'viewer';
      try {
        await model.create({ shop, userId, role, firstSeenAt: now, lastSeenAt: now });
        return role;
      } catch (error) {
        if (!duplicateKey(error)) throw error;
        return (await model.findOne({ shop, userId }).lean())?.role ?? role; // their other first request was faster
      }
    }
    if (now.getTime() - known.lastSeenAt.getTime() > HOUR_MS) {
      await model.updateOne({ shop, userId }, { $set: { lastSeenAt: now } });
    }
    return known.role;
  };

  return {
    roleOf,

    /** By first visit, oldest first. */
    async list(shop: string): Promise<StoredMember[]> {
      const records = await model.find({ shop }).sort({ firstSeenAt: 1 }).limit(MAX_LISTED).lean();
      return records.map(presentMember);
    },

    /**
     * @returns null when nobody of that number has opened the app in this shop
     * @throws {ConflictError} the shop would be left without an owner
     */
    async setRole(shop: string, userId: string, role: Role): Promise<StoredMember | null> {
      return connection.transaction(async (session) => {
        const updated = await model
          .findOneAndUpdate({ shop, userId }, { $set: { role } }, { returnDocument: 'after', session })
          .lean();
        if (!updated) return null;
        // All owners are written, so that two owners who step down at once collide instead of both succeeding.
        const owners = await model.updateMany({ shop, role: 'owner' }, { $inc: { revision: 1 } }, { session });
        if (owners.matchedCount === 0) {
          throw new ConflictError('A shop needs an owner. Make somebody else owner first.');
        }
        return presentMember(updated);
      });
    },

    /** What we keep of this person for themselves; null: they never opened the app. */
    async own(shop: string, userId: string): Promise<{ language: Language | null; alertsSeenAt: Date } | null> {
      const known = await model.findOne({ shop, userId }).lean();
      return known && { language: known.language ?? null, alertsSeenAt: known.alertsSeenAt ?? known.firstSeenAt };
    },

    /** The person was told of the news up to now. */
    async sawAlerts(shop: string, userId: string): Promise<void> {
      await model.updateOne({ shop, userId }, { $set: { alertsSeenAt: clock.now() } });
    },

    async languageOf(shop: string, userId: string): Promise<Language | null> {
      return (await model.findOne({ shop, userId }).lean())?.language ?? null;
    },

    /** The person's own choice; null goes back to the admin's language. */
    async setLanguage(shop: string, userId: string, language: Language | null): Promise<void> {
      const change = language === null ? { $unset: { language: 1 } } : { $set: { language } };
      await model.updateOne({ shop, userId }, change);
    },
  };
}

function presentMember({ userId, role, firstSeenAt, lastSeenAt }: MemberRecord): StoredMember {
  return { userId, role, firstSeenAt: firstSeenAt.toISOString(), lastSeenAt: lastSeenAt.toISOString() };
}
