import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { webhookReceiptModel } from '../../server/models/webhook-receipt.ts';
import { scanModel } from '../../server/models/scan.ts';
import { connectStore } from '../../server/store/connect.ts';
import { startSystem, type System } from '../system.ts';
import { until } from '../until.ts';
import { aDataRequest, anEvent, eventSender } from './event-sender.ts';
import { CLEAN_SHOP, MerchantCalls, PLANTED_SHOP } from './merchant-calls.ts';

const FLOOD = 400;

describe('Q5: a shop with a flood of events and a Shopify that hangs', () => {
  let system: System;
  let connection: Connection;
  let noisy: MerchantCalls;
  let quiet: MerchantCalls;

  beforeAll(async () => {
    system = await startSystem();
    connection = await connectStore({ uri: system.storeUri });
    [noisy, quiet] = [new MerchantCalls(system, PLANTED_SHOP), new MerchantCalls(system, CLEAN_SHOP)];
    for (const merchant of [noisy, quiet]) {
      await merchant.install();
      await merchant.scanEnded();
    }
  }, 60_000);
  afterAll(async () => {
    await connection?.close();
    await system?.stop();
  });

  const left = (shop: string) => webhookReceiptModel(connection).countDocuments({ shop, isHandled: false });

  it("holds up neither another shop's check nor its events, and is itself one check at most", async () => {
    await noisy.faults({ hang: true });
    await noisy.checkNow();
    const sender = eventSender(system);
    const flood = Array.from({ length: FLOOD }, (_, n) =>
      n % 2 === 0 ? anEvent(PLANTED_SHOP, 'themes/publish') : aDataRequest(PLANTED_SHOP, n),
    );
    const flooding = Promise.all(flood.map((event) => sender.deliver(event)));
    await quiet.checkNow();
    expect((await sender.deliver(aDataRequest(CLEAN_SHOP, 1))).at(-1)).toBe(200);
    expect((await quiet.scanEnded()).state).toBe('done');
    await until("the other shop's event is worked on", async () => (await left(CLEAN_SHOP)) === 0);
    expect((await noisy.home()).scan?.state).not.toBe('done');

    expect((await flooding).every((tries) => tries.at(-1) === 200)).toBe(true);
    await until('the flood is worked on', async () => (await left(PLANTED_SHOP)) === 0);
    // The install's, the one asked for, and at most one for all that the flood told of.
    expect(await scanModel(connection).countDocuments({ shop: PLANTED_SHOP })).toBeLessThanOrEqual(3);
    await noisy.faults({ hang: false });
  }, 90_000);
});
