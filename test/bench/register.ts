import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { VendorRegister } from '../../core/api/vendors.ts';
import type { Merchant } from '../../server/shopify/lifecycle.ts';
import { aFoundVendor, someVendorFields, startVendorApi } from '../vendor-api.ts';
import { ms, times, type BenchLine } from './table.ts';
import { percentile, tookMs } from './timing.ts';

const VENDORS = 500;
const ENTERED = 200;
const ASKED = 300;
const GOAL_MS = 50;
const MERCHANT: Merchant = { shop: 'marigold.myshopify.com', userId: '1001', role: 'manager' };

/**
 * GET /api/vendors of a shop with 500 vendors, over HTTP, one request after the other: figures unsealed, joined with what
 * people said, risks worked out anew. The peer is node:http alone, sending the same bytes from memory.
 */
export async function benchRegister(): Promise<BenchLine[]> {
  const api = await startVendorApi();
  try {
    const found = Array.from({ length: VENDORS - ENTERED }, (_, at) =>
      aFoundVendor({ key: `app:invented-${at}`, keys: [`app:invented-${at}`], name: `Invented ${at}`, hosts: [] }),
    );
    await api.found(MERCHANT.shop, found);
    for (let at = 0; at < ENTERED; at += 1) {
      const fields = someVendorFields({ name: `Entered ${at}`, hosts: [`entered-${at}.example`], handle: null });
      const answer = await api.ask(MERCHANT, 'POST', '/vendors', fields);
      if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    }
    const ask = async () => (await api.ask(MERCHANT, 'GET', '/vendors')).text();
    const body = await ask();
    const { length } = (JSON.parse(body) as VendorRegister).vendors;
    const ours = await timesOf(ask);
    const peer = await sameBytes(body);
    const p99 = percentile(ours, 0.99);
    return [
      {
        what: `register of ${length} vendors over the API, ${Math.round(body.length / 1_000)} KB, p99 of ${ASKED}`,
        ours: ms(p99),
        peer: `node:http, the same bytes ${ms(percentile(peer, 0.99))}`,
        ratio: times(p99 / percentile(peer, 0.99)),
        goal: `< ${GOAL_MS} ms`,
        isMet: p99 < GOAL_MS && length >= VENDORS,
      },
    ];
  } finally {
    await api.close();
  }
}

async function timesOf(ask: () => Promise<unknown>): Promise<number[]> {
  for (let at = 0; at < 20; at += 1) await ask();
  const took: number[] = [];
  for (let at = 0; at < ASKED; at += 1) took.push(await tookMs(ask));
  return took;
}

async function sameBytes(body: string): Promise<number[]> {
  const server = createServer((_request, response) => response.setHeader('Content-Type', 'application/json').end(body));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const took = await timesOf(async () => (await fetch(url)).text());
  server.close();
  return took;
}
