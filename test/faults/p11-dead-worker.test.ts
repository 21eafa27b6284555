import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVIDENCE_KINDS } from '../../core/evidence/kinds.ts';
import { scanModel } from '../../server/models/scan.ts';
import { testProduct, type TestProduct } from '../product.ts';
import { until } from '../until.ts';
import { endState } from './end-state.ts';
import { byChance } from './random.ts';
import { killAllWorkers, startWorkerProcess, type WorkerProcess } from './worker-process.ts';

const UNDISTURBED = 'undisturbed.myshopify.com';
/** Each question takes its own time, so that a scan has many moments at which a worker can die. */
const THINK_MS = { '': 20, ShopPosture: 60, Domains: 120, Locations: 180, Policies: 240, ThemeFileList: 300 };
const KINDS = EVIDENCE_KINDS.length;
/** How many collectors have answered when the worker dies; with all of them it is about judging. */
const KILLED_AFTER = [0, 5, 9, KINDS - 1, KINDS];
/** A transaction that a dead process left open holds its documents for a minute, as MongoDB's do. */
const HEALED_WITHIN_MS = 75_000;

describe('P11, Q7: a check whose worker', () => {
  let system: TestProduct;
  let undisturbed: unknown;

  beforeAll(async () => {
    system = await testProduct();
    const worker = await startWorkerProcess(system, {});
    await system.product.lifecycle.installed(UNDISTURBED, []);
    await isDone(UNDISTURBED);
    await worker.kill();
    undisturbed = await endState(system.store.connection, UNDISTURBED);
  }, 60_000);
  afterAll(async () => {
    killAllWorkers();
    await system?.close();
  });

  const scanOf = (shop: string) => scanModel(system.store.connection).findOne({ shop }).lean();
  const answersOf = async (shop: string) => Object.keys(((await scanOf(shop))?.outcomes as object) ?? {}).length;
  const isDone = (shop: string) =>
    until(`the scan of ${shop} is done`, async () => (await scanOf(shop))?.state === 'done', HEALED_WITHIN_MS);

  it('dies at any point ends as if nothing had been', async () => {
    await byChance(async (chance) => {
      let worker = await startWorkerProcess(system, THINK_MS);
      try {
        for (const [round, answers] of KILLED_AFTER.entries()) {
          const shop = `killed-${round}.myshopify.com`;
          await system.product.lifecycle.installed(shop, []);
          await until(`${answers} collectors answered`, async () => (await answersOf(shop)) >= answers);
          await sleep(chance.below(30));
          await worker.kill();
          worker = await startWorkerProcess(system, THINK_MS);
          await isDone(shop);
          expect(await endState(system.store.connection, shop)).toEqual(undisturbed);
        }
      } finally {
        await worker.kill();
      }
    });
  }, 150_000);

  it('sleeps past its lock and wakes after another did its work changes nothing any more', async () => {
    const shop = 'asleep.myshopify.com';
    // Longer than all the others together, on a busy machine too: the theme alone is to be open.
    const sleeper = await startWorkerProcess(system, { ThemeFileList: 12_000 });
    await system.product.lifecycle.installed(shop, []);
    await until('all but the theme answered', async () => (await answersOf(shop)) === KINDS - 1);
    sleeper.signal('SIGSTOP');
    let other: WorkerProcess | undefined;
    try {
      other = await startWorkerProcess(system, {});
      await isDone(shop);
      expect(await endState(system.store.connection, shop)).toEqual(undisturbed);
    } finally {
      sleeper.signal('SIGCONT');
      await other?.kill();
    }
    await until('the late answer was refused', async () => sleeper.words().includes('came too late'));
    expect(await endState(system.store.connection, shop)).toEqual(undisturbed);
    await sleeper.kill();
  }, 60_000);
});
