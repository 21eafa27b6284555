import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { alertModel } from '../../server/models/alert.ts';
import { scanModel } from '../../server/models/scan.ts';
import { redisOptions } from '../../server/redis.ts';
import { testProduct, type TestProduct } from '../product.ts';
import { until } from '../until.ts';
import { byChance } from './random.ts';

const SHOPS = Array.from({ length: 50 }, (_, index) => `seller-${index}.myshopify.com`);
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** After this long the sweep looks for jobs that were lost. */
const LOST_AFTER_MS = 20_000;
const SWEEPS_AT_MOST = 12;
const ACROSS = { acrossTenants: 'the drill counts the scans of all shops' };

describe('P10: Redis is disposable', () => {
  let system: TestProduct;
  /** How often each shop was scanned so far. */
  let rounds = 1;
  beforeAll(async () => {
    system = await testProduct();
    for (const shop of SHOPS) await system.product.lifecycle.installed(shop, []);
    await system.product.startWorker();
    await done(1);
  }, 120_000);
  afterAll(() => system?.close());

  const count = (filter: object) => scanModel(system.store.connection).countDocuments(filter).setOptions(ACROSS);
  const done = (times: number) =>
    until(
      `${times} scans of each shop are done`,
      async () => (await count({ state: 'done' })) === times * SHOPS.length,
      90_000,
    );

  it.each(['wiped', 'killed'] as const)(
    '%s at any moment while fifty shops are due: each is scanned once',
    async (how) => {
      await byChance(async (chance) => {
        system.clock.pass(WEEK_MS);
        const begun = [await system.product.sweep()];
        for (const share of [0.2, 0.6].map((least) => least + chance.next() * 0.3)) {
          const enough = SHOPS.length * (rounds + share);
          await sweepUntil(begun, async () => (await count({ state: 'done' })) >= enough);
          await (how === 'wiped' ? system.redis.wipe() : system.redis.crash());
        }
        await sweepUntil(begun, async () => (await count({ active: true })) === 0);
        expect(begun.reduce((sum, one) => sum + one.begun, 0)).toBe(SHOPS.length);
        await expectOneScanMore();
      });
    },
    240_000,
  );

  it('full: nobody who begins work hears of it, and each shop is scanned once when there is room', async () => {
    const redis = new Redis(redisOptions(system.redis.url));
    const [, limit = '0'] = await redis.config('GET', 'maxmemory');
    system.clock.pass(WEEK_MS);
    await redis.config('SET', 'maxmemory', '1');
    await system.product.lifecycle.changed(SHOPS[0] ?? '', 'shop/update');
    const begun = [await system.product.sweep()];
    expect(begun).toEqual([{ begun: SHOPS.length, resumed: 0, ended: 0 }]);
    expect(await count({ active: true })).toBe(SHOPS.length);
    await redis.config('SET', 'maxmemory', limit);
    redis.disconnect();
    await sweepUntil(begun, async () => (await count({ active: true })) === 0);
    await expectOneScanMore();
  }, 240_000);

  /** Lets the minutes pass, a sweep in each, until something is so. */
  async function sweepUntil(begun: { begun: number }[], isSo: () => Promise<boolean>): Promise<void> {
    for (let sweeps = 0; sweeps < SWEEPS_AT_MOST; sweeps += 1) {
      const before = await count({ state: 'done' });
      for (let looks = 0; looks < 20; looks += 1) {
        if (await isSo()) return;
        await new Promise((later) => setTimeout(later, 50));
      }
      if ((await count({ state: 'done' })) > before) continue; // it goes on by itself
      system.clock.pass(LOST_AFTER_MS);
      begun.push(await system.product.sweep());
    }
    throw new Error(`${await count({ active: true })} scans still go on.`);
  }

  async function expectOneScanMore(): Promise<void> {
    rounds += 1;
    await done(rounds);
    expect(await count({})).toBe(rounds * SHOPS.length);
    for (const shop of SHOPS) expect(await count({ shop })).toBe(rounds);
    const alerts = await alertModel(system.store.connection).find({}).setOptions(ACROSS).lean();
    expect(alerts.filter(({ history }) => history.length !== 1)).toEqual([]);
    expect(new Set(alerts.map(({ shop, fingerprint }) => `${shop} ${fingerprint}`)).size).toBe(alerts.length);
  }
});
