import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { alertModel } from '../../server/models/alert.ts';
import { scanModel } from '../../server/models/scan.ts';
import { webhookReceiptModel } from '../../server/models/webhook-receipt.ts';
import { connectStore, trusted } from '../../server/store/connect.ts';
import { startSystem, type System } from '../system.ts';
import { aDataRequest, eventSender, type Event } from './event-sender.ts';
import { CLEAN_SHOP, MerchantCalls, PLANTED_SHOP } from './merchant-calls.ts';
import { byChance, type Chance } from './random.ts';

const ROUNDS = 3;
const EVENTS_A_ROUND = 120;
const LANES = 12;
const AWAY_MS = 30_000;
const ACROSS = { acrossTenants: 'the drill counts what all shops sent' };

describe('W6: the store', () => {
  let system: System;
  let merchants: MerchantCalls[];

  beforeAll(async () => {
    system = await startSystem();
    merchants = [PLANTED_SHOP, CLEAN_SHOP].map((shop) => new MerchantCalls(system, shop));
    for (const merchant of merchants) await merchant.install();
    for (const merchant of merchants) await merchant.scanEnded();
  }, 60_000);
  afterAll(() => system?.stop());

  it('gone: events are answered 503, pages say so, and the same web process heals when it is back', async () => {
    const sender = eventSender(system);
    const event = aDataRequest(PLANTED_SHOP, 1);
    await system.kill('store');
    const refused = await sender.post(event);
    const answer = await merchants[0]?.api('GET', '/api/home');
    await system.start('store');
    expect(refused).toBe(503);
    expect([answer?.status, answer?.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
    expect((await sender.deliver(event)).at(-1)).toBe(200);
    expect((await merchants[0]?.home())?.shop).toBe(PLANTED_SHOP);
    expect(await receiptsOf([event])).toBe(1);
  }, 60_000);

  it('away for half a minute while checks go on: each event is refused until it is back, then taken once; checks end', async () => {
    const sender = eventSender(system);
    const event = aDataRequest(PLANTED_SHOP, 2);
    for (const merchant of merchants) await merchant.checkNow();
    await system.kill('store');
    const backAt = performance.now() + AWAY_MS;
    const refused: number[] = [];
    while (performance.now() < backAt) refused.push(await sender.post(event));
    expect(refused.length).toBeGreaterThan(0);
    expect([...new Set(refused)]).toEqual([503]);
    await system.start('store');
    expect((await sender.deliver(event)).at(-1)).toBe(200);
    const scans = await Promise.all(merchants.map((merchant) => merchant.scanEnded(60_000)));
    expect(scans.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(await receiptsOf([event])).toBe(1);
    await expectNothingTwice();
  }, 150_000);

  it('killed under events and checks: nothing acknowledged is lost, and nothing is there twice', async () => {
    await byChance(async (chance) => {
      const taken: Event[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const merchant of merchants) await merchant.checkNow();
        taken.push(...(await deliverUnder(chance, round)));
      }
      const scans = await Promise.all(merchants.map((merchant) => merchant.scanEnded(60_000)));
      expect(scans.map(({ state }) => state)).toEqual(['done', 'done']);
      expect(await receiptsOf(taken)).toBe(ROUNDS * EVENTS_A_ROUND);
      await expectNothingTwice();
    });
  }, 120_000);

  /** Delivers one round's events; the store dies once on the way. */
  async function deliverUnder(chance: Chance, round: number): Promise<Event[]> {
    const sender = eventSender(system);
    const first = 1_000 * (round + 1);
    const events = Array.from({ length: EVENTS_A_ROUND }, (_, n) =>
      aDataRequest(`seller-${n % 7}.myshopify.com`, first + n),
    );
    const queue = [...events];
    const killAt = chance.below(EVENTS_A_ROUND);
    let restart = Promise.resolve();
    const lane = async (): Promise<void> => {
      for (let event = queue.pop(); event; event = queue.pop()) {
        if (queue.length === killAt) restart = system.kill('store').then(() => system.start('store'));
        const tries = await sender.deliver(event);
        expect(tries.filter((status) => ![0, 200, 503].includes(status))).toEqual([]);
        expect(tries.at(-1)).toBe(200);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    await restart;
    return events;
  }

  const receiptsOf = (events: readonly Event[]): Promise<number> =>
    withStore((connection) =>
      webhookReceiptModel(connection)
        .countDocuments({ webhookId: trusted({ $in: events.map(({ id }) => id) }) })
        .setOptions(ACROSS),
    );

  /** One alert a defect, one event a change of it, no scan still going. */
  async function expectNothingTwice(): Promise<void> {
    await withStore(async (connection) => {
      for (const { shop } of merchants) {
        const alerts = await alertModel(connection).find({ shop }).lean();
        expect(new Set(alerts.map(({ fingerprint }) => fingerprint)).size).toBe(alerts.length);
        expect(alerts.filter(({ history }) => history.length !== 1)).toEqual([]);
        const scans = await scanModel(connection).find({ shop }).lean();
        expect(new Set(scans.map(({ cause }) => cause)).size).toBe(scans.length);
        expect(new Set(scans.map(({ run }) => run)).size).toBe(scans.length);
        expect(scans.filter(({ active }) => active)).toEqual([]);
      }
    });
  }

  async function withStore<T>(look: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await connectStore({ uri: system.storeUri });
    try {
      return await look(connection);
    } finally {
      await connection.close();
    }
  }
});
