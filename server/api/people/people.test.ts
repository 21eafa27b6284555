import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { ImportRequest } from '../../../core/api/people.ts';
import { csvReader } from '../../../core/csv/csv-reader.ts';
import { identityProviders } from '../../../test/identity-providers.ts';
import { testProduct, type TestProduct } from '../../../test/product.ts';
import { stoppedClock } from '../../../test/stopped-clock.ts';
import { selfCheckStore } from '../../links/self-check-store.ts';
import { staffLinkStore, type StaffLinkStore } from '../../links/staff-links.ts';
import { peopleSide, type PeopleSide } from '../../people/people-side.ts';
import { alertStore } from '../../shop/alerts.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { identityService, type IdentityService } from './identity.service.ts';
import { AddAccountBody, AddPersonBody, ChangeAccountBody, ImportBody, RegisterAnswer } from './people.schema.ts';
import { peopleService, type PeopleService } from './people.service.ts';

const MINUTE_MS = 60_000;

let system: TestProduct;
let side: PeopleSide;
let links: StaffLinkStore;
let service: PeopleService;
let identity: IdentityService;
let changes: string[];
let manager: Merchant;
let owner: Merchant;
beforeAll(async () => {
  system = await testProduct({ clock: stoppedClock() });
  const { cipher, clock } = system;
  const { connection } = system.store;
  const { fetch: guardedFetch } = identityProviders(() => clock.now());
  side = peopleSide({ connection, cipher, clock, guardedFetch, log: pino({ level: 'silent' }) });
  links = staffLinkStore({ connection, clock });
  const lifecycle = { changed: async (shop: string) => void changes.push(shop) };
  service = peopleService({
    ...{ people: side, links, lifecycle, clock },
    selfChecks: selfCheckStore({ connection, clock }),
    alerts: alertStore({ connection, cipher, clock }),
  });
  identity = identityService({ people: side, queue: { readPeople: async () => undefined }, lifecycle, clock });
});
afterAll(() => system.close());
beforeEach(() => {
  const shop = `s${randomUUID()}.myshopify.com`;
  changes = [];
  manager = { shop, userId: '2', role: 'manager' };
  owner = { shop, userId: '1', role: 'owner' };
});

const aList = (csv: string, over: Partial<ImportRequest> = {}): ImportRequest => ({
  ...{ csv, service: 'shopify', source: 'users-export', columns: {} },
  ...over,
});
const EXPORT = aList(
  'Name,Email,Role,Two-step authentication\nMeera Invented,meera@shop.example,Store owner,SMS\n"=HYPERLINK(""x"")",evil@shop.example,Packing,Off\n',
);
const cellsOf = (csv: string) => {
  const reader = csvReader();
  return [...reader.push(csv.replace('\uFEFF', '')), ...reader.finish()].map(({ cells }) => cells);
};

describe('a list', () => {
  it('is looked at without a trace, then taken over, and a check follows', async () => {
    expect(service.preview(manager, EXPORT)).toMatchObject({ rows: 2, problems: [] });
    expect([await side.book(manager.shop), changes]).toEqual([null, []]);
    expect(await service.take(manager, EXPORT)).toMatchObject({ added: 2, updated: 0, gone: 0, skipped: 0 });
    expect(changes).toEqual([manager.shop]);
    const register = RegisterAnswer.parse(await service.read(manager));
    expect(register.people.map(({ name, role }) => [name, role])).toEqual([
      ['Meera Invented', 'Store owner'],
      ['=HYPERLINK("x")', 'Packing'],
    ]);
    expect(register.people[0]?.accounts[0]).toMatchObject({
      login: 'meera@shop.example',
      facts: { isOwner: [{ value: true, source: 'users-export' }], secondFactor: [{ value: 'sms' }] },
    });
    expect(register.imports).toMatchObject([{ accounts: 2, canUndo: true }]);
  });

  it('that holds nothing to take is refused, and says what to do', async () => {
    const refused = service.take(manager, aList('Shoe,Size\nJutti,7\n'));
    await expect(refused).rejects.toMatchObject({ status: 409, title: expect.stringMatching(/column/) });
    expect(await side.book(manager.shop)).toBeNull();
  });

  it.each<[string, unknown]>([
    ['another source', aList('x', { source: 'google' as 'csv' })],
    ['another service', aList('x', { service: 'bank' as 'ads' })],
    ['a column of no field', { ...aList('x'), columns: { password: 'Password' } }],
    ['more than 250 KB', aList('x'.repeat(250 * 1024 + 1))],
    ['nothing', aList('')],
  ])('with %s is refused', (_name, list) => expect(ImportBody.safeParse(list).success).toBe(false));
});

describe('the register as a file', () => {
  it('holds no formula, and can be taken over again', async () => {
    await service.take(manager, EXPORT);
    const csv = await service.csv(manager);
    const cells = cellsOf(csv);
    expect(cells.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    expect(cells.find((row) => row.includes('evil@shop.example'))?.[1]).toBe('\'=HYPERLINK("x")');
    const again = service.preview(manager, aList(csv, { columns: { email: 'Log-in' } }));
    expect(again.problems).toEqual([]);
    expect(again.sample.map(({ email, name, secondFactor }) => [email, name, secondFactor])).toEqual([
      ['meera@shop.example', 'Meera Invented', 'SMS'],
      ['evil@shop.example', '=HYPERLINK("x")', 'no'],
    ]);
  });
});

describe('people by hand', () => {
  it('are added, changed and removed; whoever leaves has no link any more', async () => {
    const { id } = await service.addPerson(manager, { name: 'Priya', email: 'priya@shop.example', role: null });
    const { secret } = await links.create(manager.shop, { personId: id, purpose: 'device' }, '2');
    expect((await service.read(manager)).people[0]?.selfCheck.invitedAt).not.toBeNull();
    expect(await service.changePerson(manager, id, { role: 'Packing' })).toMatchObject({
      name: 'Priya',
      role: 'Packing',
    });
    expect(await links.byToken(secret)).not.toBeNull();
    expect((await service.changePerson(manager, id, { hasLeft: true })).leftAt).not.toBeNull();
    expect(await links.byToken(secret)).toBeNull();
    await service.removePerson(manager, id);
    await expect(service.removePerson(manager, id)).rejects.toMatchObject({ status: 404 });
    expect((await service.read(manager)).people).toEqual([]);
  });

  it('say of their accounts what no source tells, and where two sources differ both stand', async () => {
    await service.take(manager, EXPORT);
    const account = (await service.read(manager)).people[0]?.accounts[0];
    const changed = await service.changeAccount(manager, account?.id ?? '', { secondFactor: 'key' });
    expect(changed.facts.secondFactor?.map(({ source, value }) => [source, value])).toEqual([
      ['users-export', 'sms'],
      ['attestation', 'key'],
    ]);
    expect(changed.conflicts).toEqual(['secondFactor']);
    expect((await service.changeAccount(manager, account?.id ?? '', { secondFactor: null })).conflicts).toEqual([]);
  });

  it('cannot be given an account of somebody of another shop', async () => {
    const theirs = await side.people.add(`s${randomUUID()}.myshopify.com`, { name: 'X', email: null, role: null });
    const wish = { personId: theirs.id, service: 'ads', login: 'x' } as const;
    await expect(service.addAccount(manager, wish)).rejects.toMatchObject({ status: 404 });
    const own = await service.addAccount(manager, { ...wish, personId: null });
    await expect(service.changeAccount(manager, own.id, { personId: theirs.id })).rejects.toMatchObject({
      status: 404,
    });
    expect((await service.read(manager)).unmatched.map(({ id }) => id)).toEqual([own.id]);
  });

  it.each<[string, { safeParse(value: unknown): { success: boolean } }, unknown]>([
    ['a person without a name', AddPersonBody, { name: ' ', email: null, role: null }],
    ['an address that is none', AddPersonBody, { name: 'A', email: 'a@b', role: null }],
    ['a name that hides itself', AddPersonBody, { name: '\u202E\u200B', email: null, role: null }],
    ['a log-in of nothing', AddAccountBody, { personId: null, service: 'ads', login: ' ' }],
    ['a statement about nothing', ChangeAccountBody, {}],
    ['a password', ChangeAccountBody, { password: 'x' }],
    ['a second factor of another world', ChangeAccountBody, { secondFactor: 'carrier-pigeon' }],
  ])('%s is refused', (_name, schema, body) => expect(schema.safeParse(body).success).toBe(false));
});

describe('an identity provider', () => {
  const key = { orgUrl: 'https://marigold.okta.com', apiToken: 'okta-token-marigold' };

  it('is the owner’s to connect, a manager’s to read again, once in ten minutes', async () => {
    await expect(identity.connect(manager, 'okta', key)).rejects.toMatchObject({ status: 403 });
    expect(await identity.connect(owner, 'okta', key)).toMatchObject({ isConnected: true, keyEnding: '…gold' });
    const soon = await identity.readNow(manager, 'okta').catch((error: unknown) => error);
    expect(soon).toMatchObject({ status: 429, headers: { 'Retry-After': '600' } });
    system.clock.pass(10 * MINUTE_MS);
    expect(await identity.readNow(manager, 'okta')).toMatchObject({ isConnected: true, keyEnding: null });
    await expect(identity.readNow({ ...manager, role: 'viewer' }, 'okta')).rejects.toMatchObject({ status: 403 });
    await expect(identity.readNow(manager, 'google')).rejects.toMatchObject({ status: 404 });
  });

  it('that is left alone is not asked on anybody’s wish', async () => {
    await identity.connect(owner, 'okta', key);
    system.clock.pass(10 * MINUTE_MS);
    const open = await side.connections.open(owner.shop, 'okta');
    const next = new Date(system.clock.now().getTime() + 5 * MINUTE_MS);
    if (open) await side.connections.failed(owner.shop, open, 'limited', { next, isPaused: true });
    expect(await identity.readNow(manager, 'okta').catch((error: unknown) => error)).toMatchObject({
      status: 429,
      headers: { 'Retry-After': '300' },
    });
  });

  it('goes with all that it said', async () => {
    await identity.connect(owner, 'okta', key);
    await side.reader.run(owner.shop);
    expect((await service.read(manager)).people).toHaveLength(3);
    await expect(identity.disconnect(manager, 'okta')).rejects.toMatchObject({ status: 403 });
    await identity.disconnect(owner, 'okta');
    expect((await side.accounts.list(owner.shop)).length).toBe(0);
  });
});
