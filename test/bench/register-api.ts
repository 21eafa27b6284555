import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { FoundVendor } from '../../core/vendors/vendor.ts';
import type { Merchant } from '../../server/shopify/lifecycle.ts';
import { aFoundVendor, someVendorFields, startVendorApi } from '../vendor-api.ts';
import { ms, times, type BenchLine } from './table.ts';
import { percentile, tookMs } from './timing.ts';

const VENDORS = 500;
const TRACES_EACH = 10;
const REQUESTS = 300;
const WARM_UP = 50;
const GOAL_MS = 50;
const ME: Merchant = { shop: 'bench.myshopify.com', userId: '1', role: 'manager' };

/**
 * GET /api/vendors of a shop with 500 vendors and 5,000 traces, each taken over by a person with sealed words: routes,
 * store and cipher as they are, without sign-in. One request after the other over a connection that stays open, as a page
 * asks. The peer is a bare node:http server that holds the finished answer as an object and writes it as JSON.
 */
export async function benchRegisterApi(): Promise<BenchLine[]> {
  const api = await startVendorApi();
  try {
    await fill(api);
    const answer: unknown = await (await api.ask(ME, 'GET', '/vendors')).json();
    const ours = await latencies(async () => void (await (await api.ask(ME, 'GET', '/vendors')).text()));
    const peer = await ofBareServer((_request, reply) => {
      reply.setHeader('Content-Type', 'application/json');
      reply.end(JSON.stringify(answer));
    });
    const [ourWorst, peerWorst] = [percentile(ours, 0.99), percentile(peer, 0.99)];
    const kilobytes = Math.round(JSON.stringify(answer).length / 1_000);
    return [
      {
        what: `register of ${VENDORS} vendors, ${VENDORS * TRACES_EACH} traces, ${kilobytes} KB: p99`,
        ours: `${ms(ourWorst)} (median ${ms(percentile(ours, 0.5))})`,
        peer: `node:http with the finished object ${ms(peerWorst)}`,
        ratio: times(ourWorst / peerWorst),
        goal: `< ${GOAL_MS} ms`,
        isMet: ourWorst < GOAL_MS,
      },
    ];
  } finally {
    await api.close();
  }
}

async function fill(api: Awaited<ReturnType<typeof startVendorApi>>): Promise<void> {
  const found = Array.from({ length: VENDORS }, (_, at) => foundVendor(at));
  await api.found(ME.shop, found);
  const lines = found.map(({ name, app }) => `${name},${app?.handle ?? ''},What it is for,Somebody Invented,orders`);
  const text = ['Name,Handle,Purpose,Owner,Data', ...lines].join('\n');
  const taken = await api.ask(ME, 'POST', '/vendors/import', { text });
  if (taken.status !== 201) throw new Error(`The list was not taken over: ${await taken.text()}`);
  await api.ask(ME, 'POST', '/vendors', someVendorFields());
}

function foundVendor(at: number): FoundVendor {
  const handle = `invented-app-${at}`;
  const vendor = aFoundVendor();
  return {
    ...vendor,
    ...{ key: `app:${handle}`, keys: [`app:${handle}`, `host:app-${at}.example`], name: `Invented App ${at}` },
    ...{ hosts: [`app-${at}.example`], app: vendor.app && { ...vendor.app, handle, appId: String(at) } },
    traces: Array.from({ length: TRACES_EACH }, (_, place) => ({
      ...{ source: 'theme-block', strength: 'strong', place: `templates/page-${place}.json`, isActive: true, count: 1 },
    })),
  };
}

async function latencies(work: () => Promise<void>): Promise<number[]> {
  for (let at = 0; at < WARM_UP; at += 1) await work();
  const taken: number[] = [];
  for (let at = 0; at < REQUESTS; at += 1) taken.push(await tookMs(work));
  return taken;
}

async function ofBareServer(listener: RequestListener): Promise<number[]> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    return await latencies(async () => void (await (await fetch(`http://127.0.0.1:${port}/`)).text()));
  } finally {
    server.close();
  }
}
