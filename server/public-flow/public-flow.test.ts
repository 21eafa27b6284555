import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Koa from 'koa';
import { pino } from 'pino';
import { standingClock } from '../../test/notice-lab.ts';
import { openTestStore, type TestStore } from '../../test/store.ts';
import type { NewAuditEntry } from '../audit/audit.ts';
import { LEFT_TO_PEOPLE, MOST_WAITING } from '../flow/flow-desk.ts';
import { flowSide, type FlowSide } from '../flow/flow-side.ts';
import { MOST_TRIES, type ReadOrderGst } from '../flow/flow-work.ts';
import { flowTeller } from '../flow/flow-teller.ts';
import { problems } from '../http/problem.ts';
import type { AppState } from '../http/state.ts';
import { flowRunModel } from '../models/flow-run.ts';
import { AdminUnreachableError, ThrottledError, TokenRefusedError } from '../shopify/admin-errors.ts';
import type { StartedScan } from '../shop/scans.ts';
import { ensureIndexes } from '../store/connect.ts';
import { DataKeys } from '../store/data-keys.ts';
import { createFieldCipher } from '../store/field-cipher.ts';
import { KeyRing } from '../store/key-ring.ts';
import { publicFlowRoutes } from './public-flow.routes.ts';

const SECRET = 'the client secret of a test';
const OLD_SECRET = 'the one before it';
const RIGHT = {
  result: 'right',
  differencePaise: 0,
  sentence: { en: 'As the law asks.', hi: 'क़ानून के अनुसार।' },
} as const;
const WRONG = {
  ...RIGHT,
  result: 'wrong',
  differencePaise: 1_080_50,
  sentence: { en: 'IGST is due.', hi: 'IGST लगेगा।' },
} as const;
const NOT_FOUND = {
  ...RIGHT,
  result: 'not-found',
  sentence: { en: 'No such order here.', hi: 'ऐसा ऑर्डर नहीं।' },
} as const;

const clock = standingClock();
let store: TestStore;
let server: Server;
let url: string;
let flow: FlowSide;
let shop: string;
let count = 0;
/** What the shops and the queue are like; each test begins with a shop that is open. */
const world = {
  status: 'installed' as 'installed' | 'needsVisit' | 'uninstalled',
  /** Orders by shop and id. */
  orders: new Map<string, Awaited<ReturnType<ReadOrderGst>>>(),
  fault: null as Error | null,
  reads: [] as string[],
  hurried: [] as string[],
  causes: new Set<string>(),
  start: (): StartedScan => ({ started: true, scan: {} as never }),
  checksLeft: 10,
  audit: [] as NewAuditEntry[],
};

beforeAll(async () => {
  store = await openTestStore();
  const { connection } = store;
  const ring = KeyRing.parse(`test:${randomBytes(32).toString('base64')}`);
  flow = flowSide({
    ...{ connection, clock, log: pino({ level: 'silent' }) },
    cipher: createFieldCipher(new DataKeys({ connection, ring, clock })),
    audit: { append: async (_shop, entry) => world.audit.push(entry) },
    shops: { find: async () => (world.status === 'uninstalled' ? null : ({ status: world.status } as never)) },
    scans: { isKnownCause: async (of, cause) => world.causes.has(`${of} ${cause}`) },
    starter: {
      async begin(of, { cause }) {
        const start = world.start();
        if (start.started) world.causes.add(`${of} ${cause}`);
        return start;
      },
    },
    checksLeft: async () => world.checksLeft,
    async readOrder(of, id) {
      world.reads.push(id);
      if (world.fault) throw world.fault;
      return world.orders.get(`${of} ${id}`) ?? NOT_FOUND;
    },
    hurry: async (of) => void world.hurried.push(of),
    teller: flowTeller({
      ...{ settings: { flow: () => Promise.reject(new Error()) }, outbox: { add: async () => false } },
      ...{ hurry: async () => undefined, clock },
    }),
  });
  await ensureIndexes(connection);
  const app = new Koa<AppState>();
  app.silent = true;
  app.use(problems({ log: pino({ level: 'silent' }) }));
  app.use(publicFlowRoutes({ desk: flow.desk, secrets: [SECRET, OLD_SECRET] }).routes());
  server = app.listen(0);
  await once(server, 'listening');
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await store.close();
});
beforeEach(() => {
  count += 1;
  shop = `flow-${count}.myshopify.com`;
  world.orders.clear();
  world.orders.set(`${shop} 101`, WRONG);
  Object.assign(world, { status: 'installed', fault: null, reads: [], hurried: [], checksLeft: 10, audit: [] });
  world.start = () => ({ started: true, scan: {} as never });
});

interface Sent {
  readonly handle?: string;
  readonly runId?: string;
  readonly orderId?: unknown;
  readonly domain?: string;
  readonly body?: string;
  readonly secret?: string;
  readonly signature?: string;
  readonly path?: string;
}

const bodyOf = ({ handle = 'check-order-gst', runId = 'run-00000001', orderId = '101', domain = shop }: Sent) =>
  JSON.stringify({
    ...{ shop_id: '1', shopify_domain: domain, action_run_id: runId, action_definition_id: handle, handle },
    properties: handle === 'check-order-gst' ? { order_id: orderId } : {},
    step_reference: 'a field that we do not know',
  });

async function call(sent: Sent = {}) {
  const body = sent.body ?? bodyOf(sent);
  const signature =
    sent.signature ??
    createHmac('sha256', sent.secret ?? SECRET)
      .update(body)
      .digest('base64');
  const answer = await fetch(`${url}${sent.path ?? `/flow/${sent.handle ?? 'check-order-gst'}`}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-shopify-hmac-sha256': signature },
    body,
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
}
const rows = () => flowRunModel(store.connection).find({ shop }).lean();

describe('check-order-gst', () => {
  it('is recorded and answered before anything is read, and brings the result when it is sent again', async () => {
    expect(await call()).toMatchObject({ status: 202, body: {} });
    expect([world.reads, world.hurried]).toEqual([[], [shop]]);
    expect(await rows()).toMatchObject([{ runId: 'run-00000001', orderId: '101', state: 'waiting' }]);
    await flow.work.run(shop);
    const result = { verdict: 'wrong', differenceRupees: 1_080.5, reason: 'IGST is due.' };
    expect(await call()).toMatchObject({ status: 200, body: { return_value: result } });
    expect(await call()).toMatchObject({ status: 200, body: { return_value: result } });
    expect(world.reads).toEqual(['101']);
    const [row] = await rows();
    expect(row?.resultSealed).not.toContain('IGST');
  });

  it.each([['gid://shopify/Order/101'], ['101'], [101]])('takes the order as %j', async (orderId) => {
    expect((await call({ orderId })).status).toBe(202);
    expect(await rows()).toMatchObject([{ orderId: '101' }]);
  });

  it.each([
    [''],
    ['gid://shopify/Customer/101'],
    ['gid://shopify/Order/'],
    ['#1001'],
    [-1],
    [1.5],
    [null],
    [['101']],
    [{ $ne: null }],
    ['1'.repeat(21)],
  ])('refuses %j for an order, with the field', async (orderId) => {
    const answer = await call({ orderId });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body['fields'] ?? {})).toEqual(['properties.order_id']);
    expect(await rows()).toEqual([]);
  });

  it('of a hundred copies at once is one', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => call()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(await rows()).toHaveLength(1);
    await Promise.all([flow.work.run(shop), flow.work.run(shop), flow.work.run(shop)]);
    expect(world.reads).toEqual(['101']);
  });

  it('is looked for in the shop that is named, and an order of another shop is not there', async () => {
    const other = `other-${shop}`;
    expect((await call({ domain: other })).status).toBe(202);
    await flow.work.run(shop);
    expect(world.reads).toEqual([]);
    await flow.work.run(other);
    expect((await call({ domain: other })).body).toMatchObject({ return_value: { verdict: 'not-found' } });
    expect(await rows()).toEqual([]);
  });

  it('under an id that asked for another order is refused, and changes nothing', async () => {
    await call();
    expect(await call({ orderId: '102' })).toMatchObject({ status: 409 });
    expect(await call({ handle: 'start-recheck' })).toMatchObject({ status: 409 });
    expect(await rows()).toMatchObject([{ orderId: '101' }]);
    expect(world.causes.size).toBe(0);
  });

  it('while Redis is away is done by the sweep', async () => {
    await call();
    expect(await flow.work.dueShops(500)).toContain(shop);
    await flow.work.run(shop);
    expect(await flow.work.dueShops(500)).not.toContain(shop);
    expect((await call()).status).toBe(200);
  });

  it('whose worker died is done by the next, after its lease', async () => {
    await call();
    world.fault = new Error('killed');
    await flow.work.run(shop);
    world.fault = null;
    expect(await flow.work.dueShops(500)).not.toContain(shop);
    clock.pass(2 * 60_000);
    await flow.work.run(shop);
    expect((await call()).status).toBe(200);
  });

  it('is tried again while Shopify does not answer, and ends with words', async () => {
    await call();
    world.fault = new AdminUnreachableError();
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      expect((await call()).status).toBe(202);
      await flow.work.run(shop);
      clock.pass(10 * 60_000);
    }
    expect(world.reads).toHaveLength(MOST_TRIES);
    const { body } = await call();
    expect(body).toMatchObject({ return_value: { verdict: 'not-judged', differenceRupees: 0 } });
  });

  it('waits as long as Shopify asks', async () => {
    await call();
    world.fault = new ThrottledError(5 * 60_000);
    await flow.work.run(shop);
    world.fault = null;
    clock.pass(5 * 60_000 - 1);
    await flow.work.run(shop);
    expect((await call()).status).toBe(202);
    clock.pass(1);
    await flow.work.run(shop);
    expect((await call()).status).toBe(200);
  });

  it.each([
    ['our access ended', () => Object.assign(world, { fault: new TokenRefusedError() })],
    ['a visit is needed', () => Object.assign(world, { status: 'needsVisit' })],
  ])('says what to do where %s', async (_what, happens) => {
    await call();
    happens();
    await flow.work.run(shop);
    const { return_value: result } = (await call()).body as { return_value: { verdict: string; reason: string } };
    expect(result.verdict).toBe('not-judged');
    expect(result.reason).toContain('Open it once from the Shopify admin.');
  });

  it('of a flood is put off, and what waits is kept', async () => {
    const now = clock.now();
    const waiting = Array.from({ length: MOST_WAITING }, (_, at) => ({
      ...{
        shop,
        runId: `flood-run-${at}`,
        action: 'check-order-gst' as const,
        orderId: '101',
        state: 'waiting' as const,
      },
      ...{ attempts: 0, nextTryAt: now, receivedAt: now },
    }));
    await flowRunModel(store.connection).insertMany(waiting);
    const answer = await call();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await call({ runId: 'flood-run-0' })).status).toBe(202);
    await flow.work.run(shop);
    expect((await call()).status).toBe(202);
  });
});

describe('start-recheck', () => {
  const recheck = (runId = 'run-00000001') => call({ handle: 'start-recheck', runId });

  it('starts a check and says so; a replay starts no other', async () => {
    const result = { return_value: { started: true, reason: 'started' } };
    expect(await recheck()).toMatchObject({ status: 200, body: result });
    world.start = () => ({ started: false, why: 'active' });
    expect(await recheck()).toMatchObject({ status: 200, body: result });
    expect([...world.causes].filter((cause) => cause.startsWith(shop))).toHaveLength(1);
    expect(world.audit).toMatchObject([{ action: 'flow.recheck' }]);
  });

  it('of a hundred copies at once is one', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => recheck()));
    expect(answers.every(({ status }) => status === 200 || status === 202)).toBe(true);
    expect([...world.causes].filter((cause) => cause.startsWith(shop))).toHaveLength(1);
    expect(world.audit).toHaveLength(1);
    expect(await recheck()).toMatchObject({ status: 200, body: { return_value: { started: true } } });
  });

  it('whose process died in between is finished by the worker, as the same check', async () => {
    world.start = () => {
      world.causes.add(`${shop} flow:run-00000001`);
      throw new Error('killed after the check began');
    };
    expect((await recheck()).status).toBe(503);
    expect((await recheck()).status).toBe(202);
    clock.pass(2 * 60_000);
    await flow.work.run(shop);
    expect(await recheck()).toMatchObject({ status: 200, body: { return_value: { started: true } } });
  });

  it.each<[string, () => void, string]>([
    ['one goes on', () => (world.start = () => ({ started: false, why: 'active' })), 'running'],
    ['the shop is closed to us', () => (world.start = () => ({ started: false, why: 'stopped' })), 'closed'],
    ['workflows spent their part of the hour', () => (world.checksLeft = LEFT_TO_PEOPLE), 'too-many'],
  ])('says that none was started where %s', async (_what, happens, reason) => {
    happens();
    expect(await recheck()).toMatchObject({ status: 200, body: { return_value: { started: false, reason } } });
  });
});

describe('who may call', () => {
  it('the secret of before the last rotation still signs', async () => {
    expect((await call({ secret: OLD_SECRET })).status).toBe(202);
  });

  it.each<[string, () => Sent]>([
    ['another secret', () => ({ secret: 'a guess' })],
    ['no signature', () => ({ signature: '' })],
    [
      'a signature of something else',
      () => ({ signature: createHmac('sha256', SECRET).update('{}').digest('base64') }),
    ],
    ['hex instead of base64', () => ({ signature: createHmac('sha256', SECRET).update(bodyOf({})).digest('hex') })],
    [
      'a body changed after signing',
      () => ({
        signature: createHmac('sha256', SECRET).update(bodyOf({})).digest('base64'),
        body: bodyOf({ domain: `other-${shop}` }),
      }),
    ],
  ])('%s: nothing is read, recorded or told', async (_what, sent) => {
    const answer = await call(sent());
    expect([answer.status, answer.body['type']]).toEqual([401, 'unsigned']);
    expect(JSON.stringify(answer.body)).not.toContain(shop);
    expect(await rows()).toEqual([]);
  });

  it('a shop that has not installed Prahari gets nothing', async () => {
    world.status = 'uninstalled';
    expect(await call()).toMatchObject({ status: 404, body: { type: 'not-installed' } });
    expect(await rows()).toEqual([]);
  });

  it.each<[string, () => Sent, number]>([
    ['a handle of nobody', () => ({ path: '/flow/delete-everything' }), 404],
    ['the handle of the other action', () => ({ path: '/flow/start-recheck' }), 400],
    ['no JSON', () => ({ body: 'order_id=101' }), 400],
    ['a prototype', () => ({ body: '{"__proto__": {}}' }), 400],
    ['no shop', () => ({ domain: 'prahari.example' }), 400],
    ['a shop as an operator', () => ({ body: bodyOf({}).replace(JSON.stringify(shop), '{"$ne": null}') }), 400],
    ['no run', () => ({ runId: '' }), 400],
    ['a run as long as a book', () => ({ runId: 'r'.repeat(101) }), 400],
    ['too many bytes', () => ({ body: JSON.stringify({ padding: 'x'.repeat(64 * 1024) }) }), 413],
  ])('%s is refused, though signed', async (_what, sent, status) => {
    expect((await call(sent())).status).toBe(status);
    expect(await rows()).toEqual([]);
  });

  it('a store that is away is no answer: Shopify sends it again', async () => {
    const broken = { take: () => Promise.reject(new Error('the store is away')) };
    const app = new Koa<AppState>();
    app.silent = true;
    app.use(problems({ log: pino({ level: 'silent' }) }));
    app.use(publicFlowRoutes({ desk: broken, secrets: [SECRET] }).routes());
    const other = app.listen(0);
    await once(other, 'listening');
    const body = bodyOf({});
    const answer = await fetch(`http://localhost:${(other.address() as AddressInfo).port}/flow/check-order-gst`, {
      method: 'POST',
      headers: { 'x-shopify-hmac-sha256': createHmac('sha256', SECRET).update(body).digest('base64') },
      body,
    });
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('away');
    other.close();
    other.closeAllConnections();
  });
});
