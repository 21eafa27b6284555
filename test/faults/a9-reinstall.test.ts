import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { alertModel } from '../../server/models/alert.ts';
import { scanModel } from '../../server/models/scan.ts';
import { shopModel } from '../../server/models/shop.ts';
import { shopSessionModel } from '../../server/models/shop-session.ts';
import { webhookReceiptModel } from '../../server/models/webhook-receipt.ts';
import { connectStore } from '../../server/store/connect.ts';
import { startSystem, type System } from '../system.ts';
import { until } from '../until.ts';
import { anEvent, eventSender } from './event-sender.ts';
import { MerchantCalls, PLANTED_SHOP } from './merchant-calls.ts';

const MINUTE_MS = 60_000;
const SLOW_MS = 400;

describe('A9: a shop that leaves and comes back', () => {
  const shop = PLANTED_SHOP;
  let system: System;
  let connection: Connection;
  let merchant: MerchantCalls;

  beforeAll(async () => {
    system = await startSystem();
    connection = await connectStore({ uri: system.storeUri });
    merchant = new MerchantCalls(system, shop);
  }, 60_000);
  afterAll(async () => {
    await connection?.close();
    await system?.stop();
  });

  const record = () => shopModel(connection).findOne({ shop }).lean().orFail();
  const scans = () => scanModel(connection).find({ shop }).sort({ run: 1 }).lean();
  const handled = () =>
    until(
      'all events are worked on',
      async () => (await webhookReceiptModel(connection).countDocuments({ shop, isHandled: false })) === 0,
    );

  it('in the middle of a check: its tokens go at once, the check ends, and nothing of it is judged', async () => {
    await merchant.faults({ slowMs: SLOW_MS });
    await merchant.install();
    await until('the check has begun', async () => (await scans())[0]?.state === 'collecting');
    await merchant.shopify('uninstall');
    await until('the shop is gone', async () => (await record()).status === 'uninstalled');
    await handled();
    // A collector that was about to renew may leave a session without tokens behind.
    const sessions = await shopSessionModel(connection).find({ shop }).lean();
    expect(sessions.filter(({ pair }) => pair != null)).toEqual([]);
    expect(await scans()).toMatchObject([{ state: 'failed', install: 1 }]);
    expect(await alertModel(connection).countDocuments({ shop })).toBe(0);
  }, 60_000);

  it('at once: it is another install, checked anew, whatever the old one still does', async () => {
    await merchant.install();
    await merchant.faults({ slowMs: 0 });
    expect((await merchant.scanEnded()).state).toBe('done');
    expect(await record()).toMatchObject({ status: 'installed', install: 2 });
    expect(await scans()).toMatchObject([
      { state: 'failed', install: 1 },
      { state: 'done', install: 2 },
    ]);
    expect((await merchant.alerts()).length).toBeGreaterThan(0);
  }, 60_000);

  it('is not sent away by an uninstall from before, however late it comes', async () => {
    const late = { ...anEvent(shop, 'app/uninstalled'), triggeredAt: new Date(Date.now() - MINUTE_MS).toISOString() };
    const before = await merchant.alerts();
    expect(await eventSender(system).post(late)).toBe(200);
    await handled();
    expect(await record()).toMatchObject({ status: 'installed', install: 2 });
    expect(await merchant.alerts()).toEqual(before);
    await merchant.checkNow();
    expect((await merchant.scanEnded()).state).toBe('done');
  }, 60_000);

  it('W5: hears an older change of itself after a newer one, and shows what Shopify says now', async () => {
    const [newer, older] = [0, -MINUTE_MS].map((ageMs) => ({
      ...anEvent(shop, 'shop/update', { updated_at: new Date(Date.now() + ageMs).toISOString(), name: 'An old name' }),
      triggeredAt: new Date(Date.now() + ageMs).toISOString(),
    }));
    const before = await merchant.alerts();
    for (const event of [newer, older]) if (event) expect(await eventSender(system).post(event)).toBe(200);
    await handled();
    await merchant.checkNow();
    expect((await merchant.scanEnded()).state).toBe('done');
    const known = (alerts: typeof before) => alerts.map(({ id, status }) => `${id} ${status}`).sort();
    expect(known(await merchant.alerts())).toEqual(known(before));
    expect(JSON.stringify(await record())).not.toContain('An old name');
  }, 60_000);
});
