import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aGstin } from '../../test/a-gstin.ts';
import { lookUpServices, sandboxKey, type LookUpServices } from '../../test/look-up-services.ts';
import { testClock, type TestClock } from '../../test/product.ts';
import { openTestStore, type TestStore } from '../../test/store.ts';
import type { StatusChange } from '../flow/flow-teller.ts';
import { createLog } from '../log.ts';
import { registrationStore } from '../shop/registrations.ts';
import { ensureIndexes } from '../store/connect.ts';
import { DataKeys } from '../store/data-keys.ts';
import { createFieldCipher } from '../store/field-cipher.ts';
import { KeyRing } from '../store/key-ring.ts';
import { lookUpStore, type LookUpStore } from './look-up-store.ts';
import { lookUps, type LookUps } from './look-ups.ts';
import { pace } from './pace.ts';
import { registryStore, type RegistryStore } from './registry-store.ts';
import { serviceLines } from './service-line.ts';

const DAY_MS = 24 * 60 * 60_000;
const GSTIN = aGstin();

let store: TestStore;
let clock: TestClock;
let services: LookUpServices;
let lookUp: LookUpStore;
let registry: RegistryStore;
let runner: LookUps;
let shop: string;
let handle: string;
let number = 0;
let told: StatusChange[];
/** A store that fails after the change was told. */
let isBroken: boolean;

beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

beforeEach(async () => {
  number += 1;
  handle = `status-${number}`;
  shop = `${handle}.myshopify.com`;
  clock = testClock();
  [told, isBroken] = [[], false];
  const { connection } = store;
  const ring = KeyRing.parse(`test:${randomBytes(32).toString('base64')}`);
  const cipher = createFieldCipher(new DataKeys({ connection, ring, clock }));
  services = lookUpServices(() => clock.now());
  const registrations = registrationStore({ connection, cipher, clock });
  lookUp = lookUpStore({ connection, cipher, clock });
  registry = registryStore({ connection, cipher, registrations, clock });
  await ensureIndexes(connection);
  runner = lookUps({
    ...{ store: lookUp, clock, log: createLog({ level: 'silent' }) },
    registry: {
      ...registry,
      keep: (...of) => (isBroken ? Promise.reject(new Error('killed')) : registry.keep(...of)),
    },
    lines: serviceLines({
      ...{ store: lookUp, clock, guardedFetch: services.fetch, sharedWaitMs: async () => 0 },
      ...{ pace: pace({ clock, random: () => 1 }), pause: async (ms) => clock.pass(ms) },
    }),
    onStatus: async (_shop, change) => void told.push(change),
  });
  await registrations.add(shop, GSTIN, '1');
  await connect();
});

const connect = (isTestMode = false) =>
  lookUp.connect(shop, { service: 'sandbox-co-in', isTestMode, credentials: sandboxKey('sandbox-co-in', handle) }, '1');

/** A day later the service is asked again. */
async function nextDay(state: Partial<ReturnType<LookUpServices['registryOf']>>): Promise<void> {
  Object.assign(services.registryOf(handle), { fault: null, ...state });
  clock.pass(DAY_MS);
  await lookUp.due(shop);
  await runner.run(shop);
}
const changes = () => told.map(({ before, now }) => `${before} > ${now}`);

describe('a status that changes', () => {
  it('is told once, with both and who told it; the first answer is no change', async () => {
    await runner.run(shop);
    await nextDay({ status: 'Suspended' });
    await nextDay({ status: 'Suspended' });
    expect(told).toMatchObject([
      { gstin: GSTIN, before: 'active', now: 'suspended', service: 'sandbox-co-in', at: expect.any(String) },
    ]);
    expect(told[0]?.mark).not.toContain(GSTIN.slice(0, 5));
  });

  it('is told each time it changes, each under its own moment', async () => {
    await runner.run(shop);
    for (const status of ['Suspended', 'Active', 'Suspended', 'Cancelled']) await nextDay({ status });
    expect(changes()).toEqual([
      'active > suspended',
      'suspended > active',
      'active > suspended',
      'suspended > cancelled',
    ]);
    expect(new Set(told.map(({ since }) => since)).size).toBe(4);
  });

  it('is told again the same after a store that failed in between', async () => {
    await runner.run(shop);
    isBroken = true;
    await expect(nextDay({ status: 'Suspended' })).rejects.toThrow('killed');
    isBroken = false;
    await nextDay({ status: 'Suspended' });
    expect(changes()).toEqual(['active > suspended', 'active > suspended']);
    expect(new Set(told.map(({ mark, since }) => `${mark} ${since}`)).size).toBe(1);
  });

  it('is no silence of the service', async () => {
    await runner.run(shop);
    await nextDay({ fault: 'source-down' });
    await nextDay({ fault: 'hang' });
    await nextDay({ fault: null });
    expect(told).toEqual([]);
  });

  it('is no word that we do not know', async () => {
    await runner.run(shop);
    await nextDay({ status: 'Reactivated by the moon' });
    await nextDay({ status: 'Active' });
    expect(told).toEqual([]);
  });

  it('is none while the service only tries: what it invents is neither told nor remembered', async () => {
    await runner.run(shop);
    await connect(true);
    await nextDay({ status: 'Cancelled' });
    await connect(false);
    await nextDay({ status: 'Active' });
    expect(told).toEqual([]);
  });

  it('is known from an entry of before it was remembered', async () => {
    await runner.run(shop);
    const [{ told: _told, ...old } = { told: null }] = await registry.stored(shop);
    await registry.keep(shop, old as Parameters<RegistryStore['keep']>[1]);
    await nextDay({ status: 'Suspended' });
    expect(changes()).toEqual(['active > suspended']);
  });
});
