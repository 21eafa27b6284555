import { Writable } from 'node:stream';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { LOOK_UP_SERVICES, type LookUpService } from '../../core/evidence/registry.ts';
import { aGstin } from '../../test/a-gstin.ts';
import { lookUpServices, sandboxKey, type LookUpServices } from '../../test/look-up-services.ts';
import { testClock, type TestClock } from '../../test/product.ts';
import { openTestStore, type TestStore } from '../../test/store.ts';
import { createLog } from '../log.ts';
import { registrationStore, type RegistrationStore } from '../shop/registrations.ts';
import { ensureIndexes } from '../store/connect.ts';
import { DataKeys } from '../store/data-keys.ts';
import { createFieldCipher } from '../store/field-cipher.ts';
import { KeyRing } from '../store/key-ring.ts';
import { CALLS_A_DAY, lookUpStore, type LookUpStore } from './look-up-store.ts';
import { lookUps, type LookUps } from './look-ups.ts';
import { pace } from './pace.ts';
import { registryStore, type RegistryStore } from './registry-store.ts';
import { serviceLines } from './service-line.ts';

const HOUR = 60 * 60 * 1000;
const MINUTE = 60_000;
const GSTIN = aGstin();

let store: TestStore;
let clock: TestClock;
let services: LookUpServices;
let registrations: RegistrationStore;
let lookUp: LookUpStore;
let registry: RegistryStore;
let runner: LookUps;
let shop: string;
let handle: string;
let number = 0;
const lines: string[] = [];

beforeAll(async () => {
  store = await openTestStore();
  await ensureIndexes(store.connection);
});
afterAll(() => store.close());

beforeEach(async () => {
  number += 1;
  handle = `shop-${number}`;
  shop = `${handle}.myshopify.com`;
  clock = testClock();
  const { connection } = store;
  const ring = KeyRing.parse(`test:${randomBytes(32).toString('base64')}`);
  const cipher = createFieldCipher(new DataKeys({ connection, ring, clock }));
  services = lookUpServices(() => clock.now());
  registrations = registrationStore({ connection, cipher, clock });
  lookUp = lookUpStore({ connection, cipher, clock });
  registry = registryStore({ connection, cipher, registrations, clock });
  await ensureIndexes(connection);
  const destination = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
  runner = lookUps({
    ...{ store: lookUp, registry, clock },
    log: createLog({ level: 'trace', destination }),
    lines: serviceLines({
      ...{ store: lookUp, clock, guardedFetch: services.fetch },
      pace: pace({ clock, random: () => 1 }),
      sharedWaitMs: async () => 0,
      pause: async (ms) => clock.pass(ms),
    }),
  });
});

async function connect(service: LookUpService = 'sandbox-co-in', isTestMode = false): Promise<void> {
  await lookUp.connect(shop, { service, isTestMode, credentials: sandboxKey(service, handle) }, '1');
}
const add = (gstin: string) => registrations.add(shop, gstin, '1');
const entries = () => registry.entries(shop);
const callsToday = async () => (await lookUp.state(shop)).callsToday;
const isDue = async () => (await lookUp.dueShops(1_000)).includes(shop);

describe('a run', () => {
  it.each(LOOK_UP_SERVICES)('over %s knows the number by its name, its service and its moment', async (service) => {
    await add(GSTIN);
    await connect(service);
    expect(await runner.run(shop)).toEqual({ isNews: true, asked: 1, stopped: null });
    const [entry] = await entries();
    expect(entry).toMatchObject({
      gstin: GSTIN,
      known: { service, record: { legalName: 'Meera Invented' } },
      asked: { service, outcome: 'known' },
      changes: [],
    });
    expect(entry?.known?.record.status).toBe(service === 'cleartax' ? null : 'active');
    expect(entry?.returns === null).toBe(service !== 'sandbox-co-in');
  });

  it('finds places, and the returns that were filed', async () => {
    await add(GSTIN);
    await connect();
    await runner.run(shop);
    const [entry] = await entries();
    expect(entry?.known?.record).toMatchObject({
      principal: { pin: '400013', stateCode: '27' },
      additional: [
        { pin: '421302', stateCode: '27' },
        { pin: '440010', stateCode: '27' },
      ],
    });
    const forms = new Set(entry?.returns?.filed.map(({ form }) => form));
    expect([...forms].sort()).toEqual(['GSTR1', 'GSTR3B']);
  });

  it('asks only for what is due: nothing while it is fresh, everything the day after', async () => {
    await add(GSTIN);
    await connect();
    await runner.run(shop);
    const spent = await callsToday();
    expect(await runner.run(shop)).toEqual({ isNews: false, asked: 0, stopped: null });
    expect(await callsToday()).toBe(spent);
    clock.pass(24 * HOUR);
    expect(await isDue()).toBe(true);
    expect(await runner.run(shop)).toEqual({ isNews: false, asked: 1, stopped: null });
    expect(await isDue()).toBe(false);
  });

  it('asks for a number that was added since', async () => {
    await add(GSTIN);
    await connect();
    await runner.run(shop);
    await add(aGstin({ pan: 'AAAPZ4321C' }));
    await lookUp.due(shop);
    expect(await runner.run(shop)).toEqual({ isNews: true, asked: 1, stopped: null });
  });

  it('does not lose a wish that came while it went on', async () => {
    await add(GSTIN);
    await connect();
    const { fetch } = services;
    const during = lookUps({
      ...{ store: lookUp, registry, clock, log: createLog({ level: 'silent' }) },
      lines: serviceLines({
        ...{ store: lookUp, clock, pace: pace({ clock }), sharedWaitMs: async () => 0 },
        guardedFetch: async (url, init) => {
          clock.pass(1_000);
          await lookUp.due(shop, { again: true });
          return fetch(url, init);
        },
      }),
    });
    await during.run(shop);
    expect(await isDue()).toBe(true);
  });

  it('tells of a change once, and keeps its day', async () => {
    await add(GSTIN);
    await connect();
    await runner.run(shop);
    services.registryOf(handle).status = 'Suspended';
    clock.pass(24 * HOUR);
    expect((await runner.run(shop)).isNews).toBe(true);
    const [entry] = await entries();
    expect(entry?.known?.record.status).toBe('suspended');
    expect(entry?.changes).toEqual([{ field: 'status', noticedAt: entry?.asked?.at }]);
    clock.pass(24 * HOUR);
    expect((await runner.run(shop)).isNews).toBe(false);
    clock.pass(90 * 24 * HOUR);
    expect((await entries())[0]?.changes).toEqual([]);
  });

  it('forgets numbers that the merchant no longer names', async () => {
    const { id } = await add(GSTIN);
    await connect();
    await runner.run(shop);
    await registrations.remove(shop, id);
    await lookUp.due(shop);
    await runner.run(shop);
    await add(GSTIN);
    expect((await entries())[0]?.known).toBeNull();
  });

  it('without a service asks nobody', async () => {
    await add(GSTIN);
    expect(await runner.run(shop)).toEqual({ isNews: false, asked: 0, stopped: 'not-connected' });
    expect(services.calls).toEqual([]);
    expect((await entries())[0]).toMatchObject({ known: null, asked: null });
  });
});

describe('before a paid call', () => {
  it('the number is judged here: one that cannot exist costs nothing', async () => {
    await add('27AAAAA0000A1Z3'); // its check character does not fit
    await connect();
    await runner.run(shop);
    expect(services.calls).toEqual([]);
    expect((await entries())[0]?.asked?.outcome).toBe('not-found');
  });

  it('numbers of the service’s documentation are let through, in test mode alone', async () => {
    await add('27AAICB3918J1CT');
    await connect('setu', true);
    await runner.run(shop);
    expect(services.calls).toEqual(['dg-sandbox.setu.co/api/verify/gst']);
    expect((await entries())[0]?.asked?.outcome).toBe('known');
    await connect('setu', false);
    await runner.run(shop);
    expect(services.calls).toHaveLength(1);
  });
});

describe('I7: the day’s budget', () => {
  it('ends the run at its last call, leaves what is known, and goes on the next day of India', async () => {
    for (let one = 0; one < 30; one += 1) await add(aGstin({ pan: `AAAPZ${String(1000 + one)}C` }));
    await connect(); // two calls a number: the search and the returns
    expect(await runner.run(shop)).toMatchObject({ stopped: 'budget' });
    expect(await callsToday()).toBe(CALLS_A_DAY);
    expect((await entries()).filter(({ known }) => known)).toHaveLength(CALLS_A_DAY / 2);
    const before = services.calls.length;
    clock.pass(MINUTE);
    expect(await isDue()).toBe(false);
    await lookUp.due(shop);
    await runner.run(shop);
    expect(services.calls).toHaveLength(before);

    clock.pass(28 * HOUR);
    expect(await callsToday()).toBe(0);
    await runner.run(shop);
    // Those that were were never known come first.
    expect((await entries()).filter(({ known }) => known)).toHaveLength(30);
  });

  it('is not made whole by connecting anew', async () => {
    await add(GSTIN);
    await connect();
    await runner.run(shop);
    const spent = await callsToday();
    await lookUp.disconnect(shop);
    await connect('setu');
    expect(await callsToday()).toBe(spent);
    await runner.run(shop);
    expect(await callsToday()).toBe(spent + 1);
  });

  it('holds when many spend at once', async () => {
    await connect();
    const open = await lookUp.open(shop);
    const spending = Array.from({ length: CALLS_A_DAY + 20 }, () => lookUp.spend(shop, open?.revision ?? ''));
    expect((await Promise.all(spending)).filter(Boolean)).toHaveLength(CALLS_A_DAY);
  });

  it('is not spent by signing in', async () => {
    await add(GSTIN);
    await connect();
    await runner.run(shop);
    services.registryOf(handle).fault = 'expired-token';
    await lookUp.due(shop, { again: true });
    const [before, spent] = [services.calls.length, await callsToday()];
    await runner.run(shop);
    const calls = services.calls.slice(before);
    expect(calls.filter((call) => call.endsWith('/authenticate'))).toHaveLength(1);
    expect(await callsToday()).toBe(spent + calls.length - 1);
    expect((await entries())[0]?.asked?.outcome).toBe('known');
  });

  it('is nobody’s after a disconnect: work that goes on stops', async () => {
    await connect();
    const open = await lookUp.open(shop);
    await lookUp.disconnect(shop);
    expect(await lookUp.spend(shop, open?.revision ?? '')).toBe(false);
  });
});

describe('a service that fails', () => {
  it.each([
    ['hang', 'unreachable'],
    ['source-down', 'source-down'],
    ['limited', 'limited'],
  ] as const)('with %s is left alone, asked again by itself, and known things stay', async (fault, outcome) => {
    await add(GSTIN);
    await connect();
    await runner.run(shop);
    services.registryOf(handle).fault = fault;
    clock.pass(24 * HOUR);
    expect(await runner.run(shop)).toMatchObject({ stopped: 'paused' });
    const [entry] = await entries();
    expect(entry).toMatchObject({ known: { record: { status: 'active' } }, asked: { outcome } });
    const { pausedUntil } = await lookUp.state(shop);
    expect(Date.parse(pausedUntil ?? '')).toBeGreaterThan(clock.now().getTime() + 20_000);

    const before = services.calls.length;
    await lookUp.due(shop);
    expect(await runner.run(shop)).toMatchObject({ stopped: 'paused', asked: 0 });
    expect(services.calls).toHaveLength(before);

    services.registryOf(handle).fault = null;
    clock.pass(11 * MINUTE);
    expect(await isDue()).toBe(true);
    expect(await runner.run(shop)).toMatchObject({ stopped: null, asked: 1 });
    expect((await lookUp.state(shop)).pausedUntil).toBeNull();
  });

  it('is left alone for the other shops of this process as well', async () => {
    await add(GSTIN);
    await connect('setu');
    services.registryOf(handle).fault = 'source-down';
    await runner.run(shop);
    const [first, firstHandle] = [shop, handle];
    shop = `other-${first}`;
    handle = `other-${firstHandle}`;
    await add(GSTIN);
    await connect('setu');
    expect(await runner.run(shop)).toEqual({ isNews: false, asked: 0, stopped: 'paused' });
    clock.pass(MINUTE + 1);
    expect(await isDue()).toBe(true);
    expect(await runner.run(shop)).toMatchObject({ asked: 1 });
  });

  it.each([
    ['html', 'unexpected-shape'],
    ['truncated', 'unexpected-shape'],
    ['huge', 'unexpected-shape'],
    ['other-number', 'unexpected-shape'],
    ['payment', 'payment-needed'],
    ['key-refused', 'key-refused'],
  ] as const)('with %s is %s, never invalid, and known things stay', async (fault, outcome) => {
    for (const service of LOOK_UP_SERVICES) {
      shop = `${service}-${number}-${fault}.myshopify.com`;
      handle = `${service}-${number}-${fault}`;
      await add(GSTIN);
      await connect(service);
      await runner.run(shop);
      services.registryOf(handle).fault = fault;
      clock.pass(24 * HOUR);
      await runner.run(shop);
      expect([service, (await entries())[0]?.asked?.outcome]).toEqual([service, outcome]);
      expect((await entries())[0]?.known?.record.legalName).toBe('Meera Invented');
    }
  });

  it.each(['key-refused', 'payment'] as const)('with %s is not asked for the next number', async (fault) => {
    await add(GSTIN);
    await add(aGstin({ pan: 'AAAPZ4321C' }));
    await connect('cashfree');
    services.registryOf(handle).fault = fault;
    expect(await runner.run(shop)).toMatchObject({ asked: 1, stopped: 'refused' });
    expect(services.calls).toHaveLength(1);
  });

  it('that changes its dates loses the dates and nothing else', async () => {
    for (const service of ['sandbox-co-in', 'cashfree', 'setu'] as const) {
      shop = `${service}-${number}-dates.myshopify.com`;
      handle = `${service}-${number}-dates`;
      services.registryOf(handle).fault = 'date-format';
      await add(GSTIN);
      await connect(service);
      await runner.run(shop);
      expect((await entries())[0]?.known?.record).toMatchObject({ status: 'active', registeredOn: null });
    }
  });
});

describe('keys', () => {
  it('are in no log line, and in the store only sealed', async () => {
    for (const [place, service] of LOOK_UP_SERVICES.entries()) {
      shop = `keys-${place}.myshopify.com`;
      handle = `keys-${place}`;
      await add(GSTIN);
      await connect(service);
      await runner.run(shop);
      services.registryOf(handle).fault = 'key-refused';
      clock.pass(24 * HOUR);
      await runner.run(shop);
    }
    const secrets = ['key-keys-', 'secret-keys-', 'token-of-a-day', GSTIN, 'Meera Invented', '400013'];
    const stored = await everythingIn(store.uri);
    expect(stored).toContain('keys-0.myshopify.com');
    for (const secret of secrets) {
      expect(stored).not.toContain(secret);
      expect(lines.join('\n')).not.toContain(secret);
    }
    expect(lines.join('\n')).toContain('key-refused');
  });

  it('show their ending to the owner alone', async () => {
    await connect('cleartax');
    expect((await lookUp.state(shop)).keyEnding).toBeNull();
    expect((await lookUp.state(shop, { withKeyEnding: true })).keyEnding).toBe(`…${`key-${handle}`.slice(-4)}`);
  });

  it('go with the service', async () => {
    await connect('sandbox-co-in');
    await add(GSTIN);
    await runner.run(shop);
    await lookUp.disconnect(shop);
    expect(await lookUp.open(shop)).toBeNull();
    expect(await isDue()).toBe(false);
    const client = await mongoose.mongo.MongoClient.connect(store.uri);
    const left = await client.db().collection('look_up_connections').findOne({ shop });
    await client.close();
    expect(Object.keys(left ?? {}).sort()).toEqual(['_id', 'budgetDay', 'callsToday', 'failuresInRow', 'shop']);
  });
});

/** As a thief would read it. */
async function everythingIn(uri: string): Promise<string> {
  const client = await mongoose.mongo.MongoClient.connect(uri);
  const texts: string[] = [];
  for (const { name } of await client.db().listCollections().toArray()) {
    texts.push(JSON.stringify(await client.db().collection(name).find({}).toArray()));
  }
  await client.close();
  return texts.join('\n');
}
