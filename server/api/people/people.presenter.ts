import type { AccountRow, PeopleRegister, PersonRow } from '../../../core/api/people.ts';
import { isGenericMailbox } from '../../../core/data/generic-mailboxes.ts';
import { ACCOUNT_FACTS, type Account } from '../../../core/evidence/people.ts';
import { factOf } from '../../../core/people/facts.ts';
import type { Instant } from '../../../core/time.ts';
import type { OpenAccount } from '../../people/account-store.ts';
import type { WholeRegister } from '../../people/book.ts';
import type { OpenPerson } from '../../people/person-store.ts';
import { factsOf } from '../../people/statements.ts';

/** When each person was asked to check, and did. */
export type SelfCheckTimes = ReadonlyMap<string, PersonRow['selfCheck']>;

const NOT_ASKED: PersonRow['selfCheck'] = { invitedAt: null, passwordCheckedAt: null, deviceCheckedAt: null };

export function presentAccount(
  { id, service, login, statements, confirmedOn }: OpenAccount,
  asOf: Instant,
): AccountRow {
  const facts = factsOf(statements);
  const isGeneric = isGenericMailbox(login);
  const judged: Account = {
    ...{ id, service, facts, confirmedOn },
    personId: null,
    label: '',
    isGenericMailbox: isGeneric,
  };
  const conflicts = ACCOUNT_FACTS.filter((fact) => factOf(judged, fact, asOf)?.isConflict);
  return { id, service, login, facts, conflicts, confirmedOn, isGenericMailbox: isGeneric };
}

export function presentPerson(
  { id, name, email, role, leftAt }: OpenPerson,
  accounts: readonly AccountRow[],
  selfCheck: PersonRow['selfCheck'] = NOT_ASKED,
): PersonRow {
  return { id, name, email, role, leftAt, accounts, selfCheck };
}

/** People in the order in which they came, each with the accounts that are theirs. */
export function presentRegister(
  { people, accounts, readings, services }: WholeRegister,
  {
    selfChecks,
    asOf,
    ...rest
  }: { selfChecks: SelfCheckTimes; asOf: Instant } & Pick<PeopleRegister, 'providers' | 'imports'>,
): PeopleRegister {
  const byPerson = Map.groupBy(accounts, ({ personId }) => personId);
  const known = new Set(people.map(({ id }) => id));
  const rows = (list: readonly OpenAccount[] = []) => list.map((account) => presentAccount(account, asOf));
  return {
    ...rest,
    people: people.map((person) => presentPerson(person, rows(byPerson.get(person.id)), selfChecks.get(person.id))),
    unmatched: rows(accounts.filter(({ personId }) => personId === null || !known.has(personId))),
    readings: readings.map(({ source, readAt, tells, accounts: count }) => ({
      source,
      readAt,
      tells,
      accounts: count,
    })),
    services,
  };
}
