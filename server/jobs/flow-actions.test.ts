import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_RULE } from '../../core/notices/rules.ts';
import { FLOW_TRIGGERS } from '../../core/api/notices.ts';
import { aGstin } from '../../test/a-gstin.ts';
import { shopAnswers } from '../../test/fake-admin.ts';
import { sandboxKey } from '../../test/look-up-services.ts';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { until } from '../../test/until.ts';
import { noticeSettingsStore } from '../notices/notice-settings.ts';
import { auditEntryModel } from '../models/audit-entry.ts';
import { scanModel } from '../models/scan.ts';
import { registrationStore } from '../shop/registrations.ts';
import { scanStore } from '../shop/scans.ts';
import { shopStore } from '../shop/shops.ts';
import { lookUpStore } from '../verify/look-up-store.ts';
import { registryStore } from '../verify/registry-store.ts';

const DAY_MS = 24 * 60 * 60_000;
const GSTIN = aGstin();

let system: TestProduct;
let stores: ReturnType<typeof storesOf>;
/** With what the shops' workflows were started. */
const runs: { handle: string; payload: Record<string, unknown> }[] = [];
beforeAll(async () => {
  system = await testProduct();
  stores = storesOf(system);
  await system.product.startWorker();
});
afterAll(() => system.close());

function storesOf({ store: { connection }, cipher, clock }: TestProduct) {
  const registrations = registrationStore({ connection, cipher, clock });
  return {
    registrations,
    registry: registryStore({ connection, cipher, registrations, clock }),
    scans: scanStore({ connection, cipher, shops: shopStore({ connection, clock }), clock }),
    lookUps: lookUpStore({ connection, cipher, clock }),
    settings: noticeSettingsStore({ connection }),
  };
}

async function aShop(handle: string): Promise<string> {
  const shop = `${handle}.myshopify.com`;
  system.shops.set(shop, {
    ...shopAnswers(),
    ReceiveTrigger: (variables) => {
      runs.push(variables as (typeof runs)[number]);
      return { flowTriggerReceive: { userErrors: [] } };
    },
  });
  await stores.settings.setFlow(shop, { isOn: true, rule: DEFAULT_RULE, triggers: FLOW_TRIGGERS });
  await system.product.lifecycle.installed(shop, []);
  await checkIsOver(shop);
  return shop;
}

const checkIsOver = (shop: string) =>
  until(`${shop} is checked`, async () => (await stores.scans.newest(shop))?.state === 'done');
const call = (shop: string, about: Partial<Parameters<TestProduct['product']['flowDesk']['take']>[0]> = {}) =>
  system.product.flowDesk.take({ shop, runId: 'run-00000001', action: 'start-recheck', orderId: null, ...about });

describe('workflows of a shop', () => {
  it('start a check, which is one however often it is sent, and a line in the log', async () => {
    const shop = await aShop('recheck');
    const started = { started: true, reason: 'started' };
    const first = await Promise.all([call(shop), call(shop), call(shop)]);
    expect(first.filter((answer) => answer !== null)).toContainEqual(started);
    expect(await call(shop)).toEqual(started);
    await checkIsOver(shop);
    const { connection } = system.store;
    expect(await scanModel(connection).countDocuments({ shop, cause: 'flow:run-00000001' })).toBe(1);
    expect(await auditEntryModel(connection).countDocuments({ shop, action: 'flow.recheck' })).toBe(1);
  });

  it('have seven checks an hour, and people three more', async () => {
    const shop = await aShop('eager');
    const answers: unknown[] = [];
    for (let count = 1; count <= 8; count += 1) {
      answers.push(await call(shop, { runId: `run-0000000${count}` }));
      await checkIsOver(shop);
    }
    expect(answers.slice(0, 7)).toEqual(Array.from({ length: 7 }, () => ({ started: true, reason: 'started' })));
    expect(answers[7]).toEqual({ started: false, reason: 'too-many' });
  });

  it('have an order checked by the worker, and get words where it cannot be read', async () => {
    const shop = await aShop('order');
    const wish = { action: 'check-order-gst', orderId: '101' } as const;
    expect(await call(shop, wish)).toBeNull();
    const result = await until('it is judged', () => call(shop, wish));
    expect(result).toMatchObject({ verdict: expect.stringMatching(/^not-(judged|found)$/), differenceRupees: 0 });
  });

  it('hear of another status of a registration, once', async () => {
    const shop = await aShop('status');
    await stores.registrations.add(shop, GSTIN, '1');
    const credentials = sandboxKey('sandbox-co-in', 'status');
    await stores.lookUps.connect(shop, { service: 'sandbox-co-in', isTestMode: false, credentials }, '1');
    await system.product.sweep();
    await until('it was asked', async () => (await stores.registry.entries(shop))[0]?.asked?.outcome === 'known');
    await until('the run is over', async () => !(await stores.lookUps.dueShops(100)).includes(shop));
    system.services.registryOf('status').status = 'Suspended';
    system.clock.pass(DAY_MS);
    await system.product.sweep();
    const told = () => runs.filter(({ handle }) => handle === 'gst-status-changed');
    await until('it was told', async () => told().length > 0);
    await system.product.sweep();
    expect(told().map(({ payload }) => [payload['GSTIN'], payload['Status before'], payload['Status now']])).toEqual([
      [`${GSTIN.slice(0, 7)}XXXX${GSTIN.slice(11)}`, 'active', 'suspended'],
    ]);
  });

  it('of a shop that was erased are gone with it', async () => {
    const shop = await aShop('erased');
    await call(shop);
    await system.product.lifecycle.shopRedacted(shop);
    expect(await system.store.connection.model('FlowRun').countDocuments({ shop })).toBe(0);
  });
});
