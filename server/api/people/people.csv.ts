import { BYTE_ORDER_MARK, csvRow } from '../../../core/csv/csv-cell.ts';
import { SERVICE_NAMES } from '../../../core/data/sensitive-services.ts';
import type { AccountFact, Account } from '../../../core/evidence/people.ts';
import { dayInIndia } from '../../../core/gst/days.ts';
import { factOf } from '../../../core/people/facts.ts';
import type { Instant } from '../../../core/time.ts';
import type { OpenAccount } from '../../people/account-store.ts';
import type { WholeRegister } from '../../people/book.ts';
import { factsOf } from '../../people/statements.ts';

/** Headers and words are those that a list to be taken over may use, in every language: the file can come back. */
const COLUMNS = [
  ...['E-mail', 'Name', 'Role', 'Left on', 'Service', 'Log-in', 'Status', 'Owner', 'Type'],
  ...['Second factor', 'Second factor required', 'Last log-in', 'Confirmed on', 'Source', 'Stated on'],
];

const TOLD: readonly AccountFact[] = [
  'isActive',
  'isOwner',
  'kind',
  'secondFactor',
  'isSecondFactorEnforced',
  'lastSignInAt',
];
const WORDS: Readonly<Record<string, string>> = {
  unnamed: 'yes',
  app: 'authenticator app',
  key: 'security key',
  sms: 'SMS',
  none: 'no',
  'registered-only': 'registered, not allowed',
};

/** One row an account, and one for a person without any. What no live statement tells is an empty cell. */
export function peopleCsv({ people, accounts }: WholeRegister, asOf: Instant): string {
  const byPerson = Map.groupBy(accounts, ({ personId }) => personId ?? '');
  const known = new Set(people.map(({ id }) => id));
  const rows = people.flatMap(({ id, name, email, role, leftAt }) => {
    const who = [email ?? '', name, role ?? '', leftAt === null ? '' : dayInIndia(leftAt)];
    const theirs = byPerson.get(id) ?? [];
    return theirs.length === 0 ? [who] : theirs.map((account) => [...who, ...accountCells(account, asOf)]);
  });
  const nobodys = accounts.filter(({ personId }) => personId === null || !known.has(personId));
  const others = nobodys.map((account) => ['', '', '', '', ...accountCells(account, asOf)]);
  return BYTE_ORDER_MARK + [COLUMNS, ...rows, ...others].map(csvRow).join('');
}

function accountCells({ id, service, login, statements, confirmedOn }: OpenAccount, asOf: Instant): string[] {
  const facts = factsOf(statements);
  const account: Account = {
    ...{ id, service, facts, confirmedOn },
    personId: null,
    label: '',
    isGenericMailbox: false,
  };
  const known = TOLD.map((fact) => factOf(account, fact, asOf));
  const newest = known.filter((one) => one !== null).toSorted((a, b) => (a.statedAt < b.statedAt ? 1 : -1))[0];
  const cells = known.map((one, place) => (one === null ? '' : wordOf(TOLD[place], one.value)));
  return [
    ...[SERVICE_NAMES[service].en, login, ...cells, confirmedOn ?? ''],
    ...[newest?.source ?? '', newest ? dayInIndia(newest.statedAt) : ''],
  ];
}

function wordOf(fact: AccountFact | undefined, value: unknown): string {
  if (fact === 'isActive') return value === true ? 'active' : 'inactive';
  if (fact === 'lastSignInAt') return typeof value === 'string' ? value : 'never';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? (WORDS[value] ?? value) : '';
}
