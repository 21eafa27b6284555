import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { scanStore, type ScanStore } from '../shop/scans.ts';
import { shopStore } from '../shop/shops.ts';
import { registrationStore } from '../shop/registrations.ts';
import type { Merchant } from '../shopify/lifecycle.ts';
import { lookUpStore } from '../verify/look-up-store.ts';
import { registrationService } from './registrations/registrations.service.ts';
import { scanService } from './scans/scans.service.ts';

const SHOP = 'marigold.myshopify.com';
const HOUR_MS = 60 * 60 * 1000;
const manager: Merchant = { shop: SHOP, userId: '1', role: 'manager' };

let system: TestProduct;
let scans: ScanStore;
beforeAll(async () => {
  system = await testProduct();
  const { cipher, clock } = system;
  const { connection } = system.store;
  const shops = shopStore({ connection, clock });
  scans = scanStore({ connection, cipher, shops, clock });
  await shops.install(SHOP, []);
});
afterAll(() => system.close());

describe('I7: check now', () => {
  it('runs one at a time and ten in any hour, and says when to come back', async () => {
    const service = scanService({
      scans,
      starter: { begin: (shop, scan) => scans.start(shop, scan) },
      clock: system.clock,
    });
    const both = await Promise.allSettled([service.checkNow(manager), service.checkNow(manager)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(service.checkNow(manager)).rejects.toMatchObject({ status: 409, type: 'conflict' });
    for (let count = 1; count < 10; count += 1) {
      await scans.abandon(SHOP, 'deadline');
      system.clock.pass(60_000);
      expect(await service.checkNow(manager)).toMatchObject({ state: 'queued' });
    }
    await scans.abandon(SHOP, 'deadline');
    const refusal: unknown = await service.checkNow(manager).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ status: 429 });
    const waitS = Number((refusal as { headers: Record<string, string> }).headers['Retry-After']);
    system.clock.pass(waitS * 1000 - 10_000);
    await expect(service.checkNow(manager)).rejects.toMatchObject({ status: 429 });
    system.clock.pass(11_000);
    expect(await service.checkNow(manager)).toMatchObject({ state: 'queued' });
    system.clock.pass(HOUR_MS);
  });

  it('is refused while the shop is not open to us', async () => {
    const closed: Merchant = { ...manager, shop: 'jasmine.myshopify.com' };
    const service = scanService({
      scans,
      starter: { begin: (shop, scan) => scans.start(shop, scan) },
      clock: system.clock,
    });
    await expect(service.checkNow(closed)).rejects.toMatchObject({ status: 409 });
  });
});

describe('adding a GSTIN', () => {
  const withRegistrations = () =>
    registrationService({
      registrations: registrationStore({
        connection: system.store.connection,
        cipher: system.cipher,
        clock: system.clock,
      }),
      lifecycle: system.product.lifecycle,
      starter: { begin: (shop, scan) => scans.start(shop, scan) },
      lookUpStore: lookUpStore({ connection: system.store.connection, cipher: system.cipher, clock: system.clock }),
      queue: { verify: async () => undefined },
    });

  it.each([
    ['', 'empty'],
    ['27AAAAA0000A1Z', 'bad_length'],
    ['27AAAAA0000A1Z3', 'bad_checksum'],
    ['55AAAAA0000A1Z2', 'bad_state_code'],
    ['27AAAAA0000A1Z\u0967', 'bad_charset'],
  ])('%j: %s', async (text, reason) => {
    const refusal: unknown = await withRegistrations()
      .add(manager, text)
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({ status: 422, fields: { gstin: reason } });
    if (text) expect(JSON.stringify(refusal)).not.toContain(text);
  });

  it('reads what people paste, and checks at once, or soon after the check that runs', async () => {
    const service = withRegistrations();
    await scans.abandon(SHOP, 'deadline');
    expect(await service.add(manager, ' 27aaaaa-0000a 1z2\n')).toMatchObject({ gstin: '27AAAAA0000A1Z2' });
    expect(await scans.newest(SHOP)).toMatchObject({ state: 'queued' });
    await service.add(manager, '29AAAAA0000A1ZY');
    const shop = await shopStore({ connection: system.store.connection, clock: system.clock }).find(SHOP);
    expect((shop?.nextCheckAt.getTime() ?? Infinity) - system.clock.now().getTime()).toBeLessThanOrEqual(30_000);
  });
});
