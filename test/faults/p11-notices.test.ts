import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import type { AlertNews } from '../../core/notices/news.ts';
import { alertModel } from '../../server/models/alert.ts';
import { alertNewsModel } from '../../server/models/alert-news.ts';
import { scanModel } from '../../server/models/scan.ts';
import { LOCK_MS } from '../../server/outbox/tries.ts';
import { redisOptions } from '../../server/redis.ts';
import { connectStore } from '../../server/store/connect.ts';
import { startSystem, type System } from '../system.ts';
import { until } from '../until.ts';
import { CLEAN_SHOP } from './merchant-calls.ts';
import { byChance, type Chance } from './random.ts';
import { identitiesOf, pass, ToldShop, type Copy } from './told-shop.ts';

/** What becomes wrong, and right again, before each check. No event tells of it, so each is found by its own check. */
const CHANGES = [
  { plant: ['classic-customer-accounts', 'no-refund-policy'], mend: [] },
  { plant: ['certificate-not-renewed', 'empty-terms-of-service'], mend: ['no-refund-policy'] },
  { plant: ['banner-image-over-http'], mend: ['certificate-not-renewed'] },
  { plant: ['newsletter-form-over-http'], mend: ['empty-terms-of-service'] },
] as const;
/** Of each check: so often while evidence is collected and judged, once when it is over, once when it is told. */
const DEATHS_IN_CHECK = 3;
const DEATHS = CHANGES.length * (DEATHS_IN_CHECK + 2);
/** A scan whose jobs have not shown up for so long is taken up by the next sweep. */
const LOST_MS = 21_000;
/** A dead worker's transaction and jobs hold what they held for a while, and others may keep the machine busy. */
const PATIENCE_MS = 150_000;

/** What came of a story: the alerts as they stand, and what was told by whom. */
interface Outcome {
  readonly alerts: readonly object[];
  readonly told: readonly string[];
}

describe('P11, P10: the whole system, its worker killed at random', () => {
  let system: System;
  let connection: Connection;
  let shop: ToldShop;

  beforeEach(async () => {
    system = await startSystem({}, { followsClock: true });
    connection = await connectStore({ uri: system.storeUri });
    shop = new ToldShop(system, connection, CLEAN_SHOP);
    await system.kill('worker'); // nothing is checked before there is somebody to tell
    await shop.install();
    await shop.listen();
  }, 120_000);
  afterEach(async () => {
    await connection?.close();
    await system?.stop();
  });

  /** All changes, each checked while `disturbing` does its worst, and told of in the end. */
  async function story(disturbing: (check: number) => Promise<void>): Promise<Outcome> {
    for (const [check, { plant, mend }] of CHANGES.entries()) {
      for (const defect of plant) await shop.shopify('plant', { defect });
      for (const defect of mend) await shop.shopify('mend', { defect });
      if (check > 0) await shop.checkNow(); // the first began with the install
      await disturbing(check);
      await shop.settled(PATIENCE_MS);
      await until('the check ended well', async () => (await scans({ state: 'done' })) === check + 1, PATIENCE_MS);
    }
    const alerts = await alertModel(connection).find({ shop: CLEAN_SHOP }).sort({ fingerprint: 1 }).lean();
    const told = (await news()).map(({ kind, fingerprint }) => `${kind} ${fingerprint}`).sort();
    return {
      alerts: alerts.map(({ checkId, subject, messageId, severity, status, history, ...rest }) => ({
        ...{ checkId, subject, messageId, severity, status, data: rest.data as unknown },
        history: history.map(({ kind, by }) => ({ kind, by })),
      })),
      told,
    };
  }

  const scans = (filter: object) => scanModel(connection).countDocuments({ shop: CLEAN_SHOP, ...filter });
  const newsRecords = () => alertNewsModel(connection).find({ shop: CLEAN_SHOP }).sort({ at: 1 }).lean();
  const openedIn = ({ newsJson }: { newsJson: string }) =>
    (JSON.parse(newsJson) as AlertNews[]).filter(({ kind }) => kind !== 'resolved');
  const news = async () => (await newsRecords()).flatMap(openedIn);

  let undisturbed: Outcome | undefined;

  it('undisturbed, each alert is told once on each channel', async () => {
    undisturbed = await story(async (check) => {
      if (check === 0) await system.start('worker');
    });
    expect(undisturbed.told.length).toBeGreaterThan(CHANGES.length);
    expect(await expectTold()).toBe(0);
  }, 400_000);

  it(`killed ${DEATHS} times: the same alerts, each told on each channel under one identity, in one wording`, async () => {
    await byChance(async (chance) => {
      let deaths = 0;
      const die = async (): Promise<void> => {
        await system.kill('worker');
        deaths += 1;
      };
      const outcome = await story(async (check) => {
        await drill(chance, check, die);
      });
      expect(deaths).toBe(DEATHS);
      expect(outcome).toEqual(undisturbed);
      expect(await expectTold()).toBeGreaterThan(0);
    });
  }, 900_000);

  /** The worker runs at the end. */
  async function drill(chance: Chance, check: number, die: () => Promise<void>): Promise<void> {
    await silence(true);
    const isRunning = check > 0;
    for (let deaths = 0; deaths < DEATHS_IN_CHECK; deaths += 1) {
      if (deaths > 0 || !isRunning) await system.start('worker');
      await sleep(chance.below(1_500));
      await die();
      await pass(system, LOST_MS);
      // What a dead worker held comes back at once where Redis forgets it, and after half a minute where not.
      if (deaths === DEATHS_IN_CHECK - 1 || chance.next() < 0.5) await wipeRedis();
    }
    await system.start('worker');
    await until('the check is over', async () => (await scans({ active: true })) === 0, PATIENCE_MS);
    await sleep(chance.below(300));
    await die();

    // The mail and the post are taken, and the worker never hears of it.
    const before = { mails: (await shop.mails()).length, posts: (await shop.posts()).length };
    await pass(system, LOCK_MS + 1_000);
    await wipeRedis();
    await system.start('worker');
    await until('a mail came', async () => (await shop.mails()).length > before.mails, PATIENCE_MS);
    await until('a post came', async () => (await shop.posts()).length > before.posts, PATIENCE_MS);
    await sleep(chance.below(300));
    await die();

    await silence(false);
    await pass(system, LOCK_MS + 1_000);
    if (check < CHANGES.length - 1) await wipeRedis(); // at last the queue itself must bring back what was held
    await system.start('worker');
  }

  /** Whether mail service and receiver keep what they get without a word. */
  async function silence(isSilent: boolean): Promise<void> {
    await system.control('POST', '/sandbox/mail', { fault: isSilent ? 'accept-then-silence' : null });
    await system.control('POST', '/sandbox/posts', { fault: isSilent ? 'hang' : null });
  }

  async function wipeRedis(): Promise<void> {
    const redis = new Redis(redisOptions(system.redisUrl));
    await redis.flushall();
    redis.disconnect();
  }

  /** Each alert was told once on each channel, whatever copies came. Answers how many copies there were. */
  async function expectTold(): Promise<number> {
    const records = (await newsRecords()).filter((record) => openedIn(record).length > 0);
    const scansTold = records.map(({ _id }) => _id.toString()).sort();
    const told = records.flatMap(openedIn).map(({ fingerprint }) => fingerprint);
    expect(new Set(told).size).toBe(told.length);

    const [mails, posts, runs] = [await shop.mails(), await shop.posts(), await shop.runs()];
    for (const copies of [mails, posts, runs] as readonly (readonly Copy[])[]) {
      const identities = identitiesOf(copies);
      expect(identities.map(scanOf).sort()).toEqual(scansTold);
    }
    expect(new Set(mails.map(({ id }) => id)).size).toBe(records.length);
    for (const record of records) {
      const scan = record._id.toString();
      const post = posts.find(({ identity }) => scanOf(identity) === scan);
      const { alerts } = JSON.parse(post?.words ?? '') as { alerts: { fingerprint: string }[] };
      const opened = openedIn(record).map(({ fingerprint }) => fingerprint);
      expect(alerts.map(({ fingerprint }) => fingerprint).sort()).toEqual(opened.sort());
      const runIds = runs.filter(({ identity }) => scanOf(identity) === scan).map(({ id }) => id);
      expect(new Set(runIds).size).toBe(opened.length);
    }
    const links = new Map(runs.map(({ id, payload }) => [id, payload['Link']]));
    expect(new Set(links.values()).size).toBe(links.size);
    return mails.length + posts.length + runs.length - (2 * records.length + links.size);
  }
});

/** Of "alerts:<scan>:mail:<reader>". */
const scanOf = (identity: string): string => identity.split(':')[1] ?? '';
