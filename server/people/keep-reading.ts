import type { Connection } from 'mongoose';
import type { AccountFacts, PeopleReading, PeopleSource } from '../../core/evidence/people.ts';
import type { SensitiveService } from '../../core/data/sensitive-services.ts';
import { isGenericMailbox } from '../../core/data/generic-mailboxes.ts';
import type { Instant } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import { accountModel, type AccountRecord } from '../models/account.ts';
import { peopleReadingModel, type PeopleReadingRecord } from '../models/people-reading.ts';
import { trusted } from '../store/connect.ts';
import { MOST_IN_REGISTER, type AccountStore } from './account-store.ts';
import { isEmail, normalLogin } from './logins.ts';
import { MOST_PEOPLE, type PersonStore } from './person-store.ts';
import { kept, saysOtherwise, type KeptFacts, type Statements } from './statements.ts';
import { ReadingProblem, type ReadAccount, type ReadPolicy, type SourceReading } from './sources/source.ts';

/** A database that sends its operations one after the other is asked for so many at once. */
const BATCH = 500;

/** What a reading replaced, so that it can be taken back. Ids and statements alone. */
export interface Replaced {
  readonly accounts: readonly { readonly id: string; readonly isNew: boolean; readonly before: KeptFacts | null }[];
  readonly people: readonly string[];
  readonly reading: KeptReading | null;
}

/** The newest reading of one source about one service. */
export interface KeptReading extends PeopleReading {
  readonly service: SensitiveService;
  readonly policy: ReadPolicy | null;
}

export interface KeptChange {
  readonly added: number;
  readonly updated: number;
  readonly gone: number;
  /** Whether a check may judge otherwise now. */
  readonly isNews: boolean;
  readonly replaced: Replaced;
}

export type ReadingStore = ReturnType<typeof readingStore>;

/** Takes what a source told into the register, in place of what the same source told before; others' words stay. */
export function readingStore({
  connection,
  people,
  accounts,
  clock,
}: {
  connection: Connection;
  people: PersonStore;
  accounts: AccountStore;
  clock: Clock;
}) {
  const model = accountModel(connection);
  const readings = peopleReadingModel(connection);

  async function noteReading(shop: string, source: PeopleSource, reading: SourceReading): Promise<KeptReading | null> {
    const { service, policy, tells } = reading;
    const before = await readings
      .findOneAndUpdate(
        { shop, source, service },
        {
          $set: { readAt: clock.now(), tells, accounts: reading.accounts.length, ...(policy && { policy }) },
          ...(!policy && { $unset: { policy: 1 } }),
        },
        { upsert: true, returnDocument: 'before' },
      )
      .lean();
    return before && presentReading(before);
  }

  /** Whose the accounts are: people who are known, and those whom a list brings. */
  async function peopleOf(shop: string, rows: readonly Row[]): Promise<{ ids: Map<string, string>; added: string[] }> {
    const ids = await people.byEmailIndex(shop);
    const unknown = new Map<string, { name: string; email: string; role: string | null }>();
    for (const { email, emailIndex, account } of rows) {
      if (email === null || emailIndex === null || ids.has(emailIndex) || !isSomebody(email, account)) continue;
      unknown.set(emailIndex, { name: account.name ?? nameOfAddress(email), email, role: account.role });
    }
    if ((await people.count(shop)) + unknown.size > MOST_PEOPLE) throw new ReadingProblem('too-many');
    const added = await people.addMany(shop, [...unknown.values()]);
    for (const [index, id] of added) ids.set(index, id);
    return { ids, added: [...added.values()] };
  }

  async function rowsOf(shop: string, { accounts: told }: SourceReading): Promise<Row[]> {
    const byLogin = new Map<string, ReadAccount>();
    for (const account of told) {
      const login = normalLogin(account.login);
      if (login !== null) byLogin.set(login, account);
    }
    return Promise.all(
      [...byLogin].map(async ([login, account]) => {
        const stated = normalLogin(account.email ?? login) ?? '';
        const email = isEmail(stated) ? stated : null;
        const emailIndex = email === null ? null : await people.emailIndex(shop, email);
        return { login, loginIndex: await accounts.loginIndex(shop, login), email, emailIndex, account };
      }),
    );
  }

  return {
    async list(shop: string): Promise<KeptReading[]> {
      const records = await readings.find({ shop }).sort({ readAt: -1, _id: 1 }).lean();
      return records.map(presentReading);
    },

    /** @throws {ReadingProblem} too-many: the register does not hold so many */
    async keep(shop: string, source: PeopleSource, reading: SourceReading): Promise<KeptChange> {
      const { service } = reading;
      const rows = await rowsOf(shop, reading);
      const known = await model
        .find({ shop, service }, { loginIndex: 1, statements: 1, personId: 1, isPersonChosen: 1 })
        .lean();
      const byIndex = new Map(known.map((record) => [record.loginIndex, record]));
      const brandNew = rows.filter(({ loginIndex }) => !byIndex.has(loginIndex));
      if ((await accounts.count(shop)) + brandNew.length > MOST_IN_REGISTER) throw new ReadingProblem('too-many');
      const { ids, added } = await peopleOf(shop, rows);

      const readAt = clock.now();
      const before: { id: string; isNew: boolean; before: KeptFacts | null }[] = [];
      const writes: Parameters<typeof model.bulkWrite>[0] = [];
      let updated = 0;
      let isNews = brandNew.length > 0;
      for (const row of rows) {
        const record = byIndex.get(row.loginIndex);
        const facts = kept(source, service, row.account.facts, readAt);
        const personId = (row.emailIndex !== null && ids.get(row.emailIndex)) || null;
        const told = (record?.statements as Statements | undefined)?.[source];
        const isOther = record !== undefined && saysOtherwise(told, facts);
        if (isOther) updated += 1;
        isNews ||= isOther;
        if (record) before.push({ id: record._id.toString(), isNew: false, before: told ?? null });
        writes.push({
          updateOne: {
            filter: { shop, service, loginIndex: row.loginIndex },
            update: {
              $set: {
                [`statements.${source}`]: facts,
                ...(personId !== null && !record?.isPersonChosen && !record?.personId && { personId }),
              },
              ...(!record && {
                $setOnInsert: {
                  loginSealed: await accounts.sealLogin(shop, service, row.loginIndex, row.login),
                  ...{ addedAt: readAt, isPersonChosen: false },
                },
              }),
            },
            upsert: true,
          },
        });
      }

      const listed = new Set(rows.map(({ loginIndex }) => loginIndex));
      const missing = known.filter(
        ({ loginIndex, statements }) => !listed.has(loginIndex) && (statements as Statements)[source],
      );
      let gone = 0;
      for (const record of missing) {
        const told = (record.statements as Statements)[source] ?? null;
        const facts = reading.isFull ? kept(source, service, { isActive: false }, readAt) : undefined;
        const isOther = saysOtherwise(told ?? undefined, facts);
        isNews ||= isOther;
        if (isOther && reading.isFull) gone += 1;
        before.push({ id: record._id.toString(), isNew: false, before: told });
        const change = facts
          ? { $set: { [`statements.${source}`]: facts } }
          : { $unset: { [`statements.${source}`]: 1 as const } };
        writes.push({ updateOne: { filter: { shop, _id: record._id }, update: change } });
      }
      for (let first = 0; first < writes.length; first += BATCH) {
        await model.bulkWrite(writes.slice(first, first + BATCH), { ordered: false });
      }
      const wanted = new Set(brandNew.map(({ loginIndex }) => loginIndex));
      const made =
        wanted.size === 0
          ? []
          : (await model.find({ shop, service }, { loginIndex: 1 }).lean()).filter(({ loginIndex }) =>
              wanted.has(loginIndex),
            );
      const readingBefore = await noteReading(shop, source, reading);
      isNews ||= JSON.stringify(readingBefore?.policy ?? null) !== JSON.stringify(reading.policy);
      return {
        ...{ added: brandNew.length, updated, gone, isNews },
        replaced: {
          accounts: [...before, ...made.map(({ _id }) => ({ id: _id.toString(), isNew: true, before: null }))],
          people: added,
          reading: readingBefore,
        },
      };
    },

    /** Brings back what a reading replaced. What other sources, or people, said since stays. */
    async restore(shop: string, source: PeopleSource, service: SensitiveService, replaced: Replaced): Promise<void> {
      const path = `statements.${source}`;
      for (const { id, isNew, before } of replaced.accounts) {
        if (before) await model.updateOne({ shop, _id: id }, { $set: { [path]: before } });
        else await model.updateOne({ shop, _id: id }, { $unset: { [path]: 1 } });
        if (!isNew) continue;
        const left = await model.findOne({ shop, _id: id }).lean();
        if (left && isBare(left)) await model.deleteOne({ shop, _id: id });
      }
      await people.removeIfBare(shop, replaced.people);
      const { reading } = replaced;
      if (!reading) {
        await readings.deleteOne({ shop, source, service });
        return;
      }
      const { readAt, tells, accounts: count, policy } = reading;
      await readings.updateOne(
        { shop, source, service },
        {
          $set: { readAt: new Date(readAt), tells, accounts: count, ...(policy && { policy }) },
          ...(!policy && { $unset: { policy: 1 } }),
        },
      );
    },

    /** A source that is no longer there says nothing any more. */
    async forget(shop: string, source: PeopleSource): Promise<void> {
      await readings.deleteMany({ shop, source });
      await model.updateMany({ shop }, { $unset: { [`statements.${source}`]: 1 } });
      const left = await model.find({ shop }, { statements: 1, confirmedOn: 1, isPersonChosen: 1 }).lean();
      const bare = left.filter(isBare).map(({ _id }) => _id);
      await model.deleteMany({ shop, _id: trusted({ $in: bare }) });
    },
  };
}

/** Nobody says anything of it any more. */
function isBare({ statements, confirmedOn, isPersonChosen }: Partial<AccountRecord>): boolean {
  return !confirmedOn && !isPersonChosen && Object.keys(statements as object).length === 0;
}

interface Row {
  readonly login: string;
  readonly loginIndex: string;
  readonly email: string | null;
  readonly emailIndex: string | null;
  readonly account: ReadAccount;
}

/** A role's mailbox is nobody; an account that is closed, or that never began, brings nobody along. */
function isSomebody(email: string, { facts }: { facts: Partial<AccountFacts> }): boolean {
  return !isGenericMailbox(email) && facts.isActive !== false && facts.kind !== 'requested';
}

const nameOfAddress = (email: string): string => email.slice(0, email.lastIndexOf('@'));

function presentReading(record: PeopleReadingRecord): KeptReading {
  const { source, service, tells, accounts } = record;
  const readAt: Instant = record.readAt.toISOString();
  return { source, service, readAt, tells, accounts, policy: (record.policy as ReadPolicy | undefined) ?? null };
}
