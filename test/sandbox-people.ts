import { SENSITIVE_SERVICES } from '../core/data/sensitive-services.ts';
import type { PeopleBook, PeopleSource } from '../core/evidence/people.ts';
import { addDays, dayInIndia } from '../core/gst/days.ts';
import { directoryOf } from '../sandbox/identity/directory-state.ts';
import { googleKeyFile } from '../sandbox/identity/google-key.ts';
import { usersExport } from '../sandbox/identity/users-export.ts';
import type { Sandbox } from '../sandbox/start.ts';
import { callShop } from '../sandbox/testing/shop-client.ts';
import type { OpenAccount, UsedServices } from '../server/people/account-store.ts';
import { bookOf } from '../server/people/book.ts';
import { readList } from '../server/people/import/read-list.ts';
import type { KeptReading } from '../server/people/keep-reading.ts';
import type { OpenPerson } from '../server/people/person-store.ts';
import { IDENTITY_SOURCES } from '../server/people/sources/index.ts';
import type { SourceClient, SourceReading } from '../server/people/sources/source.ts';
import { endOf, kept } from '../server/people/statements.ts';
import type { AccountFact } from '../core/evidence/people.ts';
import type { SensitiveService } from '../core/data/sensitive-services.ts';

/** What the merchant says of people in Prahari, beside the list of users and Google. */
export const PEOPLE_SAID = [
  'leaver', // the packer left a week ago
  'unconfirmed', // nobody confirmed the collaborator
  'nobodys-account', // an account of the courier is nobody's
  'gateway-without-factor',
  'unreviewed', // nobody ever confirmed any account
  'contradiction', // "the packer's mailbox has no second factor"
] as const;
export type PeopleSaid = (typeof PEOPLE_SAID)[number];

const GATEWAY = 'merchant-42';
const COURIER = 'parcel-desk';

/** The register of a shop of the sandbox: its list of users, its Google directory, and what the merchant says. */
export async function sandboxPeople(sandbox: Sandbox, shop: string, said: PeopleSaid | null): Promise<PeopleBook> {
  const state = sandbox.shops.find(({ domain }) => domain === shop);
  if (!state) throw new RangeError(`The sandbox has no shop "${shop}".`);
  const now = sandbox.clock.now();
  const directory = directoryOf(state);
  const list = readList(
    { csv: usersExport(directory), service: 'shopify', source: 'users-export', columns: {} },
    now,
  ).reading;
  const google = await IDENTITY_SOURCES.google.read(
    googleClient(sandbox, state.handle, `meera@${state.handle}.example`),
  );

  const people = new Map<string, OpenPerson>();
  const accounts = new Map<string, OpenAccount>();
  const today = dayInIndia(now.toISOString());
  for (const [source, reading] of [
    ['users-export', list],
    ['google', google],
  ] as const) {
    for (const account of reading.accounts) {
      const { login, name, role, facts } = account;
      const isSomebody = !login.startsWith('info@');
      if (isSomebody && !people.has(login)) {
        people.set(login, { id: login, name: name ?? login, email: login, role: role ?? 'Counter', leftAt: null });
      }
      const id = `${reading.service} ${login}`;
      accounts.set(id, {
        ...{ id, login, service: reading.service, confirmedOn: today },
        personId: isSomebody ? login : null,
        statements: { [source]: kept(source, reading.service, facts, now) },
      });
    }
  }
  const attest = (id: string, fact: AccountFact, value: unknown) => {
    const account = accounts.get(id);
    if (!account) throw new RangeError(`There is no account ${id}.`);
    const statedAt = now.toISOString();
    const expiresAt = endOf('attestation', account.service, fact, now);
    const attestation = { ...account.statements.attestation, [fact]: { value, statedAt, expiresAt } };
    accounts.set(id, { ...account, statements: { ...account.statements, attestation } });
  };
  const enter = (service: SensitiveService, login: string, personId: string | null) => {
    const id = `${service} ${login}`;
    accounts.set(id, { id, service, login, personId, statements: {}, confirmedOn: today });
    attest(id, 'isActive', true);
    return id;
  };

  const owner = `meera@${state.handle}.example`;
  const packer = `ramesh@${state.handle}.example`;
  attest(enter('payment-gateway', GATEWAY, owner), 'secondFactor', said === 'gateway-without-factor' ? 'none' : 'app');
  if (said === 'nobodys-account') attest(enter('courier', COURIER, null), 'secondFactor', 'app');
  if (said === 'contradiction') attest(`mail ${packer}`, 'secondFactor', 'none');
  const left = people.get(packer);
  if (said === 'leaver' && left) people.set(packer, { ...left, leftAt: `${addDays(today, -7)}T06:30:00.000Z` });
  if (said === 'unreviewed') {
    for (const [id, account] of accounts) accounts.set(id, { ...account, confirmedOn: null });
  }
  const collaborator = accounts.get('shopify farah@agency.example');
  if (said === 'unconfirmed' && collaborator) {
    accounts.set(collaborator.id, { ...collaborator, confirmedOn: null });
  }

  const used = new Set<SensitiveService>([
    'shopify',
    'mail',
    'payment-gateway',
    ...(said === 'nobodys-account' ? ['courier' as const] : []),
  ]);
  const services = Object.fromEntries(SENSITIVE_SERVICES.map((one) => [one, used.has(one)])) as unknown as UsedServices;
  const readings = [noted('users-export', list, now), noted('google', google, now)];
  const book = bookOf({ people: [...people.values()], accounts: [...accounts.values()], readings, services });
  if (!book) throw new Error('Somebody works in every shop of the sandbox.');
  return book;
}

function noted(source: PeopleSource, { service, tells, accounts, policy }: SourceReading, now: Date): KeptReading {
  return { source, service, tells, policy, readAt: now.toISOString(), accounts: accounts.length };
}

/** Google of the sandbox, called as the product does. */
function googleClient(sandbox: Sandbox, handle: string, adminEmail: string): SourceClient {
  const shop = sandbox.shops.find((one) => one.handle === handle);
  if (!shop) throw new RangeError(`The sandbox has no shop "${handle}".`);
  return {
    credentials: { serviceAccountKey: googleKeyFile(handle, directoryOf(shop)), adminEmail },
    now: () => sandbox.clock.now(),
    async send({ method, url, headers, form }) {
      const reply = await callShop(sandbox, url, {
        method,
        headers: { ...headers, ...(form && { 'Content-Type': 'application/x-www-form-urlencoded' }) },
        ...(form && { text: new URLSearchParams(form).toString() }),
      });
      return { status: reply.status, json: reply.json(), retryAfterMs: null, next: null };
    },
  };
}
