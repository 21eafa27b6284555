import { randomBytes } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { createProduct } from '../../server/product.ts';
import { SCANS_A_MINUTE } from '../../server/rhythm/budgets.ts';
import { OPTIONAL_SCOPES, REQUIRED_SCOPES } from '../../server/scopes.ts';
import { nextThemeLook, nextWeeklyCheck } from '../../server/shop/schedule.ts';
import { shopStore } from '../../server/shop/shops.ts';
import { connectStore, ensureIndexes } from '../../server/store/connect.ts';
import { DataKeys } from '../../server/store/data-keys.ts';
import { createFieldCipher } from '../../server/store/field-cipher.ts';
import { KeyRing } from '../../server/store/key-ring.ts';
import { testRedis } from '../redis.ts';
import { startStore } from './child-process.ts';
import { ms, times, type BenchLine } from './table.ts';
import { medianMs, percentile, tookMs } from './timing.ts';
import { noOwnFacts } from '../own-facts.ts';

const SHOPS = 100_000;
const INSERTED_AT_ONCE = 2_000;
const MINUTE_MS = 60_000;
const SWEEPS = 7;
const MANY_DUE = 1_000;
const GOAL_MS = 2_000;
const MEMORY_GOAL_MB = 20;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What lives after a collection. */
function heapBytes(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/**
 * Sweeps over 100,000 shops in an embedded store of its own process, into a real Redis. The shops are due at their own
 * moments of the week, so a minute brings about ten, and seventy questions for a theme's checksums. The peer is the bare question through the driver: which are due?
 */
export async function benchSweep(): Promise<BenchLine[]> {
  const store = await startStore();
  const redis = await testRedis();
  const connection = await connectStore({ uri: store.uri });
  let now = new Date();
  const clock = { now: () => now };
  const ring = KeyRing.parse(`bench:${randomBytes(32).toString('base64')}`);
  const keys = new DataKeys({
    connection,
    ring,
    clock,
  });
  const product = await createProduct({
    appUrl: 'https://prahari.example',
    clientId: 'prahari-test-client',
    connection,
    redisUrl: redis.url,
    cipher: createFieldCipher(keys),
    ring,
    adminFor: () => {
      throw new Error('A sweep calls no shop.');
    },
    forgetAccess: async () => undefined,
    guardedFetch: () => Promise.reject(new Error('nothing outside is called here')),
    world: noOwnFacts().world,
    clock,
    log: pino({ level: 'warn' }),
    metricsRegistry: new Registry(),
    requiredScopes: REQUIRED_SCOPES,
    optionalScopes: OPTIONAL_SCOPES,
  });

  try {
    await ensureIndexes(connection);
    // The driver itself, past mongoose and the tenant guard.
    const database = connection.getClient().db();
    const shops = database.collection('shops');
    const insertMs = await tookMs(async () => {
      for (let first = 0; first < SHOPS; first += INSERTED_AT_ONCE) {
        await shops.insertMany(Array.from({ length: INSERTED_AT_ONCE }, (_unused, at) => aShop(first + at, now)));
      }
    });
    console.log(`  ${SHOPS.toLocaleString('en-IN')} shops inserted in ${(insertMs / 1_000).toFixed(1)} s`);

    /** The next sweep finds its scans over, as it does when a worker keeps up. */
    const endScans = async () => void (await database.collection('scans').deleteMany({}));
    const bareFind = () =>
      shops
        .find(
          { status: 'installed', nextCheckAt: { $lte: now } },
          { projection: { _id: 0, shop: 1, nextCheckAt: 1 }, sort: { nextCheckAt: 1 }, limit: 500 },
        )
        .toArray();

    const took: number[] = [];
    const found: number[] = [];
    let begun = 0;
    for (let minute = 0; minute < SWEEPS; minute += 1) {
      now = new Date(now.getTime() + MINUTE_MS);
      found.push(await tookMs(bareFind));
      took.push(await tookMs(async () => (begun += (await product.sweep()).begun)));
      await endScans();
    }
    const sweepMs = percentile(took, 0.5);
    const findMs = percentile(found, 0.5);
    const dueEach = begun / SWEEPS;

    const [last] = await shops.find({}, { sort: { nextCheckAt: 1 }, skip: MANY_DUE - 1, limit: 1 }).toArray();
    now = (last as { nextCheckAt: Date } | undefined)?.nextCheckAt ?? now;
    const due = shopStore({ connection, clock }).due;
    const askMs = await medianMs(20, () => due(500));
    const manyFindMs = await medianMs(20, bareFind);
    const sweeps: number[] = [];
    let begunOfMany = 0;
    const heapBefore = heapBytes();
    while (begunOfMany < MANY_DUE) {
      const before = begunOfMany;
      now = new Date(now.getTime() + MINUTE_MS); // each minute has room for so many
      sweeps.push(await tookMs(async () => (begunOfMany += (await product.sweep()).begun)));
      if (begunOfMany === before) throw new Error(`Only ${begunOfMany} of ${MANY_DUE} due shops were begun.`);
    }
    const manyMs = sweeps.reduce((sum, one) => sum + one, 0);
    const grownMb = Math.max(0, heapBytes() - heapBefore) / 1_048_576;

    return [
      {
        what: `sweep of ${SHOPS.toLocaleString('en-IN')} shops, a minute's due (${dueEach.toFixed(0)})`,
        ours: `${ms(sweepMs)} (slowest ${ms(Math.max(...took))})`,
        peer: `bare find through the driver ${ms(findMs)}`,
        ratio: times(sweepMs / findMs),
        goal: `< ${GOAL_MS} ms`,
        isMet: Math.max(...took) < GOAL_MS,
      },
      {
        what: 'ask which 500 of 1,000 are due',
        ours: ms(askMs),
        peer: `bare find through the driver ${ms(manyFindMs)}`,
        ratio: times(askMs / manyFindMs),
        goal: `< ${GOAL_MS} ms`,
        isMet: askMs < GOAL_MS,
      },
      {
        what: `sweep when ${MANY_DUE} are due: ${sweeps.length} sweeps, ${SCANS_A_MINUTE} a minute at most`,
        ours: `${ms(manyMs)} (${ms(manyMs / MANY_DUE)} a shop)`,
        peer: `bare find through the driver ${ms(manyFindMs)}`,
        ratio: times(manyMs / (manyFindMs * sweeps.length)),
        goal: 'each sweep ends before the next minute',
        isMet: Math.max(...sweeps) < MINUTE_MS,
      },
      {
        what: `memory that ${sweeps.length} such sweeps leave behind`,
        ours: `${grownMb.toFixed(1)} MB`,
        peer: `the list of their ${MANY_DUE} shops ${((JSON.stringify(await due(500)).length * 2) / 1_048_576).toFixed(1)} MB`,
        ratio: '–',
        goal: `< ${MEMORY_GOAL_MB} MB`,
        isMet: grownMb < MEMORY_GOAL_MB,
      },
    ];
  } finally {
    await product.close();
    await connection.close();
    await redis.close();
    await store.stop();
  }
}

/** Reports are planned, and none is due while the bench runs. */
const reportAt = (now: Date): Date => new Date(now.getTime() + 14 * 24 * 60 * MINUTE_MS);

function aShop(number: number, now: Date) {
  const shop = `invented-${number}.myshopify.com`;
  return {
    shop,
    status: 'installed',
    install: 1,
    installedAt: now,
    scopes: [...REQUIRED_SCOPES],
    nextCheckAt: nextWeeklyCheck(shop, now),
    nextThemeLookAt: nextThemeLook(shop, now),
    nextReportAt: reportAt(now),
    failedScans: 0,
    run: 0,
    appliedRun: 0,
    guideHidden: false,
  };
}
