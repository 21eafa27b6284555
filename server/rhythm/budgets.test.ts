import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { testRedis, type TestRedis } from '../../test/redis.ts';
import { until } from '../../test/until.ts';
import { redisOptions } from '../redis.ts';
import { createBudgets, type Budgets } from './budgets.ts';
import { sharedBudget } from './shared-budget.ts';

const SHOP = 'marigold.myshopify.com';
const OTHER = 'jasmine.myshopify.com';
const MINUTE_MS = 60_000;

let redis: TestRedis;
let clients: Redis[] = [];
let now: number;
const clock = { now: () => new Date(now) };
beforeAll(async () => {
  redis = await testRedis();
});
beforeEach(async () => {
  now = Date.parse('2026-12-31T23:59:00.000Z');
  await redis.wipe();
});
afterEach(() => {
  for (const client of clients) client.disconnect();
  clients = [];
});
afterAll(() => redis.close());

async function client(): Promise<Redis> {
  const one = new Redis({ ...redisOptions(redis.url), enableOfflineQueue: false, maxRetriesPerRequest: 0 });
  one.on('error', () => undefined);
  clients.push(one);
  await until('redis answers', async () => one.status === 'ready');
  return one;
}
const budget = async (points = 3) =>
  sharedBudget({ redis: await client(), name: 'scans', points, spanMs: MINUTE_MS, clock });

describe('a shared budget', () => {
  it('is one for all processes, and full again in the next span', async () => {
    const [mine, theirs] = [await budget(), await budget()];
    expect([await mine.take(SHOP), await theirs.take(SHOP), await mine.take(SHOP)]).toEqual([null, null, null]);
    const freeAt = new Date('2027-01-01T00:00:00.000Z');
    expect([await mine.take(SHOP), await theirs.take(SHOP)]).toEqual([freeAt, freeAt]);
    now = freeAt.getTime();
    expect(await theirs.take(SHOP)).toBeNull();
  });

  it('is each shop’s own, under a key that begins with the shop', async () => {
    const one = await budget(1);
    expect([await one.take(SHOP), await one.take(OTHER)]).toEqual([null, null]);
    expect([await one.take(SHOP), await one.take(OTHER)]).not.toContain(null);
    expect(await redis.words()).toContain(`{prahari}:${SHOP}:scans:`);
  });

  it('leaves nothing of a shop that is erased, and all of the other', async () => {
    const one = await budget(1);
    await one.take(SHOP);
    await one.take(OTHER);
    await one.forget(SHOP);
    expect(await redis.words()).not.toContain(SHOP);
    expect(await one.take(OTHER)).not.toBeNull();
  });

  it('takes back what was not needed', async () => {
    const one = await budget(1);
    await one.take(SHOP);
    await one.giveBack(SHOP);
    expect(await one.take(SHOP)).toBeNull();
    expect(await one.take(SHOP)).not.toBeNull();
  });

  it.each([60 * MINUTE_MS, -60 * MINUTE_MS, -24 * 60 * MINUTE_MS])(
    'P9: goes on when the clock is moved by %i ms',
    async (ms) => {
      const one = await budget(1);
      await one.take(SHOP);
      now += ms;
      expect(await one.take(SHOP)).toBeNull();
      expect((await one.take(SHOP))?.getTime()).toBeGreaterThan(now);
    },
  );

  it('Q4: is kept in memory while Redis is away', async () => {
    const away = new Redis({ path: '/nowhere/r.sock', enableOfflineQueue: false, maxRetriesPerRequest: 0 });
    away.on('error', () => undefined);
    clients.push(away);
    const one = sharedBudget({ redis: away, name: 'scans', points: 2, spanMs: MINUTE_MS, clock });
    const answers = [await one.take(SHOP), await one.take(SHOP), await one.take(SHOP)];
    expect(answers.map((answer) => answer === null)).toEqual([true, true, false]);
  });

  it('Q4: is counted anew, and no more, when Redis is wiped', async () => {
    const one = await budget(2);
    await one.take(SHOP);
    await one.take(SHOP);
    await redis.wipe();
    expect([await one.take(SHOP), await one.take(SHOP)]).toEqual([null, null]);
    expect(await one.take(SHOP)).not.toBeNull();
  });
});

describe('calls to look-up services', () => {
  let budgets: Budgets;
  beforeEach(async () => {
    budgets = createBudgets({ redisUrl: redis.url, clock, log: pino({ level: 'silent' }) });
  });
  afterEach(() => budgets.close());

  it('are five in five seconds for one shop, whatever another does', async () => {
    const waits = [];
    for (let call = 0; call < 6; call += 1) waits.push(await budgets.callWaitMs(SHOP, 'cashfree'));
    expect(waits.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(waits[5]).toBeGreaterThan(0);
    expect(waits[5]).toBeLessThanOrEqual(5_000);
    expect(await budgets.callWaitMs(OTHER, 'cashfree')).toBe(0);
    expect(await budgets.callWaitMs(SHOP, 'setu')).toBe(0);
  });

  it('are so many a minute to one service for all shops together', async () => {
    const waits = await Promise.all(
      Array.from({ length: 650 }, (_, n) => budgets.callWaitMs(`seller-${n}.myshopify.com`, 'setu')),
    );
    expect(waits.filter((ms) => ms === 0)).toHaveLength(600);
    expect(await budgets.callWaitMs(SHOP, 'cashfree')).toBe(0);
  });
});
