import { setTimeout as sleep } from 'node:timers/promises';
import type { ScanProgress } from '../../core/api/home.ts';
import { startSystem, type System } from '../system.ts';
import { bareAdmin } from './bare-admin.ts';
import { accessTokens, addShops } from './many-shops.ts';
import { readyLine } from './ready-line.ts';
import { ms, times, type BenchLine } from './table.ts';
import { percentile, tookMs } from './timing.ts';

const SHOPS = 60;
const LATENCY_MS = 50;
const ALONE = 15;
const GOAL_MS = 3_000;
const GOAL_PER_SECOND = 5;
const PATIENCE_MS = 120_000;
/** What these shops did not allow or connect: asked for, and refused. */
const NOT_ALLOWED: readonly string[] = [
  'registry',
  'orders',
  'companyBuyers',
  'catalogue',
  'people',
  'dataSample',
  'themeBaseline',
];

/**
 * The whole system as processes of its own: web, one worker, store, Redis, and a sandbox each of whose answers waits
 * 50 ms. Each shop is installed and had its first check; what is measured is the check that its merchant asks for after
 * that, from POST /api/scans until the page would say "done". First one shop at a time, then all at once.
 */
export async function benchRecheck(): Promise<BenchLine[]> {
  const system = await startSystem({ LOG_LEVEL: 'warn' });
  const { connectTo, caFile } = readyLine(system, 'sandbox');
  try {
    const shops = await addShops(system, SHOPS);
    const bare = bareAdmin({ connectTo: String(connectTo), caFile: String(caFile) }, SHOPS);
    const merchants = await inBatches(shops, (shop) => firstVisit(system, shop));
    await Promise.all(merchants.map((merchant) => settled(merchant, 1_000)));
    for (const shop of shops) await system.control('POST', `/sandbox/shops/${shop}/faults`, { slowMs: LATENCY_MS });

    const tokens = accessTokens(system);
    const askBare = (shop: string) => bare.askAll(shop, tokens.get(shop) ?? '');
    await askBare(shops[0] ?? ''); // its connection is open, as the worker's are
    const bareAlone: number[] = [];
    for (const shop of shops.slice(0, ALONE)) bareAlone.push(await tookMs(() => askBare(shop)));
    const alone: number[] = [];
    for (const merchant of merchants.slice(0, ALONE)) {
      await freshen(system, merchant);
      alone.push(await tookMs(() => recheck(merchant)));
    }
    const bareTogetherMs = await tookMs(() => Promise.all(shops.map(askBare)));
    bare.close();

    for (const merchant of merchants) await freshen(system, merchant);
    const togetherMs = await recheckTogether(merchants);

    const perSecond = (SHOPS / togetherMs) * 1_000;
    const barePerSecond = (SHOPS / bareTogetherMs) * 1_000;
    const median = percentile(alone, 0.5);
    const bareMedian = percentile(bareAlone, 0.5);
    return [
      {
        what: `full re-check, each answer ${LATENCY_MS} ms late`,
        ours: `${ms(median)} (slowest of ${ALONE}: ${ms(Math.max(...alone))})`,
        peer: `its 7 answered questions in sequence ${ms(bareMedian)}`,
        ratio: times(median / bareMedian),
        goal: `< ${GOAL_MS} ms`,
        isMet: Math.max(...alone) < GOAL_MS,
      },
      {
        what: `re-checks of ${SHOPS} shops at once by one worker`,
        ours: `${perSecond.toFixed(1)} a second`,
        peer: `the bare questions of ${SHOPS} shops at once ${barePerSecond.toFixed(1)} a second`,
        ratio: times(perSecond / barePerSecond),
        goal: `>= ${GOAL_PER_SECOND} a second`,
        isMet: perSecond >= GOAL_PER_SECOND,
      },
    ];
  } finally {
    await system.stop();
  }
}

interface Merchant {
  readonly shop: string;
  readonly appUrl: string;
  /** A session token lives a minute. */
  sessionToken: string;
}

/** Opens the app for the first time: that installs the shop and begins its first check. */
async function firstVisit(system: System, shop: string): Promise<Merchant> {
  const merchant = { shop, appUrl: system.appUrl, sessionToken: '' };
  await freshen(system, merchant);
  await currentScan(merchant);
  return merchant;
}

async function freshen(system: System, merchant: Merchant): Promise<void> {
  const { token } = (await system.control('GET', `/sandbox/session-token?shop=${merchant.shop}`)) as { token: string };
  merchant.sessionToken = token;
}

async function recheck(merchant: Merchant): Promise<void> {
  const asked = await askForCheck(merchant);
  assertWhole(asked, await settled(merchant));
}

/**
 * From the first wish to the last result, by the scans' own times: sixty pages that look all the time would measure
 * themselves.
 */
async function recheckTogether(merchants: readonly Merchant[]): Promise<number> {
  const asked = await Promise.all(merchants.map(askForCheck));
  const firstAt = Math.min(...asked.map(({ requestedAt }) => Date.parse(requestedAt)));
  let lastAt = firstAt;
  for (const [index, merchant] of merchants.entries()) {
    const scan = await settled(merchant, 500);
    assertWhole(asked[index], scan);
    lastAt = Math.max(lastAt, Date.parse(scan.finishedAt ?? ''));
  }
  return lastAt - firstAt;
}

const askForCheck = (merchant: Merchant) => call(merchant, 'POST', '/api/scans') as Promise<ScanProgress>;

/** @throws the check was another one, failed, or missed a kind of evidence */
function assertWhole(asked: ScanProgress | undefined, scan: ScanProgress): void {
  const missing = scan.collectors
    .filter(({ kind, state }) => state !== 'collected' && !NOT_ALLOWED.includes(kind))
    .map(({ kind }) => kind);
  if (scan.id !== asked?.id || scan.state !== 'done' || missing.length > 0) {
    throw new Error(`A check ended as "${scan.state}", without ${missing.join(', ') || 'missing evidence'}.`);
  }
}

async function settled(merchant: Merchant, lookEveryMs = 20): Promise<ScanProgress> {
  for (const giveUpAt = performance.now() + PATIENCE_MS; performance.now() < giveUpAt; await sleep(lookEveryMs)) {
    const scan = await currentScan(merchant);
    if (scan?.state === 'done' || scan?.state === 'failed') return scan;
  }
  throw new Error('A check did not end.');
}

const currentScan = (merchant: Merchant) => call(merchant, 'GET', '/api/scans/current') as Promise<ScanProgress | null>;

async function call({ appUrl, sessionToken }: Merchant, method: string, path: string): Promise<unknown> {
  const answer = await fetch(`${appUrl}${path}`, { method, headers: { Authorization: `Bearer ${sessionToken}` } });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.status === 204 ? null : answer.json();
}

/** A few at a time: a first visit exchanges tokens. */
async function inBatches<T>(shops: readonly string[], work: (shop: string) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let first = 0; first < shops.length; first += 5) {
    done.push(...(await Promise.all(shops.slice(first, first + 5).map(work))));
  }
  return done;
}
