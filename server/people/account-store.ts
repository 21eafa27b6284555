import { Types, type Connection } from 'mongoose';
import { ACCOUNT_FACTS, type AccountFact } from '../../core/evidence/people.ts';
import { SENSITIVE_SERVICES, type SensitiveService } from '../../core/data/sensitive-services.ts';
import { dayInIndia } from '../../core/gst/days.ts';
import type { Day } from '../../core/time.ts';
import type { AddAccount, ChangeAccount } from '../../core/api/people.ts';
import type { Clock } from '../clock.ts';
import { ConflictError } from '../errors.ts';
import { accountModel, type AccountRecord } from '../models/account.ts';
import { usedServicesModel } from '../models/used-services.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { normalLogin } from './logins.ts';
import { endOf, type Statements } from './statements.ts';
import { MOST_ACCOUNTS } from './sources/source.ts';

/** Accounts of all services and sources together. */
export const MOST_IN_REGISTER = 2 * MOST_ACCOUNTS;

/** One log-in of one service, opened. Never logged. */
export interface OpenAccount {
  readonly id: string;
  readonly service: SensitiveService;
  readonly login: string;
  readonly personId: string | null;
  readonly statements: Statements;
  readonly confirmedOn: Day | null;
}

export type UsedServices = Readonly<Record<SensitiveService, boolean | null>>;
export type AccountStore = ReturnType<typeof accountStore>;

/** The shop's sensitive accounts, their log-ins sealed. */
export function accountStore({
  connection,
  cipher,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  clock: Clock;
}) {
  const model = accountModel(connection);
  const used = usedServicesModel(connection);
  /** A log-in's index names its account once in its service, also before the account is there. */
  const place = (service: string, loginIndex: string) => ({
    collection: 'accounts',
    field: 'login',
    id: `${service} ${loginIndex}`,
  });
  const loginIndex = (shop: string, login: string) => cipher.blindIndex(shop, 'account-login', login);
  const sealLogin = (shop: string, service: SensitiveService, index: string, login: string) =>
    cipher.seal(shop, place(service, index), login);

  async function opened(shop: string, record: AccountRecord & { _id: Types.ObjectId }): Promise<OpenAccount> {
    return {
      id: record._id.toString(),
      service: record.service,
      login: await cipher.open(shop, place(record.service, record.loginIndex), record.loginSealed),
      personId: record.personId ?? null,
      statements: record.statements as Statements,
      confirmedOn: record.confirmedOn ?? null,
    };
  }

  async function find(shop: string, id: string): Promise<OpenAccount | null> {
    const record = await model.findOne({ shop, _id: id }).lean();
    return record && opened(shop, record);
  }

  return {
    find,
    loginIndex,
    sealLogin,

    /** By service and in the order in which they came. */
    async list(shop: string): Promise<OpenAccount[]> {
      const records = await model
        .find({ shop })
        .sort({ service: 1, addedAt: 1, _id: 1 })
        .limit(MOST_IN_REGISTER)
        .lean();
      return Promise.all(records.map((record) => opened(shop, record)));
    },

    async count(shop: string): Promise<number> {
      return model.countDocuments({ shop });
    },

    /** @throws {ConflictError} this log-in is on the list already, or there are too many */
    async add(shop: string, { personId, service, login }: AddAccount): Promise<OpenAccount> {
      if ((await model.countDocuments({ shop })) >= MOST_IN_REGISTER) {
        throw new ConflictError(`The register holds ${MOST_IN_REGISTER} accounts. Remove those that are not used.`);
      }
      const plain = normalLogin(login) ?? '';
      const index = await loginIndex(shop, plain);
      const _id = new Types.ObjectId();
      const loginSealed = await sealLogin(shop, service, index, plain);
      const statedAt = clock.now();
      const isActive = {
        value: true,
        statedAt: statedAt.toISOString(),
        expiresAt: endOf('attestation', service, 'isActive', statedAt),
      };
      try {
        await model.create({
          ...{ _id, shop, service, loginSealed, loginIndex: index, addedAt: statedAt },
          ...(personId !== null && { personId }),
          isPersonChosen: personId !== null,
          statements: { attestation: { isActive } },
        });
      } catch (error) {
        if (!duplicateKey(error)) throw error;
        throw new ConflictError('This log-in is on your list already.', { login: 'duplicate' });
      }
      return {
        id: _id.toString(),
        service,
        login: plain,
        personId,
        statements: { attestation: { isActive } },
        confirmedOn: null,
      };
    },

    /** What a person of the shop says of it, and whose it is. Null: no such account in this shop. */
    async change(shop: string, id: string, { personId, ...said }: ChangeAccount): Promise<OpenAccount | null> {
      const record = await model.findOne({ shop, _id: id }, { service: 1 }).lean();
      if (!record) return null;
      const statedAt = clock.now();
      const $set: Record<string, unknown> = {};
      const $unset: Record<string, 1> = {};
      for (const fact of ACCOUNT_FACTS) {
        const value: unknown = (said as Partial<Record<AccountFact, unknown>>)[fact];
        if (value === null) $unset[`statements.attestation.${fact}`] = 1;
        else if (value !== undefined) {
          const expiresAt = endOf('attestation', record.service, fact, statedAt);
          $set[`statements.attestation.${fact}`] = { value, statedAt: statedAt.toISOString(), expiresAt };
        }
      }
      if (personId === null) $unset['personId'] = 1;
      if (typeof personId === 'string') $set['personId'] = personId;
      if (personId !== undefined) $set['isPersonChosen'] = true;
      await model.updateOne(
        { shop, _id: id },
        {
          ...(Object.keys($set).length > 0 && { $set }),
          ...(Object.keys($unset).length > 0 && { $unset }),
        },
      );
      return find(shop, id);
    },

    /** False: no such account in this shop. */
    async remove(shop: string, id: string): Promise<boolean> {
      return (await model.deleteOne({ shop, _id: id })).deletedCount > 0;
    },

    /** Notes that the accounts are needed, as of today. All of them, or null when one is not in this shop. */
    async confirm(shop: string, ids: readonly string[]): Promise<number | null> {
      const wanted = [...new Set(ids)];
      const filter = { shop, _id: trusted({ $in: wanted }) };
      if ((await model.countDocuments(filter)) < wanted.length) return null;
      const confirmedOn = dayInIndia(clock.now().toISOString());
      await model.updateMany(filter, { $set: { confirmedOn } });
      return wanted.length;
    },

    async services(shop: string): Promise<UsedServices> {
      const said = ((await used.findOne({ shop }).lean())?.used ?? {}) as Partial<Record<SensitiveService, boolean>>;
      return Object.fromEntries(SENSITIVE_SERVICES.map((service) => [service, said[service] ?? null])) as UsedServices;
    },

    async useService(shop: string, service: SensitiveService, isUsed: boolean | null): Promise<void> {
      const change =
        isUsed === null ? { $unset: { [`used.${service}`]: 1 } } : { $set: { [`used.${service}`]: isUsed } };
      const send = () => used.updateOne({ shop }, change);
      if ((await send()).matchedCount > 0 || isUsed === null) return;
      try {
        await used.create({ shop, used: { [service]: isUsed } });
      } catch (error) {
        if (!duplicateKey(error)) throw error;
        await send();
      }
    },
  };
}
