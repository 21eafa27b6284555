import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { until } from '../../test/until.ts';
import { identityConnectionModel } from '../models/identity-connection.ts';
import { accountStore } from '../people/account-store.ts';
import { identityStore } from '../people/identity-store.ts';
import { personStore } from '../people/person-store.ts';
import { scanStore } from '../shop/scans.ts';
import { shopStore } from '../shop/shops.ts';
import { snapshotStore } from '../shop/snapshots.ts';

const SECOND_MS = 1_000;

let system: TestProduct;
let stores: ReturnType<typeof storesOf>;
beforeAll(async () => {
  system = await testProduct();
  stores = storesOf(system);
  await system.product.startWorker();
});
afterAll(() => system.close());

function storesOf({ store: { connection }, cipher, clock }: TestProduct) {
  const shops = shopStore({ connection, clock });
  return {
    shops,
    people: personStore({ connection, cipher, clock }),
    accounts: accountStore({ connection, cipher, clock }),
    connections: identityStore({ connection, cipher, clock }),
    scans: scanStore({ connection, cipher, shops, clock }),
    snapshots: snapshotStore({ connection, cipher }),
  };
}

async function aShop(handle: string): Promise<string> {
  const shop = `${handle}.myshopify.com`;
  await system.product.lifecycle.installed(shop, []);
  await until(`${shop} is checked`, async () => (await stores.scans.newest(shop))?.state === 'done');
  await stores.connections.connect(shop, 'okta', system.identity.keyOf('okta', handle), '1');
  return shop;
}

describe('people of a shop', () => {
  it('are read by the sweep, and checked with what was told, every name masked', async () => {
    const shop = await aShop('told');
    await system.product.sweep();
    await until('a check is due', async () => {
      const { nextCheckAt } = (await stores.shops.find(shop)) ?? {};
      return (nextCheckAt?.getTime() ?? Infinity) <= system.clock.now().getTime() + 30 * SECOND_MS;
    });
    system.clock.pass(31 * SECOND_MS);
    await system.product.sweep();
    const book = await until('the snapshot holds them', () => stores.snapshots.newestOf(shop, 'people'));
    expect(book.accounts.map(({ label, service }) => [label, service])).toEqual([
      ['me•••@told.example', 'mail'],
      ['an•••@told.example', 'mail'],
      ['ra•••@told.example', 'mail'],
    ]);
    expect(JSON.stringify(book)).not.toMatch(/meera|anil|ramesh|invented/i);
  });

  it('of a shop that is closed to us are left alone', async () => {
    const shop = await aShop('closed');
    await system.product.lifecycle.accessLost(shop);
    const open = await aShop('open');
    await system.product.sweep();
    await until('another shop was read', async () => (await stores.accounts.count(open)) === 3);
    expect(await stores.accounts.count(shop)).toBe(0);
  });
});

describe('leaving', () => {
  it('takes the keys with the tokens, and people when the shop is erased', async () => {
    const shop = await aShop('leaving');
    await system.product.sweep();
    await until('they were read', async () => (await stores.accounts.count(shop)) === 3);
    await system.product.lifecycle.uninstalled(shop, new Date(system.clock.now().getTime() + SECOND_MS));
    expect(await identityConnectionModel(system.store.connection).countDocuments({ shop })).toBe(0);
    await system.product.lifecycle.shopRedacted(shop);
    const names = ['Person', 'Account', 'PeopleReading', 'PeopleImport', 'UsedServices', 'IdentityConnection'];
    for (const name of names) {
      expect([name, await system.store.connection.model(name).countDocuments({ shop })]).toEqual([name, 0]);
    }
  });
});
