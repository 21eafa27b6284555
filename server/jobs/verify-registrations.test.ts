import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aGstin } from '../../test/a-gstin.ts';
import { sandboxKey } from '../../test/look-up-services.ts';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { until } from '../../test/until.ts';
import { alertModel } from '../models/alert.ts';
import { registrationStore } from '../shop/registrations.ts';
import { scanStore } from '../shop/scans.ts';
import { shopStore } from '../shop/shops.ts';
import { snapshotStore } from '../shop/snapshots.ts';
import { lookUpStore } from '../verify/look-up-store.ts';
import { registryStore } from '../verify/registry-store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const GSTIN = aGstin();

let system: TestProduct;
let stores: ReturnType<typeof storesOf>;
beforeAll(async () => {
  system = await testProduct();
  stores = storesOf(system);
  await system.product.startWorker();
});
afterAll(() => system.close());

function storesOf({ store: { connection }, cipher, clock }: TestProduct) {
  const registrations = registrationStore({ connection, cipher, clock });
  const shops = shopStore({ connection, clock });
  return {
    registrations,
    shops,
    lookUps: lookUpStore({ connection, cipher, clock }),
    registry: registryStore({ connection, cipher, registrations, clock }),
    scans: scanStore({ connection, cipher, shops, clock }),
    snapshots: snapshotStore({ connection, cipher }),
  };
}

/** A shop with one number and a connected service, after its first check. */
async function aShop(handle: string): Promise<string> {
  const shop = `${handle}.myshopify.com`;
  await system.product.lifecycle.installed(shop, []);
  await stores.registrations.add(shop, GSTIN, '1');
  await checkIsOver(shop);
  const credentials = sandboxKey('sandbox-co-in', handle);
  await stores.lookUps.connect(shop, { service: 'sandbox-co-in', isTestMode: false, credentials }, '1');
  return shop;
}

const checkIsOver = (shop: string) =>
  until(`${shop} is checked`, async () => (await stores.scans.newest(shop))?.state === 'done');

const outcomeOf = async (shop: string) => (await stores.registry.entries(shop))[0]?.asked?.outcome;

describe('registrations of a shop', () => {
  it('are looked up by the sweep, and checked with what was told', async () => {
    const shop = await aShop('told');
    await system.product.sweep();
    await until('it was asked', async () => (await outcomeOf(shop)) === 'known');
    // The news makes a check due within half a minute.
    await until('a check is due', async () => {
      const { nextCheckAt } = (await stores.shops.find(shop)) ?? {};
      return (nextCheckAt?.getTime() ?? Infinity) <= system.clock.now().getTime() + 30_000;
    });
    system.clock.pass(31_000);
    await system.product.sweep();
    const registry = await until('the snapshot holds it', () => stores.snapshots.newestOf(shop, 'registry'));
    expect(registry[0]).toMatchObject({ gstin: GSTIN, known: { record: { status: 'active' } } });
  });

  it('are looked up every day, and a change is found', async () => {
    const shop = await aShop('daily');
    await system.product.sweep();
    await until('it was asked', async () => (await outcomeOf(shop)) === 'known');
    await until('the run is over', async () => !(await stores.lookUps.dueShops(100)).includes(shop));
    system.services.registryOf('daily').status = 'Suspended';
    system.clock.pass(DAY_MS);
    await system.product.sweep();
    await until('the change is known', async () => {
      const [entry] = await stores.registry.entries(shop);
      return entry?.known?.record.status === 'suspended' && entry.changes.length === 1;
    });
  });

  it('of a shop that is closed to us are left alone', async () => {
    const shop = await aShop('closed');
    await system.product.lifecycle.accessLost(shop);
    const open = await aShop('open');
    await system.product.sweep();
    await until('another shop was asked', async () => (await outcomeOf(open)) === 'known');
    expect(await outcomeOf(shop)).toBeUndefined();
  });
});

describe('leaving', () => {
  it('takes the keys with the tokens', async () => {
    const shop = await aShop('leaving');
    await system.product.lifecycle.uninstalled(shop, new Date(system.clock.now().getTime() + 1_000));
    expect(await stores.lookUps.open(shop)).toBeNull();
    expect((await stores.lookUps.state(shop)).service).toBeNull();
  });

  it('for good takes all that was told and stated', async () => {
    const shop = await aShop('gone');
    await system.product.sweep();
    await until('it was asked', async () => (await outcomeOf(shop)) === 'known');
    await checkIsOver(shop);
    await system.product.lifecycle.shopRedacted(shop);
    const { connection } = system.store;
    for (const name of ['LookUpConnection', 'RegistryEntry', 'TaxProfile', 'Registration']) {
      expect([name, await connection.model(name).countDocuments({ shop })]).toEqual([name, 0]);
    }
    expect(await alertModel(connection).countDocuments({ shop })).toBe(0);
  });
});
