import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { IdentityProvider } from '../../core/api/people.ts';
import { identityProviders, type IdentityProviders } from '../../test/identity-providers.ts';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { peopleSide, type PeopleSide } from './people-side.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let system: TestProduct;
let world: IdentityProviders;
let side: PeopleSide;
let logged = '';
let handle: string;
let shop: string;
beforeAll(async () => {
  system = await testProduct();
  const { store, cipher, clock } = system;
  world = identityProviders(() => clock.now());
  const log = pino({ level: 'trace' }, { write: (line: string) => void (logged += line) });
  const pause = () => Promise.resolve();
  side = peopleSide({ connection: store.connection, cipher, clock, log, pause, guardedFetch: world.fetch });
});
afterAll(() => system.close());
beforeEach(() => {
  handle = `h${randomUUID()}`;
  shop = `${handle}.myshopify.com`;
});

const connect = (provider: IdentityProvider) =>
  side.connections.connect(shop, provider, world.keyOf(provider, handle), '1');
const stateOf = async (provider: IdentityProvider) =>
  (await side.connections.states(shop, { withKeyEnding: true })).find((state) => state.provider === provider);
const accounts = async () => (await side.accounts.list(shop)).length;

describe('a connected provider', () => {
  it('is read at once, and then once a day', async () => {
    await connect('google');
    expect(await side.connections.dueShops(1_000)).toContain(shop);
    expect(await side.reader.run(shop)).toBe(true);
    expect(await stateOf('google')).toMatchObject({ isConnected: true, accounts: 3, problem: null, pausedUntil: null });
    expect(await side.connections.dueShops(1_000)).not.toContain(shop);
    system.clock.pass(DAY_MS);
    expect(await side.connections.dueShops(1_000)).toContain(shop);
    expect(await side.reader.run(shop)).toBe(false); // nothing is new
  });

  it('tells of a mailbox that was closed', async () => {
    await connect('okta');
    await side.reader.run(shop);
    Object.assign(world.directoryOf(handle).people[1]?.mailbox ?? {}, { isSuspended: true });
    system.clock.pass(DAY_MS);
    expect(await side.reader.run(shop)).toBe(true);
  });

  it('that is disconnected says nothing any more, and what others said stays', async () => {
    await connect('google');
    await side.reader.run(shop);
    const [first] = await side.accounts.list(shop);
    await side.accounts.change(shop, first?.id ?? '', { isShared: false });
    await side.connections.disconnect(shop, 'google');
    await side.readings.forget(shop, 'google');
    expect((await side.accounts.list(shop)).map(({ statements }) => Object.keys(statements))).toEqual([
      ['attestation'],
    ]);
  });
});

describe.each(['google', 'microsoft', 'okta'] as const)('%s that misbehaves', (provider) => {
  it.each([
    ['revoked', 'key-refused'],
    ['not-permitted', 'not-permitted'],
    ['looping', 'unexpected-shape'],
    ['elsewhere', 'unexpected-shape'],
    ['html', 'unexpected-shape'],
    ['truncated', 'unexpected-shape'],
  ] as const)('by %s is told as %s, and what was known stays', async (fault, problem) => {
    await connect(provider);
    await side.reader.run(shop);
    const before = await side.register(shop);
    world.directoryOf(handle).fault = fault;
    system.clock.pass(DAY_MS);
    expect(await side.reader.run(shop)).toBe(false);
    expect(await stateOf(provider)).toMatchObject({ problem, pausedUntil: null });
    expect(await side.register(shop)).toEqual(before);
    expect(await side.connections.dueShops(1_000)).not.toContain(shop);
  });

  it('by an hour of 429 is left alone so long, and then read by itself', async () => {
    await connect(provider);
    world.directoryOf(handle).fault = 'limited';
    await side.reader.run(shop);
    const until = (await stateOf(provider))?.pausedUntil ?? '';
    expect(Date.parse(until) - system.clock.now().getTime()).toBeGreaterThan(59 * MINUTE_MS);
    expect(await stateOf(provider)).toMatchObject({ problem: 'limited', accounts: 0 });
    world.directoryOf(handle).fault = null;
    system.clock.pass(30 * MINUTE_MS);
    expect(await side.connections.dueShops(1_000)).not.toContain(shop);
    expect(await side.reader.run(shop)).toBe(false);
    system.clock.pass(31 * MINUTE_MS);
    expect(await side.connections.dueShops(1_000)).toContain(shop);
    expect(await side.reader.run(shop)).toBe(true);
    expect([(await stateOf(provider))?.problem, await accounts()]).toEqual([null, 3]);
  });

  it('by silence is asked again later and later', async () => {
    await connect(provider);
    world.directoryOf(handle).fault = 'hang';
    const waits: number[] = [];
    for (let time = 0; time < 3; time += 1) {
      await side.reader.run(shop);
      const waitMs = Date.parse((await stateOf(provider))?.pausedUntil ?? '') - system.clock.now().getTime();
      waits.push(Math.round(waitMs / MINUTE_MS));
      system.clock.pass(waitMs + 1_000);
    }
    expect(waits).toEqual([1, 2, 4]);
  });
});

describe('a key', () => {
  it('that comes while the one before is in use wins: nothing of the old reading is kept', async () => {
    await connect('okta');
    const late: IdentityProviders['fetch'] = async (address, init) => {
      if (address.includes('/policies')) await connect('okta');
      return world.fetch(address, init);
    };
    const { store, cipher, clock } = system;
    const log = pino({ level: 'silent' });
    const pause = () => Promise.resolve();
    const slow = peopleSide({ connection: store.connection, cipher, clock, log, pause, guardedFetch: late });
    expect(await slow.reader.run(shop)).toBe(false);
    expect(await accounts()).toBe(0);
    expect(await side.connections.dueShops(1_000)).toContain(shop);
  });

  it('shows four characters of itself, to who may see them, and nothing anywhere else', async () => {
    const providers = ['google', 'microsoft', 'okta'] as const;
    const secrets: string[] = [];
    for (const provider of providers) {
      await connect(provider);
      secrets.push(...Object.values(world.keyOf(provider, handle)).filter((word) => !word.includes('@')));
    }
    for (const fault of [null, 'revoked', 'hang', 'elsewhere'] as const) {
      world.directoryOf(handle).fault = fault;
      for (const provider of providers) await side.connections.wish(shop, provider);
      await side.reader.run(shop);
      system.clock.pass(DAY_MS);
    }
    const states = JSON.stringify(await side.connections.states(shop, { withKeyEnding: true }));
    const { connection } = system.store;
    const stored = JSON.stringify(await connection.model('IdentityConnection').find({ shop }).lean());
    expect(logged).toContain('accounts read');
    const tokens = ['google', 'microsoft', 'okta'].map((name) => `${name}-token-`);
    for (const secret of [...secrets, ...tokens, 'private_key', 'meera@']) {
      expect([states, stored, logged].map((text) => text.includes(secret))).toEqual([false, false, false]);
    }
    expect((await side.connections.states(shop)).map(({ keyEnding }) => keyEnding)).toEqual([null, null, null]);
  });
});
