import { isGenericMailbox } from '../../core/data/generic-mailboxes.ts';
import type { Account, PasswordPolicy, PeopleBook } from '../../core/evidence/people.ts';
import { maskLogin, maskName } from '../../core/people/mask.ts';
import type { AccountStore, OpenAccount, UsedServices } from './account-store.ts';
import type { KeptReading, ReadingStore } from './keep-reading.ts';
import type { OpenPerson, PersonStore } from './person-store.ts';
import { endOf, factsOf } from './statements.ts';

export interface WholeRegister {
  readonly people: readonly OpenPerson[];
  readonly accounts: readonly OpenAccount[];
  readonly readings: readonly KeptReading[];
  readonly services: UsedServices;
}

/** What checks read: every name and log-in masked. Null: nobody entered or read anything. */
export function bookOf({ people, accounts, readings, services }: WholeRegister): PeopleBook | null {
  const isSaid = Object.values(services).some((said) => said !== null);
  if (people.length + accounts.length + readings.length === 0 && !isSaid) return null;
  return {
    people: people.map(({ id, name, email, role, leftAt }) => ({
      ...{ id, leftAt },
      label: name === '' && email !== null ? maskLogin(email) : maskName(name),
      hasRole: (role ?? '').trim() !== '',
    })),
    accounts: accounts.map(maskedAccount),
    policies: readings.flatMap(policiesOf),
    readings: readings.map(({ source, readAt, tells, accounts: count }) => ({
      source,
      readAt,
      tells,
      accounts: count,
    })),
    services,
  };
}

function maskedAccount({ id, service, login, personId, statements, confirmedOn }: OpenAccount): Account {
  return {
    ...{ id, service, personId, confirmedOn },
    label: maskLogin(login),
    isGenericMailbox: isGenericMailbox(login),
    facts: factsOf(statements),
  };
}

function policiesOf({ source, service, readAt, policy }: KeptReading): PasswordPolicy[] {
  if (!policy) return [];
  const expiresAt = endOf(source, service, 'passwordLength', new Date(readAt));
  return [{ ...policy, source, service, statedAt: readAt, expiresAt }];
}

export interface RegisterStores {
  readonly people: PersonStore;
  readonly accounts: AccountStore;
  readonly readings: ReadingStore;
}

/** The whole register of a shop, opened. */
export async function wholeRegister(
  { people, accounts, readings }: RegisterStores,
  shop: string,
): Promise<WholeRegister> {
  const [persons, logins, read, services] = await Promise.all([
    people.list(shop),
    accounts.list(shop),
    readings.list(shop),
    accounts.services(shop),
  ]);
  return { people: persons, accounts: logins, readings: read, services };
}
