import { createHmac } from 'node:crypto';
import { Types, type Connection } from 'mongoose';
import type { NewReader, Reader, ReaderChange } from '../../core/api/notices.ts';
import type { Role } from '../../core/api/home.ts';
import { maskedAddress } from '../../core/notices/address.ts';
import type { NoticeRule } from '../../core/notices/rules.ts';
import type { Language } from '../../core/text.ts';
import type { Clock } from '../clock.ts';
import { ConflictError } from '../errors.ts';
import { readerModel, type ReaderRecord } from '../models/reader.ts';
import { ruleOf } from '../models/rule-fields.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { KeyRing } from '../store/key-ring.ts';

export const MOST_READERS = 50;
/** An address is asked again no sooner. */
const ASKED_AGAIN_MS = 60 * 60_000;

/** A reader with the address opened. Never logged, never answered. */
export interface OpenReader {
  readonly id: string;
  readonly address: string;
  readonly state: Reader['state'];
  readonly role: Role;
  readonly language: Language;
  readonly rule: NoticeRule;
  readonly getsAlerts: boolean;
  readonly getsWeekly: boolean;
  readonly isCombined: boolean;
  readonly invitations: number;
}

type Stored = ReaderRecord & { readonly _id: Types.ObjectId };
export type ReaderStore = ReturnType<typeof readerStore>;

/** Who gets mail of a shop. Addresses are sealed, and nothing but an invitation goes to one that did not confirm. */
export function readerStore({
  connection,
  cipher,
  ring,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  ring: Pick<KeyRing, 'activeId' | 'derive'>;
  clock: Clock;
}) {
  const model = readerModel(connection);
  const place = (id: string) => ({ collection: 'readers', field: 'address', id });
  const addressOf = (shop: string, { _id, addressSealed }: Stored) =>
    cipher.open(shop, place(_id.toString()), addressSealed);

  /** Equal in all shops, so that nobody gets five mails a day from each of a hundred of them. */
  function capKeyFor(address: string): string {
    const key = ring.derive(ring.activeId, 'mail-caps');
    return createHmac('sha256', key).update(address.toLowerCase()).digest('base64url');
  }

  async function opened(shop: string, record: Stored): Promise<OpenReader> {
    const { _id, role, language, rule, getsAlerts, getsWeekly, isCombined, invitations } = record;
    const id = _id.toString();
    return {
      ...{ id, address: await addressOf(shop, record), state: stateOf(record), role, language, rule: ruleOf(rule) },
      ...{ getsAlerts, getsWeekly, isCombined, invitations },
    };
  }

  async function shown(shop: string, record: Stored): Promise<Reader> {
    const { _id, role, language, rule, getsAlerts, getsWeekly, isCombined, addedAt } = record;
    const address = maskedAddress(await addressOf(shop, record));
    return {
      ...{ id: _id.toString(), address, state: stateOf(record), role, language, rule: ruleOf(rule) },
      ...{ getsAlerts, getsWeekly, isCombined, addedAt: addedAt.toISOString() },
    };
  }

  const list = (shop: string) => model.find({ shop }).sort({ addedAt: 1, _id: 1 }).limit(MOST_READERS).lean();

  return {
    /** As pages show them, in the order in which they were added. */
    async list(shop: string): Promise<Reader[]> {
      return Promise.all((await list(shop)).map((record) => shown(shop, record)));
    },

    /** Those who confirmed and whose mail arrives. */
    async confirmed(shop: string): Promise<Omit<OpenReader, 'address'>[]> {
      const records = (await list(shop)).filter((record) => stateOf(record) === 'confirmed');
      return records.map((record) => {
        const { _id, role, language, rule, getsAlerts, getsWeekly, isCombined, invitations } = record;
        return {
          ...{ id: _id.toString(), state: 'confirmed' as const, role, language, rule: ruleOf(rule) },
          ...{ getsAlerts, getsWeekly, isCombined, invitations },
        };
      });
    },

    /** Null: no such reader in this shop. */
    async find(shop: string, id: string): Promise<OpenReader | null> {
      const record = await model.findOne({ shop, _id: id }).lean();
      return record && opened(shop, record);
    },

    /** What names the reader's address in the counts of caps. Null: no such reader. */
    async capKeyOf(shop: string, id: string): Promise<string | null> {
      return (await model.findOne({ shop, _id: id }, { capKey: 1 }).lean())?.capKey ?? null;
    },

    /** As a page shows it. Null: no such reader in this shop. */
    async show(shop: string, id: string): Promise<Reader | null> {
      const record = await model.findOne({ shop, _id: id }).lean();
      return record && shown(shop, record);
    },

    /**
     * Waits to be confirmed; its invitation is the caller's business.
     * @throws {ConflictError} the shop has this address already, or too many
     */
    async add(shop: string, reader: NewReader, userId: string): Promise<Reader> {
      if ((await model.countDocuments({ shop })) >= MOST_READERS) {
        throw new ConflictError(`A shop can name ${MOST_READERS} addresses. Remove one that is not read.`);
      }
      const { address, rule, ...rest } = reader;
      const _id = new Types.ObjectId();
      const id = _id.toString();
      const now = clock.now();
      const record = {
        ...{ ...rest, _id, shop, rule: { ...rule, areas: [...rule.areas] }, isCombined: false },
        addressSealed: await cipher.seal(shop, place(id), address),
        addressIndex: await cipher.blindIndex(shop, 'reader-address', address.toLowerCase()),
        capKey: capKeyFor(address),
        ...{ invitations: 1, invitedAt: now, addedAt: now, addedBy: userId },
      };
      try {
        await model.create(record);
      } catch (error) {
        if (!duplicateKey(error)) throw error;
        throw new ConflictError('This address is on your list already.', { address: 'duplicate' });
      }
      return shown(shop, record);
    },

    /** Null: no such reader in this shop. */
    async change(shop: string, id: string, { rule, ...rest }: ReaderChange): Promise<Reader | null> {
      const $set = { ...rest, ...(rule && { rule: { ...rule, areas: [...rule.areas] } }) };
      const record = await model.findOneAndUpdate({ shop, _id: id }, { $set }, { returnDocument: 'after' }).lean();
      return record && shown(shop, record);
    },

    /** The address is forgotten. False: no such reader in this shop. */
    async remove(shop: string, id: string): Promise<boolean> {
      return (await model.deleteOne({ shop, _id: id })).deletedCount > 0;
    },

    /**
     * Counts one more invitation. Answers its number, which stands in its identity; null: no such reader.
     * @throws {ConflictError} it is confirmed, or was asked less than an hour ago
     */
    async invite(shop: string, id: string): Promise<number | null> {
      const now = clock.now();
      const known = await model.findOne({ shop, _id: id }).lean();
      if (!known) return null;
      if (stateOf(known) === 'confirmed') throw new ConflictError('This address is confirmed already.');
      if (now.getTime() - known.invitedAt.getTime() < ASKED_AGAIN_MS) {
        throw new ConflictError('This address was asked less than an hour ago. Ask again later.');
      }
      const { invitations, invitedAt } = known;
      const { matchedCount } = await model.updateOne(
        { shop, _id: id, invitations, invitedAt },
        { $set: { invitedAt: now }, $inc: { invitations: 1 } },
      );
      return matchedCount > 0 ? invitations + 1 : invitations; // of two who ask at once, one asks
    },

    /** Whoever reads the address pressed the button of the invitation. Pressing twice confirms once. */
    async confirm(shop: string, id: string): Promise<void> {
      await model.updateOne({ shop, _id: id, confirmedAt: null }, { $set: { confirmedAt: clock.now() } });
      await model.updateOne({ shop, _id: id }, { $unset: { bouncedAt: 1 } });
    },

    /** The reader wants no more of this; the rest goes on. */
    async stop(shop: string, id: string, what: 'alerts' | 'weekly'): Promise<void> {
      const $set = what === 'alerts' ? { getsAlerts: false } : { getsWeekly: false };
      await model.updateOne({ shop, _id: id }, { $set });
    },

    /** Mail to it came back: nothing is sent until it is confirmed anew. */
    async bounced(shop: string, id: string): Promise<void> {
      await model.updateOne({ shop, _id: id }, { $set: { bouncedAt: clock.now() } });
    },
  };
}

function stateOf({ confirmedAt, bouncedAt }: Stored): Reader['state'] {
  if (bouncedAt) return 'bounced';
  return confirmedAt ? 'confirmed' : 'waiting';
}
