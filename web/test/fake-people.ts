import type {
  AddAccount,
  AddPerson,
  ChangeAccount,
  ChangePerson,
  ConfirmAccounts,
  IdentityProvider,
  ImportPreview,
  ImportRequest,
  ImportResult,
  MergePeople,
  PeopleRegister,
  UseService,
} from '../../core/api/people.ts';
import type { AccountFact, AccountFacts, Stated } from '../../core/evidence/people.ts';
import { NOW } from './factories.ts';
import { anAccountRow, aPersonRow, aProviderState, aStatement } from './people-factories.ts';

export interface HeldPeople {
  people: PeopleRegister;
  /** Answer to the next look at a list. */
  preview: ImportPreview;
  /** Lists as they were sent. */
  sentLists: ImportRequest[];
  sentKeys: string[];
}

export const PREVIEW: ImportPreview = {
  headers: ['Email', 'Full name', 'Two-step'],
  columns: { email: 'Email', name: 'Full name' },
  notFound: ['role', 'isActive', 'isOwner', 'kind', 'secondFactor', 'isSecondFactorEnforced', 'lastSignInAt'],
  rows: 2,
  sample: [{ email: 'asha@invented-shop.example', name: 'Asha Invented' }, { email: 'ravi@invented-shop.example' }],
  problems: [{ line: 4, problem: 'no-email' }],
};

const IMPORTED: ImportResult = { added: 1, updated: 1, gone: 0, skipped: 1, importId: 'import-1' };

export const PEOPLE_FOLDERS: readonly string[] = ['people', 'people.csv', 'accounts', 'services', 'identity'];
/** What stands where an id stands elsewhere. */
const NAMED: readonly string[] = ['import', 'merge', 'confirm'];

/** The routes of the register and of identity providers; undefined for those that are not. */
export function peopleRoute(held: HeldPeople, method: string, path: string, body: unknown): unknown {
  const [, folder = '', id = '', part] = path.split('/');
  const second = id === '' ? '' : NAMED.includes(id) ? `/${id}` : '/:id';
  switch (`${method} /${folder}${second}${part === undefined ? '' : `/${part}`}`) {
    case 'GET /people':
      return held.people;
    case 'GET /people.csv':
      return 'Name\r\n';
    case 'POST /people':
      return addPerson(held, body as AddPerson);
    case 'PATCH /people/:id':
      return changePerson(held, id, body as ChangePerson);
    case 'DELETE /people/:id':
      return keep(held, { people: held.people.people.filter((person) => person.id !== id) });
    case 'POST /people/merge':
      return merge(held, body as MergePeople);
    case 'POST /people/import/preview':
      held.sentLists.push(body as ImportRequest);
      return { ...held.preview, columns: { ...held.preview.columns, ...(body as ImportRequest).columns } };
    case 'POST /people/import':
      held.sentLists.push(body as ImportRequest);
      return IMPORTED;
    case `POST /people/import/${IMPORTED.importId}`:
      return null;
    case 'POST /people/:id/invitations':
      return { url: `https://prahari.example/check#once-${id}`, expiresAt: '2026-11-29T13:10:00.000Z' };
    case 'DELETE /people/:id/invitations':
      return null;
    case 'POST /accounts':
      return addAccount(held, body as AddAccount);
    case 'PATCH /accounts/:id':
      return changeAccount(held, id, body as ChangeAccount);
    case 'DELETE /accounts/:id':
      return eachAccount(held, (account) => (account.id === id ? null : account));
    case 'POST /accounts/confirm':
      return eachAccount(held, (account) =>
        (body as ConfirmAccounts).ids.includes(account.id) ? { ...account, confirmedOn: NOW.slice(0, 10) } : account,
      );
    case 'PATCH /services': {
      const { service, isUsed } = body as UseService;
      return keep(held, { services: { ...held.people.services, [service]: isUsed } });
    }
    case 'PUT /identity/:id':
      held.sentKeys.push(...Object.values((body as { credentials: Record<string, string> }).credentials));
      return provider(held, id as IdentityProvider, true);
    case 'DELETE /identity/:id':
      return provider(held, id as IdentityProvider, false);
    case 'POST /identity/:id/now':
      return null;
    default:
      return undefined;
  }
}

function keep(held: HeldPeople, change: Partial<PeopleRegister>): null {
  held.people = { ...held.people, ...change };
  return null;
}

function addPerson(held: HeldPeople, added: AddPerson) {
  const person = aPersonRow({ ...added, id: `person of ${added.name}`, accounts: [] });
  return keep(held, { people: [...held.people.people, person] });
}

function changePerson(held: HeldPeople, id: string, { hasLeft, ...rest }: ChangePerson) {
  const people = held.people.people.map((person) =>
    person.id === id ? { ...person, ...rest, ...(hasLeft !== undefined && { leftAt: hasLeft ? NOW : null }) } : person,
  );
  return keep(held, { people });
}

function merge(held: HeldPeople, { from, into }: MergePeople) {
  const moved = held.people.people.find(({ id }) => id === from)?.accounts ?? [];
  const people = held.people.people
    .filter(({ id }) => id !== from)
    .map((person) => (person.id === into ? { ...person, accounts: [...person.accounts, ...moved] } : person));
  return keep(held, { people });
}

type Row = PeopleRegister['unmatched'][number];

function eachAccount(held: HeldPeople, change: (account: Row) => Row | null) {
  const changed = (accounts: readonly Row[]) => accounts.flatMap((account) => change(account) ?? []);
  return keep(held, {
    people: held.people.people.map((person) => ({ ...person, accounts: changed(person.accounts) })),
    unmatched: changed(held.people.unmatched),
  });
}

function addAccount(held: HeldPeople, { personId, service, login }: AddAccount) {
  const account = { ...anAccountRow({}, { id: `account of ${login}`, service, login }), facts: {}, confirmedOn: null };
  const people = held.people.people.map((person) =>
    person.id === personId ? { ...person, accounts: [...person.accounts, account] } : person,
  );
  return keep(held, personId === null ? { unmatched: [...held.people.unmatched, account] } : { people });
}

function changeAccount(held: HeldPeople, id: string, { personId, ...facts }: ChangeAccount) {
  const account = [...held.people.people.flatMap(({ accounts }) => accounts), ...held.people.unmatched].find(
    (known) => known.id === id,
  );
  if (!account) return undefined;
  const changed = Object.entries(facts).reduce<Row>((row, [fact, value]) => {
    const others = (row.facts[fact as AccountFact] ?? []) as readonly Stated<unknown>[];
    const kept = others.filter(({ source }) => source !== 'attestation');
    const said = value === null ? [] : [aStatement(value as AccountFacts[AccountFact], { source: 'attestation' })];
    return { ...row, facts: { ...row.facts, [fact]: [...kept, ...said] } };
  }, account);
  eachAccount(held, (known) => (known.id !== id ? known : personId === undefined ? changed : null));
  if (personId === undefined) return null;
  const people = held.people.people.map((person) =>
    person.id === personId ? { ...person, accounts: [...person.accounts, changed] } : person,
  );
  return keep(held, personId === null ? { unmatched: [...held.people.unmatched, changed] } : { people });
}

function provider(held: HeldPeople, name: IdentityProvider, isConnected: boolean) {
  const state = isConnected
    ? aProviderState({ provider: name, isConnected, keyEnding: '…x7Qa', connectedAt: NOW })
    : aProviderState({ provider: name });
  return keep(held, {
    providers: held.people.providers.map((known) => (known.provider === name ? state : known)),
  });
}
