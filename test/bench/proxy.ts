import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import Koa from 'koa';
import Router from 'koa-router';
import { Pool } from 'undici';
import { judgeGstin } from '../../core/gst/gstin.ts';
import { shopStore } from '../../server/shop/shops.ts';
import { aGstin } from '../a-gstin.ts';
import { buyerLab } from '../buyer-lab.ts';
import { proxyParameters, proxyQuery, startGuestPage } from '../guest-page.ts';
import { sandboxKey } from '../look-up-services.ts';
import { testProduct } from '../product.ts';
import { ms, times, type BenchLine } from './table.ts';
import { percentile } from './timing.ts';

const SHOPS = 5;
/** Below what a shop and a visitor may ask in a minute. */
const IN_SHOP = 400;
const BY_VISITOR = 20;
const WARM_UP = 100;
const AT_ONCE = 4;
const GOAL_MS = 50;

/**
 * 2,000 signed requests of visitors, each about a number that is known from a look-up, four at a time: signature, limits in
 * Redis, the shop, the sealed answer. The peer is a bare koa route that judges the same number and looks nothing up, in
 * the same process and the same run.
 */
export async function benchProxy(): Promise<BenchLine[]> {
  const gstin = aGstin();
  const system = await testProduct();
  const page = await startGuestPage(system.product.buyers, system.clock);
  const bare = await startBare();
  try {
    const shops = Array.from({ length: SHOPS }, (_unused, index) => `invented-${index}`);
    const lab = buyerLab(system);
    for (const handle of shops) {
      const shop = `${handle}.myshopify.com`;
      await shopStore({ connection: system.store.connection, clock: system.clock }).install(shop, []);
      system.services.registryOf(handle).status = 'Cancelled';
      await lab.connect(shop, sandboxKey('sandbox-co-in', handle));
      await lab.buyers.ask(shop, { gstin, orderId: 'gid://shopify/Order/1' });
    }
    const query = (index: number) => {
      const shop = `${shops[Math.floor(index / IN_SHOP) % SHOPS]}.myshopify.com`;
      return proxyQuery(proxyParameters(shop, system.clock.now()));
    };
    const peer = await measure(bare.origin, gstin, () => '', false);
    const ours = await measure(page.origin, gstin, query, true);
    return [
      {
        what: `proxy, a known number, ${ours.length} requests, p99`,
        ours: `${ms(percentile(ours, 0.99))} (p50 ${ms(percentile(ours, 0.5))})`,
        peer: `bare koa route, no look-up: ${ms(percentile(peer, 0.99))} (p50 ${ms(percentile(peer, 0.5))})`,
        ratio: times(percentile(ours, 0.5) / percentile(peer, 0.5)),
        goal: `p99 < ${GOAL_MS} ms`,
        isMet: percentile(ours, 0.99) < GOAL_MS,
      },
    ];
  } finally {
    await bare.close();
    await page.close();
    await system.close();
  }
}

/** @throws an answer is not what it should be */
async function measure(
  origin: string,
  gstin: string,
  query: (index: number) => string,
  isKnown: boolean,
): Promise<number[]> {
  const pool = new Pool(origin, { connections: AT_ONCE });
  const took: number[] = [];
  let next = 0;
  const caller = async () => {
    while (next < SHOPS * IN_SHOP) {
      const index = next++;
      const visitor = Math.floor(index / BY_VISITOR);
      const startedAt = performance.now();
      const answer = await pool.request({
        method: 'POST',
        path: `/proxy/gstin?${query(index)}`,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-forwarded-for': `10.2.${Math.floor(visitor / 200)}.${visitor % 200}`,
        },
        body: `gstin=${gstin}`,
      });
      const told = await answer.body.text();
      if (index >= WARM_UP) took.push(performance.now() - startedAt);
      if (answer.statusCode !== 200 || told.includes('cancelled') !== isKnown) {
        throw new Error(`A visitor was answered with ${answer.statusCode}.`);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, caller));
    return took;
  } finally {
    await pool.close();
  }
}

/** The least that the page could ask: no signature, no limit, no store. */
async function startBare(): Promise<{ origin: string; close(): Promise<void> }> {
  const router = new Router();
  router.post('/proxy/gstin', async (ctx) => {
    const verdict = judgeGstin(new URLSearchParams(await text(ctx.req)).get('gstin') ?? '');
    ctx.body = { couldExist: verdict.ok };
  });
  const app = new Koa();
  app.use(router.routes());
  const handle = app.callback();
  const server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
