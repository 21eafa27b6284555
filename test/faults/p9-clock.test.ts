import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { alertModel } from '../../server/models/alert.ts';
import { scanModel } from '../../server/models/scan.ts';
import { shopModel } from '../../server/models/shop.ts';
import { webhookReceiptModel } from '../../server/models/webhook-receipt.ts';
import { WebhookInbox } from '../../server/shopify/webhook-inbox.ts';
import { ensureIndexes } from '../../server/store/connect.ts';
import { testProduct, type TestProduct } from '../product.ts';
import { until } from '../until.ts';

const SHOPS = Array.from({ length: 5 }, (_, index) => `seller-${index}.myshopify.com`);
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
const ACROSS = { acrossTenants: 'the drill counts the scans of all shops' };

describe('P9: the clock of the machine', () => {
  let system: TestProduct;
  beforeEach(async () => {
    system = await testProduct();
    for (const shop of SHOPS) await system.product.lifecycle.installed(shop, []);
  });
  afterEach(() => system.close());

  const scans = () => scanModel(system.store.connection);
  const count = (filter: object) => scans().countDocuments(filter).setOptions(ACROSS);
  const doneIs = (number: number) =>
    until(`${number} scans are done`, async () => (await count({ state: 'done' })) === number, 40_000);
  const nextMoments = async () =>
    Promise.all(
      SHOPS.map(async (shop) => (await shopModel(system.store.connection).findOne({ shop }).lean())?.nextCheckAt),
    );
  /** Looks at the theme come and go; they begin no check of their own here. */
  const sweepTwice = async () => (await system.product.sweep()).begun + (await system.product.sweep()).begun;

  it.each([
    ['an hour back', -HOUR_MS],
    ['a day back', -DAY_MS],
  ])(
    '%s, while checks go on: each ends as it would have, and nothing is done twice',
    async (_name, ms) => {
      await system.product.startWorker();
      system.clock.pass(ms);
      await doneIs(SHOPS.length);
      expect(await sweepTwice()).toBe(0);
      expect(await count({})).toBe(SHOPS.length);
      system.clock.pass(-ms); // set right again
      expect(await sweepTwice()).toBe(0);
      expect(await count({ active: true })).toBe(0);
      const alerts = await alertModel(system.store.connection).find({}).setOptions(ACROSS).lean();
      expect(alerts.filter(({ history }) => history.length !== 1)).toEqual([]);
    },
    60_000,
  );

  it('a day back, right after what was due was begun: the same moment is not due again', async () => {
    await system.product.startWorker();
    await doneIs(SHOPS.length);
    system.clock.pass(WEEK_MS);
    expect((await system.product.sweep()).begun).toBe(SHOPS.length);
    await doneIs(2 * SHOPS.length);
    const moments = await nextMoments();
    system.clock.pass(-DAY_MS);
    expect(await sweepTwice()).toBe(0);
    system.clock.pass(DAY_MS);
    expect(await sweepTwice()).toBe(0);
    expect(await nextMoments()).toEqual(moments);
    expect(await count({})).toBe(2 * SHOPS.length);
  }, 60_000);

  it('an hour forward, while checks wait for a worker: they end visibly, and each shop is checked after all', async () => {
    system.clock.pass(HOUR_MS);
    expect(await system.product.sweep()).toMatchObject({ ended: SHOPS.length });
    expect(await count({ active: true })).toBe(0);
    system.clock.pass(2 * 60_000); // the pause after a first failure
    await system.product.startWorker();
    await system.product.sweep();
    await doneIs(SHOPS.length);
    expect(await count({})).toBe(2 * SHOPS.length);
  }, 60_000);

  it('a day back, between an event and its work: it waits, and is worked on once', async () => {
    const worked: string[] = [];
    const inbox = new WebhookInbox({
      connection: system.store.connection,
      work: async ({ webhookId }) => worked.push(webhookId),
      clock: system.clock,
      log: pino({ level: 'silent' }),
    });
    await ensureIndexes(system.store.connection); // of the model that came with the inbox
    const facts = { shop: null, scopes: [], requestId: null, orders: [], ordersLeftOut: 0 };
    const event = { shop: SHOPS[0] ?? '', topic: 'shop/update', webhookId: 'an-event-1' };
    await inbox.record({ ...event, triggeredAt: system.clock.now(), facts });
    system.clock.pass(-DAY_MS);
    await inbox.resumeUnhandled();
    expect(await inbox.record({ ...event, triggeredAt: system.clock.now(), facts })).toBe(false);
    system.clock.pass(DAY_MS);
    await inbox.resumeUnhandled();
    await inbox.resumeUnhandled();
    expect(worked).toEqual(['an-event-1']);
    expect(
      await webhookReceiptModel(system.store.connection).countDocuments({ isHandled: true }).setOptions(ACROSS),
    ).toBe(1);
  });
});
