import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testProduct, type TestProduct } from '../../test/product.ts';
import type { ReaderStore } from '../notices/readers.ts';
import { auditEntryModel } from '../models/audit-entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { TakenDelivery } from '../outbox/tries.ts';
import type { NewAuditEntry } from './audit.ts';
import { toldAlerts, toldOutbox, toldReaders, toldVendors } from './told-deeds.ts';

const SHOP = 'marigold.myshopify.com';

let system: TestProduct;
beforeAll(async () => {
  system = await testProduct();
});
afterAll(() => system.close());

const actions = async (): Promise<string[]> =>
  (await auditEntryModel(system.store.connection).find({ shop: SHOP }).sort({ seq: 1 }).lean()).map(
    ({ action }) => action,
  );

describe('what Shopify tells', () => {
  it('has its line, and none for a shop that nobody knows', async () => {
    const { lifecycle } = system.product;
    await lifecycle.changed(SHOP, 'themes/publish');
    expect(await actions()).toEqual([]);
    await lifecycle.installed(SHOP, ['read_themes']);
    await lifecycle.changed(SHOP, 'themes/publish');
    await lifecycle.scopesChanged(SHOP, ['read_themes', 'read_locations']);
    await lifecycle.uninstalled(SHOP, system.clock.now());
    expect(await actions()).toEqual([
      ...['shop.installed', 'webhook.shop', 'webhook.app/scopes_update', 'webhook.app/uninstalled'],
    ]);
  });

  it('leaves nothing of a shop that was erased, however late an event comes', async () => {
    const { lifecycle } = system.product;
    await lifecycle.shopRedacted(SHOP);
    expect(await actions()).toEqual([]);
    await lifecycle.uninstalled(SHOP, system.clock.now());
    await lifecycle.changed(SHOP, 'shop/update');
    expect(await actions()).toEqual([]);
  });
});

/** Writes down what happens in its order; says no where told to. */
function aNotebook({ isFull = false } = {}) {
  const told: string[] = [];
  const audit = {
    async append(_shop: string, { actor, action, outcome = 'done' }: NewAuditEntry) {
      if (isFull) throw new Error('no line can be written');
      return told.push(`${actor.kind} ${actor.id ?? '–'}: ${action} ${outcome}`);
    },
  };
  const deed = (what: string) => async () => void told.push(what);
  return { told, audit, deed };
}

describe('what holders of links do', () => {
  const act = { kind: 'acknowledged' } as const;

  it('is told before it is done', async () => {
    const { told, audit, deed } = aNotebook();
    const readers = toldReaders({ confirm: deed('confirmed'), stop: deed('stopped') } as unknown as ReaderStore, audit);
    await readers.confirm(SHOP, 'r1');
    await readers.stop(SHOP, 'r1', 'alerts');
    const alerts = toldAlerts({ act: async () => (told.push('acted'), { alerts: [], was: [] }) }, audit);
    await alerts.act(SHOP, ['a1'], act, 'link:r1');
    const vendors = toldVendors({ answered: deed('answered'), nameOf: async () => null }, audit);
    await vendors.answered(SHOP, 'v1');
    expect(told).toEqual([
      ...['link r1: link.confirm asked', 'confirmed', 'link r1: link.unsubscribe asked', 'stopped'],
      ...['link r1: link.acknowledge asked', 'acted', 'link v1: link.vendor-answers done', 'answered'],
    ]);
  });

  it('is not done where no line can be written', async () => {
    const { told, audit, deed } = aNotebook({ isFull: true });
    const readers = toldReaders({ confirm: deed('confirmed'), stop: deed('stopped') } as unknown as ReaderStore, audit);
    await expect(readers.confirm(SHOP, 'r1')).rejects.toThrow('no line');
    await expect(readers.stop(SHOP, 'r1', 'weekly')).rejects.toThrow('no line');
    expect(told).toEqual([]);
  });
});

it('a notice that is given up has its line', async () => {
  const { told, audit } = aNotebook();
  const outbox = toldOutbox({ parked: async () => void told.push('parked') } as unknown as Outbox, audit);
  const delivery = { shop: SHOP, id: 'd1', channel: 'mail', kind: 'alerts' };
  await outbox.parked({ delivery } as TakenDelivery, 'timed-out');
  expect(told).toEqual(['parked', 'job –: delivery.parked failed']);
});
