import { z } from 'zod';
import { EVERYBODY } from '../rhythm/budgets.ts';
import type { ActiveScan } from '../shop/scan-shapes.ts';
import type { DueShop } from '../shop/shops.ts';
import { defineJob } from './define-job.ts';
import type { Pipeline } from './pipeline.ts';

export const SWEEP_EVERY_MS = 60_000;
/** A scan whose jobs have not shown up after this long is looked for in the queue. */
const LOST_AFTER_MS = 20_000;
/** One sweep takes this many; those behind wait a minute more. */
const BATCH = 500;
/** Old snapshots judged in one sweep: more than 100,000 shops leave in a minute. */
const THINNED_EACH_SWEEP = 200;
/** Shops begun side by side: each waits for the store some five times. */
const AT_ONCE = 8;

/** Scans begun for due shops, given their jobs again, and ended at their deadline. */
export interface SweepResult {
  readonly begun: number;
  readonly resumed: number;
  readonly ended: number;
}

/**
 * Finds what the queue should be doing, in Mongo alone, and makes the queue do it: scans past their deadline end
 * visibly, scans whose jobs are gone get them again, shops that are due get a scan or a look-up. Any number of sweeps may run at
 * once: the scan of a due moment can be written only once.
 */
export async function sweep(pipeline: Pipeline): Promise<SweepResult> {
  const stop = pipeline.metrics.sweepSeconds.startTimer();
  const { ended, resumed } = await mendScans(pipeline);
  const begun = await beginAllDue(pipeline);
  await askShopify(pipeline);
  for (const shop of await pipeline.lookUpStore.dueShops(BATCH)) await pipeline.queue.verify(shop);
  for (const shop of await pipeline.people.connections.dueShops(BATCH)) await pipeline.queue.readPeople(shop);
  await pipeline.people.forgetLeavers(BATCH);
  await pipeline.thinSnapshots(THINNED_EACH_SWEEP);
  for (const shop of await pipeline.reports.due(BATCH)) await pipeline.queue.report(shop);
  for (const shop of await pipeline.flow.work.dueShops(BATCH)) await pipeline.queue.flowActions(shop);
  await pipeline.notices.sweep();
  await pipeline.audit.prune(BATCH);
  stop();
  return { begun, resumed, ended };
}

/** The same, as a job: soon after something changed, without waiting for the minute. */
export const sweepSoon = defineJob({
  name: 'sweep',
  data: z.strictObject({}),
  options: { attempts: 1 },
  jobId: () => 'sweep',
  async run(_data, pipeline) {
    await sweep(pipeline);
  },
});

/** Longest waiting first, as many as the minute's budget of all workers has room for; the rest is due in the next minute. */
async function beginAllDue(pipeline: Pipeline): Promise<number> {
  const due = await pipeline.shops.due(BATCH);
  let begun = 0;
  let isRoom = true;
  for (let first = 0; isRoom && first < due.length; first += AT_ONCE) {
    const results = await Promise.all(due.slice(first, first + AT_ONCE).map((one) => beginInBudget(one, pipeline)));
    begun += results.filter((result) => result === 'begun').length;
    isRoom = !results.includes('no-room');
  }
  return begun;
}

async function beginInBudget(due: DueShop, pipeline: Pipeline): Promise<'begun' | 'not-begun' | 'no-room'> {
  const { scans, scansOfShop } = pipeline.budgets;
  if ((await scans.take(EVERYBODY)) !== null) return 'no-room';
  const shopHasRoomAt = await scansOfShop.take(due.shop);
  if (shopHasRoomAt === null && (await beginDue(due, pipeline))) return 'begun';
  await scans.giveBack(EVERYBODY);
  // A shop that spent its hour stands in nobody's way.
  if (shopHasRoomAt !== null) await pipeline.shops.postpone(due, shopHasRoomAt);
  else await scansOfShop.giveBack(due.shop);
  return 'not-begun';
}

/** Short questions: whether a frozen shop is open again, and whether a theme has changed. */
async function askShopify({ shops, queue, budgets }: Pipeline): Promise<void> {
  for (const shop of await shops.dueProbes(BATCH)) {
    if ((await budgets.looks.take(EVERYBODY)) !== null) return;
    await queue.probeFrozen(shop);
  }
  for (const shop of await shops.dueThemeLooks(BATCH)) {
    if ((await budgets.looks.take(EVERYBODY)) !== null) return;
    await queue.lookAtTheme(shop);
  }
}

async function beginDue(due: DueShop, { scans, shops, queue }: Pipeline): Promise<boolean> {
  const { shop, at, reach } = due;
  const cause = `${reach === 'all' ? 'due' : 'watch'}:${at.toISOString()}`;
  const start = await scans.start(shop, { cause, trigger: 'due', reach });
  if (start.started) {
    await shops.advance(due);
    await queue.add(start.scan);
    return true;
  }
  if (start.why === 'repeated') await shops.advance(due); // another sweep began it and has yet to say so, or died
  // A scan that goes on may have looked before the change that made the shop due: then it is due again after it.
  if (start.why === 'active') {
    const current = await scans.current(shop);
    const isReached = current?.reach === 'all' || (reach === 'watch' && current?.reach === 'watch');
    if (current && isReached && current.requestedAt >= at) await shops.advance(due);
  }
  return false;
}

async function mendScans(pipeline: Pipeline): Promise<{ ended: number; resumed: number }> {
  const now = pipeline.clock.now();
  let ended = 0;
  let resumed = 0;
  for (const scan of await pipeline.scans.goingSince(new Date(now.getTime() - LOST_AFTER_MS), BATCH)) {
    if (scan.deadlineAt <= now) {
      await endOverdue(scan, pipeline);
      ended += 1;
    } else if (!(await pipeline.queue.holds(scan.scanId))) {
      await pipeline.queue.add(scan);
      resumed += 1;
    }
  }
  return { ended, resumed };
}

async function endOverdue({ shop, scanId, isJudged }: ActiveScan, pipeline: Pipeline): Promise<void> {
  if (isJudged) {
    await pipeline.notifier.scanJudged(shop, scanId);
    return;
  }
  if (!(await pipeline.scans.fail(shop, scanId, 'deadline'))) return;
  pipeline.metrics.scans.inc({ result: 'failed' });
  pipeline.log.warn({ shop, scanId }, 'scan passed its deadline; it will be tried again');
}
