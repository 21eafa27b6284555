import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { privacyRequestModel } from '../../server/models/privacy-request.ts';
import { webhookReceiptModel } from '../../server/models/webhook-receipt.ts';
import { connectStore } from '../../server/store/connect.ts';
import { startSystem, type ProcessName, type System } from '../system.ts';
import { until } from '../until.ts';
import { aDataRequest, eventSender, type Event } from './event-sender.ts';
import { byChance, type Chance } from './random.ts';

const EVENTS = 400;
const SHOPS = 20;
const LANES = 24;
/** How often a process dies while the events come. */
const KILLS = { web: 5, worker: 3 };
const ACROSS = { acrossTenants: 'the drill counts what all shops sent' };

describe('P1: events, while web and worker are killed', () => {
  let system: System;
  let connection: Connection;

  beforeAll(async () => {
    system = await startSystem();
    connection = await connectStore({ uri: system.storeUri });
  }, 60_000);
  afterAll(async () => {
    await connection?.close();
    await system?.stop();
  });

  it('have one effect each, however often they are sent and in whatever order', async () => {
    await byChance(async (chance) => {
      const events = Array.from({ length: EVENTS }, (_, n) => aDataRequest(`seller-${n % SHOPS}.myshopify.com`, n));
      const copies = events.filter(() => chance.next() < 0.3);
      const tries = await deliverAll(chance.shuffled([...events, ...copies]), killer(chance));

      expect(tries.every((statuses) => statuses.at(-1) === 200)).toBe(true);
      // Nothing but "no answer" and "send it again" was ever said to a genuine event.
      expect([...new Set(tries.flat())].filter((status) => ![0, 200, 503].includes(status))).toEqual([]);
      expect(tries.filter((statuses) => statuses.length > 1).length).toBeGreaterThan(0);

      await allHandled();
      expect(await effects()).toEqual(events.map(({ shop }, n) => `${shop} ${n}`).sort());
      expect(await webhookReceiptModel(connection).countDocuments({}).setOptions(ACROSS)).toBe(EVENTS);
    });
  }, 90_000);

  /** Delivers in lanes side by side; `onTaken` hears how many were taken so far. */
  async function deliverAll(queue: Event[], onTaken: (taken: number) => void): Promise<number[][]> {
    const sender = eventSender(system);
    const tries: number[][] = [];
    const lane = async (): Promise<void> => {
      for (let event = queue.pop(); event; event = queue.pop()) {
        tries.push(await sender.deliver(event));
        onTaken(tries.length);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    await Promise.all(restarts);
    return tries;
  }

  const restarts: Promise<void>[] = [];

  /** Kills each process when so many events were taken as chance says, and starts it again. */
  function killer(chance: Chance): (taken: number) => void {
    const plans = (['web', 'worker'] as const).map((victim) => ({
      victim,
      at: Array.from({ length: KILLS[victim] }, () => chance.below(EVENTS)).sort((a, b) => b - a),
      last: Promise.resolve(),
    }));
    return (taken) => {
      for (const plan of plans) {
        while ((plan.at.at(-1) ?? Infinity) < taken) {
          plan.at.pop();
          plan.last = plan.last.then(() => again(plan.victim));
          restarts.push(plan.last);
        }
      }
    };
  }

  async function again(victim: ProcessName): Promise<void> {
    await system.kill(victim);
    await system.start(victim);
  }

  /** The leases of the dead end at once, and whoever starts next takes their work up. */
  async function allHandled(): Promise<void> {
    const receipts = webhookReceiptModel(connection);
    await receipts.updateMany({ isHandled: false }, { $set: { leaseUntil: new Date(0) } }).setOptions(ACROSS);
    await again('worker');
    await until(
      'every event is worked on',
      async () => (await receipts.countDocuments({ isHandled: false }).setOptions(ACROSS)) === 0,
    );
  }

  async function effects(): Promise<string[]> {
    const answers = await privacyRequestModel(connection).find({}).setOptions(ACROSS).lean();
    return answers.map(({ shop, requestId }) => `${shop} ${requestId}`).sort();
  }
});
