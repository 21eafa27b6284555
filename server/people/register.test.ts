import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { identityProviders } from '../../test/identity-providers.ts';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { accountModel } from '../models/account.ts';
import { personModel } from '../models/person.ts';
import { peopleSide, type PeopleSide } from './people-side.ts';
import type { ReadAccount, SourceReading } from './sources/source.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

let system: TestProduct;
let side: PeopleSide;
let shop: string;
beforeAll(async () => {
  system = await testProduct();
  const { store, cipher, clock } = system;
  const log = pino({ level: 'silent' });
  side = peopleSide({
    connection: store.connection,
    cipher,
    clock,
    log,
    guardedFetch: identityProviders(() => clock.now()).fetch,
  });
});
afterAll(() => system.close());
beforeEach(() => {
  shop = `s${randomUUID()}.myshopify.com`;
});

function aReading(accounts: readonly Partial<ReadAccount>[], over: Partial<SourceReading> = {}): SourceReading {
  return {
    service: 'mail',
    accounts: accounts.map((account) => ({
      login: 'x',
      email: account.login ?? null,
      name: null,
      role: null,
      facts: {},
      ...account,
    })),
    tells: ['isActive', 'secondFactor'],
    isFull: true,
    policy: null,
    ...over,
  };
}

const PRIYA = {
  login: 'priya@shop.example',
  name: 'Priya Sharma',
  facts: { isActive: true, secondFactor: 'app' },
} as const;
const keep = (source: Parameters<PeopleSide['readings']['keep']>[1], reading: SourceReading) =>
  side.readings.keep(shop, source, reading);
/** Of the one account. */
const statedOf = async (fact: 'isActive' | 'secondFactor') =>
  (await side.book(shop))?.accounts[0]?.facts[fact]?.map(({ source, value }) => [source, value]);

describe('people and accounts that a source tells', () => {
  it('are one person across sources and services, by address alone', async () => {
    await keep('google', aReading([PRIYA]));
    await keep(
      'users-export',
      aReading([{ ...PRIYA, login: ' PRIYA@shop.example ', name: 'P. Sharma' }], { service: 'shopify' }),
    );
    await keep(
      'csv',
      aReading([{ login: 'priya+ads@shop.example', email: 'priya+ads@shop.example' }], { service: 'ads' }),
    );
    const { people, accounts } = await side.register(shop);
    expect(people.map(({ name, email }) => [name, email])).toEqual([
      ['Priya Sharma', 'priya@shop.example'],
      ['priya+ads', 'priya+ads@shop.example'], // "+ads" is another mailbox with most providers
    ]);
    expect(new Set(accounts.map(({ personId }) => personId)).size).toBe(2);
  });

  it('leave role mailboxes, closed accounts and open requests nobody’s', async () => {
    await keep(
      'google',
      aReading([
        { login: 'info@shop.example', facts: { isActive: true } },
        { login: 'gone@shop.example', facts: { isActive: false } },
        { login: 'asks@shop.example', facts: { kind: 'requested' } },
      ]),
    );
    const book = await side.book(shop);
    expect(book?.people).toEqual([]);
    expect(book?.accounts.map(({ personId, isGenericMailbox }) => [personId, isGenericMailbox])).toEqual([
      [null, true],
      [null, false],
      [null, false],
    ]);
  });

  it('stand sealed in the store, and masked in evidence', async () => {
    await side.people.add(shop, { name: 'Priya Sharma', email: 'priya@shop.example', role: 'Packing desk' });
    await keep('google', aReading([PRIYA]));
    const { connection } = system.store;
    const stored = JSON.stringify([
      await personModel(connection).find({ shop }).lean(),
      await accountModel(connection).find({ shop }).lean(),
    ]);
    expect(stored).not.toMatch(/priya|sharma|packing/i);
    const book = JSON.stringify(await side.book(shop));
    expect(book).not.toMatch(/priya|sharma|packing/i);
    expect(book).toMatch(/Pr••• S•••/);
  });

  it('are unknown as long as nobody said anything', async () => {
    expect(await side.book(shop)).toBeNull();
    await side.accounts.useService(shop, 'courier', false);
    expect((await side.book(shop))?.services).toMatchObject({ courier: false, mail: null });
  });
});

describe('a source that is read again', () => {
  it('replaces its own words, and no other’s', async () => {
    await keep('csv', aReading([{ ...PRIYA, facts: { secondFactor: 'sms' } }]));
    await keep('google', aReading([PRIYA]));
    await keep('google', aReading([{ ...PRIYA, facts: { secondFactor: 'none' } }]));
    expect(await statedOf('secondFactor')).toEqual([
      ['google', 'none'],
      ['csv', 'sms'],
    ]);
    expect(await statedOf('isActive')).toBeUndefined();
  });

  it('states that whoever is missing from a full list is not active, and of a part of a list nothing', async () => {
    await keep('google', aReading([PRIYA, { login: 'anil@shop.example', facts: { isActive: true } }]));
    const change = await keep('google', aReading([PRIYA]));
    expect(change).toMatchObject({ added: 0, updated: 0, gone: 1, isNews: true });
    expect((await keep('google', aReading([PRIYA]))).isNews).toBe(false);
    const active = async () =>
      (await side.book(shop))?.accounts.map(({ facts }) => facts.isActive?.map(({ value }) => value) ?? 'unknown');
    expect(await active()).toEqual([[true], [false]]);
    await keep('google', aReading([PRIYA], { isFull: false }));
    expect(await active()).toEqual([[true], 'unknown']);
  });

  it('is no news when only the last log-in is newer', async () => {
    const at = (lastSignInAt: string) => aReading([{ ...PRIYA, facts: { ...PRIYA.facts, lastSignInAt } }]);
    await keep('google', at('2026-11-20T06:30:00.000Z'));
    expect((await keep('google', at('2026-11-21T06:30:00.000Z'))).isNews).toBe(false);
    expect((await side.book(shop))?.accounts[0]?.facts.lastSignInAt?.[0]?.value).toBe('2026-11-21T06:30:00.000Z');
  });

  it('replaces what the same source told of the same service alone', async () => {
    await keep('csv', aReading([PRIYA], { service: 'courier' }));
    await keep('csv', aReading([PRIYA], { service: 'ads' }));
    await keep('csv', aReading([], { service: 'ads' }));
    const active = (await side.book(shop))?.accounts.map(({ service, facts }) => [service, facts.isActive?.[0]?.value]);
    expect(active).toEqual([
      ['ads', false],
      ['courier', true],
    ]);
  });

  it('says by when its words end: providers in 14 days, files in 90, people in 90 or 180', async () => {
    await keep('google', aReading([PRIYA]));
    await keep('users-export', aReading([PRIYA], { service: 'shopify' }));
    const gateway = await side.accounts.add(shop, { personId: null, service: 'payment-gateway', login: 'm-42' });
    await side.accounts.change(shop, gateway.id, { secondFactor: 'app' });
    const shopify = (await side.accounts.list(shop)).find(({ service }) => service === 'shopify');
    await side.accounts.change(shop, shopify?.id ?? '', { secondFactor: 'key', isShared: false });
    const days = (await side.book(shop))?.accounts.flatMap(({ service, facts }) =>
      [...(facts.secondFactor ?? []), ...(facts.isShared ?? [])].map(({ source, statedAt, expiresAt }) => [
        service,
        source,
        (Date.parse(expiresAt ?? '') - Date.parse(statedAt)) / DAY_MS,
      ]),
    );
    expect(days).toEqual([
      ['mail', 'google', 14],
      ['payment-gateway', 'attestation', 180],
      ['shopify', 'users-export', 90],
      ['shopify', 'attestation', 90],
      ['shopify', 'attestation', 180],
    ]);
  });
});

describe('what people change by hand', () => {
  it('joins two into one, whose addresses both lead to them from then on', async () => {
    await keep('google', aReading([PRIYA, { login: 'priya.s@agency.example' }]));
    const [first, second] = await side.people.list(shop);
    const joined = await side.people.merge(shop, second?.id ?? '', first?.id ?? '');
    expect(joined).toMatchObject({ name: 'Priya Sharma', email: 'priya@shop.example' });
    await keep('csv', aReading([{ login: 'priya.s@agency.example' }], { service: 'courier' }));
    const { people, accounts } = await side.register(shop);
    expect([people.length, new Set(accounts.map(({ personId }) => personId)).size]).toEqual([1, 1]);
    await expect(
      side.people.add(shop, { name: 'X', email: 'priya.s@agency.example', role: null }),
    ).rejects.toMatchObject({
      status: 409,
    });
  });

  it('takes back a statement, and moves an account where no list moves it again', async () => {
    await keep('google', aReading([PRIYA]));
    const anil = await side.people.add(shop, { name: 'Anil', email: null, role: null });
    const [account] = await side.accounts.list(shop);
    const id = account?.id ?? '';
    await side.accounts.change(shop, id, { personId: anil.id, isShared: true });
    await side.accounts.change(shop, id, { isShared: null });
    await keep('google', aReading([PRIYA]));
    expect((await side.accounts.list(shop))[0]).toMatchObject({ personId: anil.id, statements: { attestation: {} } });
  });

  it('confirms accounts, all of them or none', async () => {
    await keep('google', aReading([PRIYA]));
    const [account] = await side.accounts.list(shop);
    expect(await side.accounts.confirm(shop, [account?.id ?? '', 'f'.repeat(24)])).toBeNull();
    expect((await side.accounts.list(shop))[0]?.confirmedOn).toBeNull();
    expect(await side.accounts.confirm(shop, [account?.id ?? '', account?.id ?? ''])).toBe(1);
    expect((await side.accounts.list(shop))[0]?.confirmedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('refuses an address and a log-in that are there already', async () => {
    await keep('google', aReading([PRIYA]));
    await expect(side.people.add(shop, { name: 'X', email: 'Priya@shop.example', role: null })).rejects.toMatchObject({
      fields: { email: 'duplicate' },
    });
    await expect(
      side.accounts.add(shop, { personId: null, service: 'mail', login: 'PRIYA@shop.example' }),
    ).rejects.toMatchObject({ fields: { login: 'duplicate' } });
  });
});

describe('whoever is removed', () => {
  it('goes with every account and every statement, and what an earlier list would bring back', async () => {
    const list = aReading([PRIYA], { service: 'shopify' });
    const change = await keep('users-export', list);
    await side.imports.note(
      shop,
      { source: 'users-export', service: 'shopify' },
      { change, accounts: 1, skipped: 0 },
      '1',
    );
    const removed: string[] = [];
    side.onRemoval(async (_shop, personId) => void removed.push(personId));
    const [person] = await side.people.list(shop);
    expect(await side.removePerson(shop, person?.id ?? '')).toBe(true);
    expect(removed).toEqual([person?.id]);
    expect(await side.register(shop)).toMatchObject({ people: [], accounts: [] });
    expect(await side.imports.list(shop)).toEqual([]);
    expect(await side.removePerson(shop, person?.id ?? '')).toBe(false);
  });

  it('is forgotten 90 days after leaving, and not a day before', async () => {
    await keep('google', aReading([PRIYA]));
    const [person] = await side.people.list(shop);
    await side.people.change(shop, person?.id ?? '', { hasLeft: true });
    system.clock.pass(89 * DAY_MS);
    await side.forgetLeavers(100);
    expect(await side.people.list(shop)).toHaveLength(1);
    expect(await side.people.active(shop)).toEqual([]);
    system.clock.pass(DAY_MS);
    await side.forgetLeavers(100);
    expect(await side.register(shop)).toMatchObject({ people: [], accounts: [] });
  });

  it('and comes back stays: leaving can be taken back', async () => {
    const { id } = await side.people.add(shop, { name: 'Priya', email: null, role: null });
    await side.people.change(shop, id, { hasLeft: true });
    expect(await side.people.change(shop, id, { hasLeft: false })).toMatchObject({ leftAt: null });
  });
});

describe('a list that is taken back', () => {
  const take = async (reading: SourceReading) => {
    const change = await keep('users-export', reading);
    const kind = { source: 'users-export', service: 'shopify' } as const;
    return (await side.imports.note(shop, kind, { change, accounts: reading.accounts.length, skipped: 0 }, '1'))
      .importId;
  };
  const shopify = (...accounts: Partial<ReadAccount>[]) => aReading(accounts, { service: 'shopify' });

  it('leaves all as it was before', async () => {
    await take(shopify(PRIYA, { login: 'anil@shop.example', facts: { isActive: true } }));
    const before = await side.register(shop);
    system.clock.pass(60_000);
    const id = await take(shopify({ ...PRIYA, facts: { secondFactor: 'none' } }, { login: 'new@shop.example' }));
    expect(await side.register(shop)).not.toEqual(before);
    expect(await side.imports.undo(shop, id)).toBe(true);
    expect(await side.register(shop)).toEqual(before);
    expect(await side.imports.undo(shop, id)).toBe(false);
  });

  it('keeps what others said of its accounts meanwhile', async () => {
    const id = await take(shopify(PRIYA));
    const [account] = await side.accounts.list(shop);
    await side.accounts.change(shop, account?.id ?? '', { secondFactor: 'key' });
    await side.imports.undo(shop, id);
    expect(await statedOf('secondFactor')).toEqual([['attestation', 'key']]);
    expect(await side.people.list(shop)).toHaveLength(1);
  });

  it('goes only after those that came later', async () => {
    const first = await take(shopify(PRIYA));
    system.clock.pass(1_000);
    const second = await take(shopify(PRIYA));
    expect((await side.imports.list(shop)).map(({ canUndo }) => canUndo)).toEqual([true, false]);
    await expect(side.imports.undo(shop, first)).rejects.toMatchObject({ status: 409 });
    await side.imports.undo(shop, second);
    expect(await side.imports.undo(shop, first)).toBe(true);
    expect(await side.register(shop)).toMatchObject({ people: [], accounts: [], readings: [] });
  });
});
