import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LOOK_UP_SERVICE_FACTS } from '../../../core/api/look-up-services.ts';
import { LOOK_UP_SERVICES } from '../../../core/evidence/registry.ts';
import { sandboxKey } from '../../../test/look-up-services.ts';
import { testProduct, type TestProduct } from '../../../test/product.ts';
import { stoppedClock } from '../../../test/stopped-clock.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { CALLS_A_DAY, lookUpStore, type LookUpStore } from '../../verify/look-up-store.ts';
import { ConnectWish } from './look-ups.schema.ts';
import { lookUpService, type LookUpService } from './look-ups.service.ts';

const SHOP = 'marigold.myshopify.com';
const owner: Merchant = { shop: SHOP, userId: '1', role: 'owner' };
const manager: Merchant = { shop: SHOP, userId: '2', role: 'manager' };
const MINUTE_MS = 60_000;

describe('a wish to connect', () => {
  const wish = { service: 'setu', isTestMode: false, credentials: sandboxKey('setu', 'marigold') };
  const without = (name: string) =>
    Object.fromEntries(Object.entries(wish.credentials).filter(([other]) => other !== name));

  it.each(LOOK_UP_SERVICES)('of %s holds the parts of its key', (service) => {
    const credentials = sandboxKey(service, 'marigold');
    expect(Object.keys(credentials)).toEqual(LOOK_UP_SERVICE_FACTS[service].credentials);
    expect(ConnectWish.safeParse({ service, isTestMode: true, credentials }).success).toBe(true);
  });

  it.each<[string, unknown]>([
    ['another service', { ...wish, service: 'appyflow' }],
    ['a part too few', { ...wish, credentials: without('x-client-secret') }],
    ['a part too many', { ...wish, credentials: { ...wish.credentials, 'x-api-key': 'key-of-another' } }],
    ['parts of another service', { ...wish, credentials: sandboxKey('cleartax', 'marigold') }],
    ['an empty part', { ...wish, credentials: { ...wish.credentials, 'x-client-id': '' } }],
    [
      'a part that would end a header',
      { ...wish, credentials: { ...wish.credentials, 'x-client-id': 'abcdefgh\r\nx: y' } },
    ],
    ['a part in another script', { ...wish, credentials: { ...wish.credentials, 'x-client-id': 'कुंजी-कुंजी' } }],
    ['a part as long as a book', { ...wish, credentials: { ...wish.credentials, 'x-client-id': 'x'.repeat(2_001) } }],
    ['no word of the mode', { service: wish.service, credentials: wish.credentials }],
  ])('with %s is refused', (_name, value) => expect(ConnectWish.safeParse(value).success).toBe(false));

  it('takes a key that was pasted with blanks around', () => {
    const pasted = { ...wish.credentials, 'x-client-id': ' key-marigold\n' };
    expect(ConnectWish.parse({ ...wish, credentials: pasted }).credentials['x-client-id']).toBe('key-marigold');
  });
});

describe('asking again', () => {
  let system: TestProduct;
  let store: LookUpStore;
  let service: LookUpService;
  beforeAll(async () => {
    system = await testProduct({ clock: stoppedClock() });
    const { cipher, clock } = system;
    store = lookUpStore({ connection: system.store.connection, cipher, clock });
    service = lookUpService({ lookUpStore: store, queue: { verify: async () => undefined }, clock });
  });
  afterAll(() => system.close());

  const refusal = (asked: Promise<unknown>) => asked.catch((error: unknown) => error) as Promise<{ headers: object }>;

  it('takes a connected service', async () => {
    await expect(service.askNow(manager)).rejects.toMatchObject({ status: 409 });
  });

  it('takes a manager, and connecting an owner', async () => {
    const wish = { service: 'cleartax', isTestMode: false, credentials: sandboxKey('cleartax', 'marigold') } as const;
    await expect(service.connect(manager, wish)).rejects.toMatchObject({ status: 403 });
    expect(await service.connect(owner, wish)).toMatchObject({ service: 'cleartax', keyEnding: '…gold' });
    await expect(service.askNow({ ...manager, role: 'viewer' })).rejects.toMatchObject({ status: 403 });
    expect(await service.read(manager)).toMatchObject({ service: 'cleartax', keyEnding: null });
  });

  it('goes once in ten minutes, and says when', async () => {
    expect(await refusal(service.askNow(manager))).toMatchObject({ status: 429, headers: { 'Retry-After': '600' } });
    system.clock.pass(10 * MINUTE_MS);
    expect(await service.askNow(manager)).toMatchObject({ service: 'cleartax' });
    expect(await refusal(service.askNow(manager))).toMatchObject({ status: 429 });
  });

  it('waits while the service is left alone', async () => {
    system.clock.pass(10 * MINUTE_MS);
    const open = await store.open(SHOP);
    await store.pause(SHOP, open?.revision ?? '', new Date(system.clock.now().getTime() + 5 * MINUTE_MS));
    expect(await refusal(service.askNow(manager))).toMatchObject({ status: 429, headers: { 'Retry-After': '300' } });
    system.clock.pass(5 * MINUTE_MS);
    await service.askNow(manager);
  });

  it('waits for tomorrow when the calls of today are spent', async () => {
    system.clock.pass(10 * MINUTE_MS);
    const open = await store.open(SHOP);
    for (let call = 0; call < CALLS_A_DAY; call += 1) await store.spend(SHOP, open?.revision ?? '');
    expect(await refusal(service.askNow(manager))).toMatchObject({
      status: 429,
      title: expect.stringMatching(/tomorrow/),
    });
  });
});
