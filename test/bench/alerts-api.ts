import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { merchantApi } from '../merchant-api.ts';
import { MANY, writeManyAlerts } from './many-alerts.ts';
import { ms, times, type BenchLine } from './table.ts';
import { percentile } from './timing.ts';

const SHOP = 'bench.myshopify.com';
const A_SECOND = 200;
const SECONDS = 10;
const WARM_UP = 200;
const GOAL_MS = 50;
/** Words that find all, many, some and none; each is asked again and again, as people type. */
const WORDS = ['host', 'host-7', 'certificate', 'कर', 'host-11 https', 'order', 'domain', 'nobody wrote this'];

/**
 * Pages of alerts in a shop that has 10,000 of them, 200 requests a second for ten seconds, come what may: a late answer
 * does not hold the next question back. In turn: the list in each order, a search, groups, one alert. The peer is a bare
 * node:http server that holds one finished page of the list and writes it as JSON, under the same load.
 */
export async function benchAlertsApi(): Promise<BenchLine[]> {
  const api = await merchantApi({ shop: SHOP, userId: '1', role: 'manager' });
  try {
    await writeManyAlerts(api.system.store.connection, SHOP);
    const first = (await api.json('/alerts')) as { alerts: { id: string }[]; total: number };
    if (first.total !== MANY) throw new Error(`The shop has ${first.total} alerts.`);
    const ids = first.alerts.map(({ id }) => id);
    const ours = await underLoad(api.port, (at) => pathAt(at, ids));
    const peer = await ofBareServer(first);
    const [ourWorst, peerWorst] = [percentile(ours, 0.99), percentile(peer, 0.99)];
    return [
      {
        what: `alerts of a shop with ${MANY}: list, search, groups, one; ${A_SECOND} a second: p99`,
        ours: `${ms(ourWorst)} (median ${ms(percentile(ours, 0.5))})`,
        peer: `node:http with one finished page ${ms(peerWorst)}`,
        ratio: times(ourWorst / peerWorst),
        goal: `< ${GOAL_MS} ms`,
        isMet: ourWorst < GOAL_MS,
      },
    ];
  } finally {
    await api.close();
  }
}

function pathAt(at: number, ids: readonly string[]): string {
  const word = encodeURIComponent(WORDS[at % WORDS.length] ?? '');
  const paths = [
    '/alerts',
    `/alerts?q=${word}`,
    '/alerts/groups?by=control',
    `/alerts/${ids[at % ids.length] ?? ''}`,
    `/alerts?sort=due&status=open&page=${1 + (at % 20)}`,
    '/alerts?severity=critical,high&sort=newest',
    `/alerts/groups?by=subject&q=${word}`,
    `/alerts/${ids[at % ids.length] ?? ''}`,
  ];
  return paths[at % paths.length] ?? '/alerts';
}

/** Latencies in ms from the moment at which each request was due. */
async function underLoad(port: number, pathOf: (at: number) => string): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  for (let at = 0; at < WARM_UP; at += 1) await get(agent, port, pathOf(at));
  const startedAt = performance.now();
  const asked: Promise<number>[] = [];
  while (asked.length < A_SECOND * SECONDS) {
    const dueAt = startedAt + (asked.length * 1_000) / A_SECOND;
    const waitMs = dueAt - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    asked.push(get(agent, port, pathOf(asked.length)).then(() => performance.now() - dueAt));
  }
  const taken = await Promise.all(asked);
  agent.destroy();
  return taken;
}

async function get(agent: Agent, port: number, path: string): Promise<void> {
  const question = request({ agent, host: '127.0.0.1', port, path }).end();
  const [answer] = (await once(question, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode}`);
}

async function ofBareServer(page: unknown): Promise<number[]> {
  const server = createServer((_request, reply) => {
    reply.setHeader('Content-Type', 'application/json');
    reply.end(JSON.stringify(page));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await underLoad((server.address() as AddressInfo).port, () => '/');
  } finally {
    server.close();
  }
}
