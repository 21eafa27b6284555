import { Types, type Connection } from 'mongoose';
import { RETENTION_DAYS } from '../models/retention.ts';
import type { AddPerson, ChangePerson } from '../../core/api/people.ts';
import type { Instant } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import { ConflictError } from '../errors.ts';
import { accountModel } from '../models/account.ts';
import { peopleImportModel } from '../models/people-import.ts';
import { personModel, type PersonRecord } from '../models/person.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { normalLogin } from './logins.ts';

/** More people than accounts no register holds. */
export const MOST_PEOPLE = 5_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** So long we remember who left, so that accounts which come to light late are told as theirs. */
export const LEAVER_DAYS = RETENTION_DAYS.leavers;

/** Somebody of the shop, opened. Never logged. */
export interface OpenPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: string | null;
  readonly leftAt: Instant | null;
}

interface Details {
  readonly name: string;
  readonly email: string | null;
  readonly role: string | null;
}

export type PersonStore = ReturnType<typeof personStore>;

/** The shop's people, sealed. */
export function personStore({
  connection,
  cipher,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  clock: Clock;
}) {
  const model = personModel(connection);
  const accounts = accountModel(connection);
  const imports = peopleImportModel(connection);
  const place = (id: string) => ({ collection: 'people', field: 'details', id });
  const emailIndex = (shop: string, email: string) => cipher.blindIndex(shop, 'person-email', email);

  async function opened(shop: string, record: PersonRecord & { _id: Types.ObjectId }): Promise<OpenPerson> {
    const id = record._id.toString();
    const details = JSON.parse(await cipher.open(shop, place(id), record.detailsSealed)) as Details;
    return { id, ...details, leftAt: record.leftAt?.toISOString() ?? null };
  }

  async function toBeKept(shop: string, { name, email, role }: Details) {
    const _id = new Types.ObjectId();
    const id = _id.toString();
    return {
      ...{ _id, shop, addedAt: clock.now(), otherEmailIndexes: [] },
      detailsSealed: await cipher.seal(shop, place(id), JSON.stringify({ name, email, role })),
      emailIndex: email === null ? id : await emailIndex(shop, email),
    };
  }

  async function find(shop: string, id: string): Promise<OpenPerson | null> {
    const record = await model.findOne({ shop, _id: id }).lean();
    return record && opened(shop, record);
  }

  async function list(shop: string): Promise<OpenPerson[]> {
    const records = await model.find({ shop }).sort({ addedAt: 1, _id: 1 }).limit(MOST_PEOPLE).lean();
    return Promise.all(records.map((record) => opened(shop, record)));
  }

  return {
    find,

    /** In the order in which they came, leavers too. */
    list,

    /** Those who work here. */
    async active(shop: string): Promise<OpenPerson[]> {
      return (await list(shop)).filter(({ leftAt }) => leftAt === null);
    },

    /** Whose each address is, by its blind index. */
    async byEmailIndex(shop: string): Promise<Map<string, string>> {
      const records = await model.find({ shop }, { emailIndex: 1, otherEmailIndexes: 1 }).lean();
      return new Map(
        records.flatMap(({ _id, emailIndex: first, otherEmailIndexes }) =>
          [first, ...otherEmailIndexes].map((index) => [index, _id.toString()] as const),
        ),
      );
    },

    emailIndex,

    /** @throws {ConflictError} somebody has this address already, or there are too many people */
    async add(shop: string, { name, email, role }: AddPerson): Promise<OpenPerson> {
      if ((await model.countDocuments({ shop })) >= MOST_PEOPLE) throw tooMany();
      const details = { name: name.trim(), email: email === null ? null : normalLogin(email), role };
      const person = await toBeKept(shop, details);
      const isAlias =
        details.email !== null && (await model.countDocuments({ shop, otherEmailIndexes: person.emailIndex }));
      if (isAlias) throw taken();
      try {
        await model.create(person);
      } catch (error) {
        if (!duplicateKey(error)) throw error;
        throw taken();
      }
      return { id: person._id.toString(), ...details, leftAt: null };
    },

    /** Those whose address is not known yet. Answers with the ids of all of them, by the address's index. */
    async addMany(shop: string, people: readonly Details[]): Promise<Map<string, string>> {
      const added = new Map<string, string>();
      for (const details of people) {
        const person = await toBeKept(shop, details);
        try {
          await model.create(person);
          added.set(person.emailIndex, person._id.toString());
        } catch (error) {
          if (!duplicateKey(error)) throw error;
          const known = await model.findOne({ shop, emailIndex: person.emailIndex }, { _id: 1 }).lean();
          if (known) added.set(person.emailIndex, known._id.toString());
        }
      }
      return added;
    },

    async count(shop: string): Promise<number> {
      return model.countDocuments({ shop });
    },

    /** Null: no such person in this shop. */
    async change(shop: string, id: string, change: ChangePerson): Promise<OpenPerson | null> {
      const person = await find(shop, id);
      if (!person) return null;
      const { email } = person;
      const name = change.name?.trim() ?? person.name;
      const role = change.role === undefined ? person.role : change.role;
      const detailsSealed = await cipher.seal(shop, place(id), JSON.stringify({ name, email, role }));
      const leaves = change.hasLeft === true && person.leftAt === null;
      await model.updateOne(
        { shop, _id: id },
        {
          $set: { detailsSealed, ...(leaves && { leftAt: clock.now() }) },
          ...(change.hasLeft === false && { $unset: { leftAt: 1 } }),
        },
      );
      return find(shop, id);
    },

    /** The person, the accounts, and whatever an earlier list would bring back of them. False: there is none. */
    async remove(shop: string, id: string): Promise<boolean> {
      if ((await model.countDocuments({ shop, _id: id })) === 0) return false;
      await imports.deleteMany({ shop });
      await accounts.deleteMany({ shop, personId: id });
      await model.deleteOne({ shop, _id: id });
      return true;
    },

    /** People whom nothing names any more: those that a list brought and that went with it. */
    async removeIfBare(shop: string, ids: readonly string[]): Promise<void> {
      const held = new Set(await accounts.distinct('personId', { shop, personId: trusted({ $in: [...ids] }) }));
      const bare = ids.filter((id) => !held.has(id));
      await model.deleteMany({ shop, _id: trusted({ $in: bare }) });
    },

    /** Both are one person from now on. Null: one of them is not in this shop. */
    async merge(shop: string, from: string, into: string): Promise<OpenPerson | null> {
      const [gone, stays] = await Promise.all([from, into].map((id) => model.findOne({ shop, _id: id }).lean()));
      if (!gone || !stays) return null;
      const [theirs, ours] = await Promise.all([opened(shop, gone), opened(shop, stays)]);
      const details = { name: ours.name, email: ours.email ?? theirs.email, role: ours.role ?? theirs.role };
      const takesAddress = ours.email === null && theirs.email !== null;
      const others = [...gone.otherEmailIndexes, ...(theirs.email !== null && !takesAddress ? [gone.emailIndex] : [])];
      const detailsSealed = await cipher.seal(shop, place(into), JSON.stringify(details));
      await accounts.updateMany({ shop, personId: from }, { $set: { personId: into, isPersonChosen: true } });
      await model.deleteOne({ shop, _id: from });
      await model.updateOne(
        { shop, _id: into },
        {
          $set: { detailsSealed, ...(takesAddress && { emailIndex: gone.emailIndex }) },
          $addToSet: { otherEmailIndexes: { $each: others } },
        },
      );
      return find(shop, into);
    },

    /** People who left long ago, of all shops: for the sweep alone. */
    async leftLongAgo(limit: number): Promise<{ shop: string; id: string }[]> {
      const records = await model
        .find({ leftAt: trusted({ $lte: new Date(clock.now().getTime() - LEAVER_DAYS * DAY_MS) }) }, { shop: 1 })
        .setOptions({ acrossTenants: 'the sweep forgets people who left' })
        .sort({ leftAt: 1 })
        .limit(limit)
        .lean();
      return records.map(({ shop, _id }) => ({ shop, id: _id.toString() }));
    },
  };
}

const taken = () => new ConflictError('Somebody on your list has this address already.', { email: 'duplicate' });
const tooMany = () => new ConflictError(`The register holds ${MOST_PEOPLE} people. Remove those who left.`);
