import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { alertNewsModel } from '../../server/models/alert-news.ts';
import { deliveryModel } from '../../server/models/delivery.ts';
import { LOCK_MS } from '../../server/outbox/tries.ts';
import { noticeLab, someNews, type Arrival, type NoticeLab } from '../notice-lab.ts';
import { testRedis, type TestRedis } from '../redis.ts';
import { until } from '../until.ts';
import { byChance } from './random.ts';

const SHOPS = Array.from({ length: 12 }, (_, index) => `seller-${index}.myshopify.com`);
const READERS = 3;
const DEATHS = 20;
const ACROSS = { acrossTenants: 'the drill looks at all shops' };
/** A transaction that a dead process left open holds its documents for a minute, as MongoDB's do. */
const HEALED_WITHIN_MS = 90_000;

describe('P3, P10, P11: the outbox of workers that die', () => {
  let lab: NoticeLab;
  let redis: TestRedis;
  let folder: string;
  const running = new Set<ChildProcess>();

  beforeAll(async () => {
    lab = await noticeLab();
    redis = await testRedis();
    folder = await mkdtemp(join(tmpdir(), 'prahari-notices-'));
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await redis.close();
    await lab.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** `aheadMs`: its clock, so that the locks of dead workers are over without anybody waiting for them. */
  async function startWorker(thinkMs: number, aheadMs: number): Promise<ChildProcess> {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'notice-process.ts')], {
      env: {
        ...{ PATH: process.env['PATH'], STORE_URI: lab.store.uri, REDIS_URL: redis.url, KEY_RING: lab.keyRing },
        ...{ ARRIVALS: join(folder, 'arrivals'), THINK_MS: String(thinkMs), AHEAD_MS: String(aheadMs) },
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.add(child);
    let words = '';
    child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()));
    await until('the worker works', async () => words.includes('working\n'));
    return child;
  }

  async function kill(child: ChildProcess): Promise<void> {
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    running.delete(child);
  }

  const arrivals = async (): Promise<Arrival[]> => {
    const text = await readFile(join(folder, 'arrivals'), 'utf8').catch(() => '');
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Arrival);
  };

  it(`killed ${DEATHS} times at random, Redis wiped in between: all arrives, each under one identity and in one wording`, async () => {
    lab.clock.set(new Date().toISOString());
    await byChance(async (chance) => {
      const expected: string[] = [];
      for (const shop of SHOPS) {
        const { newsId } = await lab.scanBrings(shop, [someNews(), someNews({ fingerprint: 'f2' })]);
        for (let n = 1; n <= READERS; n += 1) expected.push(`${shop} alerts:${newsId}:mail:r${n}`);
      }
      let aheadMs = 0;
      for (let deaths = 0; deaths < DEATHS; deaths += 1) {
        const worker = await startWorker(20, aheadMs);
        await sleep(chance.below(250));
        await kill(worker);
        aheadMs += LOCK_MS;
        if (chance.next() < 0.3) await redis.wipe();
      }
      const last = await startWorker(0, aheadMs);
      await until('all is sent', async () => (await count({ state: 'sent' })) === expected.length, HEALED_WITHIN_MS);
      await kill(last);

      const arrived = await arrivals();
      expect([...new Set(arrived.map(({ shop, identity }) => `${shop} ${identity}`))].sort()).toEqual(expected.sort());
      expect(new Set(arrived.map((one) => JSON.stringify(one))).size).toBe(expected.length);
      expect(await count({})).toBe(expected.length);
      expect(await alertNewsModel(lab.connection).countDocuments({ isHandedOut: false }).setOptions(ACROSS)).toBe(0);
    });
  }, 180_000);

  const count = (filter: object) => deliveryModel(lab.connection).countDocuments(filter).setOptions(ACROSS);

  it('Q1: the queue holds ids alone', async () => {
    await lab.scanBrings('canary.myshopify.com', [someNews({ data: { what: 'canary-of-the-news' } })]);
    const worker = await startWorker(100, LOCK_MS * (DEATHS + 1));
    await until('the news are being sent', async () => (await count({ shop: 'canary.myshopify.com' })) === READERS);
    expect(await redis.words()).not.toContain('canary-of-the-news');
    await until(
      'they are sent',
      async () => (await count({ shop: 'canary.myshopify.com', state: 'sent' })) === READERS,
    );
    expect(await redis.words()).not.toContain('canary-of-the-news');
    await kill(worker);
  }, 60_000);
});
