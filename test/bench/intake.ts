import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import { webhookReceiptModel } from '../../server/models/webhook-receipt.ts';
import { connectStore } from '../../server/store/connect.ts';
import { cleanShop } from '../../sandbox/shops/clean-shop.ts';
import { webhookPayload } from '../../sandbox/webhooks/topics.ts';
import { startSystem } from '../system.ts';
import { startChild, startStore } from './child-process.ts';
import { readyLine } from './ready-line.ts';
import { ms, times, type BenchLine } from './table.ts';
import { percentile } from './timing.ts';

const DELIVERIES = 2_000;
const WARM_UP = 200;
const AT_ONCE = 8;
const SHOPS = 200;
const GOAL_MS = 50;
const TOPIC = 'shop/update';

interface Intake {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly perSecond: number;
}

/**
 * 2,000 signed deliveries, eight at a time, from this process to the real web process; afterwards its store is killed
 * with -9, and every answered delivery must be in it. The peer is a bare koa route that writes one document, in a process
 * of its own with a store of the same kind.
 */
export async function benchIntake(): Promise<BenchLine[]> {
  const peer = await measurePeer();
  const { ours, kept, answered } = await measureOurs();
  return [
    {
      what: `webhook intake, ${DELIVERIES} deliveries, p99`,
      ours: `${ms(ours.p99Ms)} (p50 ${ms(ours.p50Ms)})`,
      peer: `bare koa route, one document: ${ms(peer.p99Ms)} (p50 ${ms(peer.p50Ms)})`,
      ratio: times(ours.p99Ms / peer.p99Ms),
      goal: `p99 < ${GOAL_MS} ms`,
      isMet: ours.p99Ms < GOAL_MS,
    },
    {
      what: 'webhook intake, throughput with the work behind it',
      ours: `${ours.perSecond.toFixed(0)} a second`,
      peer: `bare koa route ${peer.perSecond.toFixed(0)} a second`,
      ratio: times(ours.perSecond / peer.perSecond),
      goal: '> 50 a second',
      isMet: ours.perSecond > 50,
    },
    {
      what: 'webhook intake, on disk after kill -9 of the store',
      ours: `${kept} kept`,
      peer: `${answered} answered`,
      ratio: times(kept / answered),
      goal: 'every one',
      isMet: kept === answered,
    },
  ];
}

async function measureOurs(): Promise<{ ours: Intake; kept: number; answered: number }> {
  const secret = randomBytes(24).toString('hex');
  const system = await startSystem({ SHOPIFY_CLIENT_SECRET: secret, LOG_LEVEL: 'warn' });
  try {
    const ours = await deliver(system.appUrl, secret);
    await system.kill('store');
    await system.kill('web');
    await system.start('store');
    const connection = await connectStore({ uri: String(readyLine(system, 'store')['uri']) });
    const kept = await webhookReceiptModel(connection)
      .countDocuments({ topic: TOPIC })
      .setOptions({ acrossTenants: 'the bench counts what was kept' });
    await connection.close();
    return { ours, kept, answered: WARM_UP + DELIVERIES };
  } finally {
    await system.stop();
  }
}

async function measurePeer(): Promise<Intake> {
  const store = await startStore();
  const server = await startChild(['test/bench/bare-intake.ts', store.uri]);
  try {
    return await deliver(String(server.ready['url']), 'nobody looks');
  } finally {
    await server.stop();
    await store.stop();
  }
}

/** @throws a delivery was not answered with 200 */
async function deliver(origin: string, secret: string): Promise<Intake> {
  const pool = new Pool(origin, { connections: AT_ONCE });
  const bodies = inventedBodies();
  const one = async (index: number): Promise<number> => {
    const { shop, body } = bodies[index % bodies.length] ?? { shop: '', body: '' };
    const headers = {
      'content-type': 'application/json',
      'x-shopify-topic': TOPIC,
      'x-shopify-shop-domain': shop,
      'x-shopify-webhook-id': randomUUID(),
      'x-shopify-triggered-at': new Date().toISOString(),
      'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
    };
    const startedAt = performance.now();
    const answer = await pool.request({ method: 'POST', path: '/webhooks', headers, body });
    await answer.body.dump();
    if (answer.statusCode !== 200) throw new Error(`A delivery was answered with ${answer.statusCode}.`);
    return performance.now() - startedAt;
  };
  try {
    await atOnce(WARM_UP, one);
    const startedAt = performance.now();
    const took = await atOnce(DELIVERIES, one);
    const elapsedMs = performance.now() - startedAt;
    return {
      p50Ms: percentile(took, 0.5),
      p99Ms: percentile(took, 0.99),
      perSecond: (DELIVERIES / elapsedMs) * 1_000,
    };
  } finally {
    await pool.close();
  }
}

/** So many calls by a handful of callers, each of whom waits for its answer. */
async function atOnce(count: number, one: (index: number) => Promise<number>): Promise<number[]> {
  const took: number[] = [];
  let next = 0;
  const caller = async () => {
    while (next < count) took.push(await one(next++));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, caller));
  return took;
}

/** Whole bodies of shop/update, as the platform sends them. */
function inventedBodies(): { shop: string; body: string }[] {
  return Array.from({ length: SHOPS }, (_unused, index) => {
    const shop = cleanShop({ handle: `invented-${index}`, name: `Shop ${index} (invented)`, id: 70_000_000 + index });
    return { shop: shop.domain, body: JSON.stringify(webhookPayload(TOPIC, shop, {}, new Date().toISOString())) };
  });
}
