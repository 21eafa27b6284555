import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import type { AlertNews } from '../../core/notices/news.ts';
import { alertNewsModel } from '../../server/models/alert-news.ts';
import { privacyRequestModel } from '../../server/models/privacy-request.ts';
import { webhookReceiptModel } from '../../server/models/webhook-receipt.ts';
import { SETTLE_MS } from '../../server/shop/schedule.ts';
import { connectStore } from '../../server/store/connect.ts';
import { startSystem, type System } from '../system.ts';
import { until } from '../until.ts';
import { aDataRequest, anEvent, eventSender } from './event-sender.ts';
import { CLEAN_SHOP } from './merchant-calls.ts';
import { byChance } from './random.ts';
import { identitiesOf, pass, ToldShop, type Copy } from './told-shop.ts';

const ROLLED = ['web', 'web2', 'worker', 'worker2'] as const;
/** One comes while each process is away. */
const DEFECTS = [
  'certificate-not-renewed',
  'classic-customer-accounts',
  'no-refund-policy',
  'empty-terms-of-service',
] as const;
/** Whose customers ask: many, as the record of one shop is written line by line. */
const SELLERS = Array.from({ length: 12 }, (_, n) => `seller-${n}.myshopify.com`);
const LANES = 4;
const PAUSE_MS = 60;
const ACROSS = { acrossTenants: 'the drill counts what all shops sent' };
const PATIENCE_MS = 120_000;

describe('P13: two web processes and two workers, each restarted in its turn while events come', () => {
  let system: System;
  let connection: Connection;
  let shop: ToldShop;

  beforeAll(async () => {
    system = await startSystem({}, { followsClock: true, isDoubled: true });
    connection = await connectStore({ uri: system.storeUri });
    shop = new ToldShop(system, connection, CLEAN_SHOP);
    await shop.install();
    await until('the first check ended', async () => (await shop.home()).scan?.state === 'done', PATIENCE_MS);
    await shop.listen();
  }, 150_000);
  afterAll(async () => {
    await connection?.close();
    await system?.stop();
  });

  it('lose no event, raise no alert twice, and tell each once', async () => {
    await byChance(async (chance) => {
      const load = startLoad(() => chance.next() < 0.2);
      for (const [turn, name] of ROLLED.entries()) {
        // The check that finds it begins while the process goes, comes, or does either.
        await shop.shopify('plant', { defect: DEFECTS[turn] });
        load.alsoSend(anEvent(CLEAN_SHOP, 'shop/update'));
        await sleep(chance.below(500));
        await pass(system, SETTLE_MS + 1_000);
        await sleep(chance.below(1_500));
        system.signal(name, 'SIGTERM');
        expect([name, await system.ended(name)]).toEqual([name, 0]);
        await system.start(name);
      }
      const { sent, statuses } = await load.end();
      expect([...new Set(statuses)].filter((status) => ![0, 200, 503].includes(status))).toEqual([]);
      expect(sent.length).toBeGreaterThan(50);

      await pass(system, SETTLE_MS + 1_000);
      const receipts = webhookReceiptModel(connection);
      const isHandled = async () => (await receipts.countDocuments({ isHandled: false }).setOptions(ACROSS)) === 0;
      await until('each event is worked on', isHandled, PATIENCE_MS);
      await until('the last defect is found', async () => (await openings()).length >= DEFECTS.length, PATIENCE_MS);
      await shop.settled(PATIENCE_MS);

      const requests = await privacyRequestModel(connection).find({}).setOptions(ACROSS).lean();
      expect(requests.map(({ requestId }) => Number(requestId)).sort(byNumber)).toEqual(load.numbers());
      const taken = await receipts.find({}).setOptions(ACROSS).lean();
      const ours = taken.map(({ webhookId }) => webhookId).filter((id) => sent.includes(id));
      expect(ours.sort()).toEqual([...sent].sort());
    });
  }, 400_000);

  it('each alert is news once, and each channel was told of it once', async () => {
    const opened = await openings();
    expect(new Set(opened.map(({ fingerprint }) => fingerprint)).size).toBe(opened.length);
    const [mails, posts, runs] = [await shop.mails(), await shop.posts(), await shop.runs()];
    for (const copies of [mails, posts, runs] as readonly (readonly Copy[])[]) {
      expect(new Set(copies.map(({ id }) => id)).size).toBe(copies.length);
      expect(identitiesOf(copies).map(scanOf)).toEqual(await scansWithNews());
    }
    const told = posts.flatMap(({ words }) => (JSON.parse(words) as { alerts: { fingerprint: string }[] }).alerts);
    const fingerprints = (all: readonly { fingerprint: string }[]) => all.map(({ fingerprint }) => fingerprint).sort();
    expect(fingerprints(told)).toEqual(fingerprints(opened));
    expect(runs.length).toBe(opened.length);
  });

  it('no process had anything to complain of', () => {
    const complaints = ROLLED.flatMap((name) => system.wordsOf(name).split('\n'));
    expect(complaints.filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
  });

  /** What opened since somebody was told of it. */
  async function openings(): Promise<AlertNews[]> {
    const news = await alertNewsModel(connection).find({ shop: CLEAN_SHOP }).sort({ at: 1 }).lean();
    return news.slice(1).flatMap(({ newsJson }) => JSON.parse(newsJson) as AlertNews[]);
  }

  async function scansWithNews(): Promise<string[]> {
    const news = await alertNewsModel(connection).find({ shop: CLEAN_SHOP }).sort({ at: 1 }).lean();
    return news
      .slice(1)
      .map(({ _id }) => _id.toString())
      .sort();
  }

  /** Requests for data one after the other, some of them twice at once, until told to end. */
  function startLoad(isDoubled: () => boolean) {
    const sender = eventSender(system);
    const sent: string[] = [];
    const statuses: number[] = [];
    let count = 0;
    let isOver = false;
    const others: Promise<void>[] = [];

    async function send(event: ReturnType<typeof anEvent>): Promise<void> {
      sent.push(event.id);
      const tries = await Promise.all([event, ...(isDoubled() ? [event] : [])].map((one) => sender.deliver(one)));
      for (const row of tries) expect(row.at(-1)).toBe(200);
      statuses.push(...tries.flat());
    }
    const lane = async (): Promise<void> => {
      while (!isOver) {
        const number = count;
        count += 1;
        await send(aDataRequest(SELLERS[number % SELLERS.length] ?? '', number));
        await sleep(PAUSE_MS);
      }
    };
    const lanes = Array.from({ length: LANES }, lane);
    return {
      alsoSend: (event: ReturnType<typeof anEvent>) => void others.push(send(event)),
      numbers: () => Array.from({ length: count }, (_, number) => number),
      async end(): Promise<{ sent: readonly string[]; statuses: readonly number[] }> {
        isOver = true;
        await Promise.all([...lanes, ...others]);
        return { sent, statuses };
      },
    };
  }
});

/** Of "alerts:<scan>:mail:<reader>". */
const scanOf = (identity: string): string => identity.split(':')[1] ?? '';
const byNumber = (a: number, b: number): number => a - b;
