import { describe, expect, it } from '@jest/globals';
import { aCollectContext } from '../../../test/collect-context.ts';
import { Denied, shopAnswers, type AdminAnswers } from '../../../test/fake-admin.ts';
import { aLineNode, anOrderHead, aShippingNode, bulkAnswers } from '../../../test/fake-commerce.ts';
import { AdminUnreachableError, ThrottledError } from '../../shopify/admin-errors.ts';
import { collectOne } from '../run.ts';
import { ordersCollector } from './orders.ts';

const clock = { now: () => new Date('2026-11-22T06:30:00.000Z') };
const atOnce = async (_ms: number, signal: AbortSignal): Promise<void> => signal.throwIfAborted();

type Row = Readonly<Record<string, unknown>>;
const idOf = (number: number) => `gid://shopify/Order/${number}`;
const head = (number: number, over: Row = {}) => anOrderHead({ id: idOf(number), name: `#${number}`, ...over });
const line = (order: number, number: number) =>
  aLineNode({ id: `gid://shopify/LineItem/${number}`, title: `Line ${number}`, __parentId: idOf(order) });
const shipping = (order: number) => aShippingNode({ __parentId: idOf(order) });
const fileOf = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).join('\n') + '\n';

function busyShop(text: string, over: AdminAnswers = {}, operation: Row = {}): AdminAnswers {
  return {
    ...shopAnswers(),
    OrdersCount: () => ({ ordersCount: { count: 251, precision: 'EXACT' } }),
    ...bulkAnswers(text, operation),
    ...over,
  };
}

const context = (answers: AdminAnswers) => aCollectContext(answers);
const collect = (answers: AdminAnswers, pause = atOnce) =>
  collectOne(ordersCollector({ pause }), context(answers), { clock });

async function bookOf(answers: AdminAnswers) {
  const collected = await collect(answers);
  if (collected.status !== 'collected') throw new Error(collected.reason);
  return collected.value;
}

const ROWS = [
  head(2, { createdAt: '2026-11-11T00:00:00Z' }),
  line(2, 21),
  line(2, 22),
  shipping(2),
  head(1),
  line(1, 11),
];

describe('orders by a bulk operation', () => {
  it.each([
    ['as they are', ROWS],
    ['children before their parents', ROWS.toReversed()],
    ['in the middle of others', [3, 0, 5, 2, 4, 1].map((position) => ROWS[position] ?? {})],
  ])('are put together from rows %s', async (_how, rows) => {
    const { orders, moreOrders } = await bookOf(busyShop(fileOf(rows)));
    expect(
      orders.map(({ name, lines, shipping: ways }) => [name, lines.map(({ title }) => title), ways.length]),
    ).toEqual([
      ['#1', ['Line 11'], 0],
      ['#2', ['Line 21', 'Line 22'], 1],
    ]);
    expect(moreOrders).toBe(0);
  });

  it('come from a file without its last line end, or with an empty line', async () => {
    expect((await bookOf(busyShop(fileOf(ROWS).trim()))).orders).toHaveLength(2);
    expect((await bookOf(busyShop(`${fileOf(ROWS)}\n`))).orders).toHaveLength(2);
  });

  it('may be none: then Shopify names no file', async () => {
    expect((await bookOf(busyShop('', {}, { url: null }))).orders).toEqual([]);
  });

  it('of 251 lines keep the first 250', async () => {
    const lines = Array.from({ length: 251 }, (_, index) => line(1, 1_000 + index));
    const [order] = (await bookOf(busyShop(fileOf([...lines.toReversed(), head(1)])))).orders;
    expect(order?.lines.map(({ title }) => title)).toEqual(lines.slice(0, 250).map((row) => row['title']));
  });

  it('made as tests are left out with their lines', async () => {
    expect((await bookOf(busyShop(fileOf([head(1, { test: true }), line(1, 11)])))).orders).toEqual([]);
  });

  it('are asked for with the variant only where products may be read', async () => {
    const asked: string[] = [];
    const tellingQuery = (granted: readonly string[]): AdminAnswers => {
      const answers = busyShop(fileOf(ROWS));
      return {
        ...answers,
        GrantedScopes: () => ({ currentAppInstallation: { accessScopes: granted.map((handle) => ({ handle })) } }),
        RunBulkQuery: (variables) => {
          asked.push(String(variables['query']));
          return answers['RunBulkQuery']?.(variables);
        },
      };
    };
    await bookOf(tellingQuery(['read_orders']));
    await bookOf(tellingQuery(['read_orders', 'read_products']));
    expect(asked.map((query) => query.includes('variant'))).toEqual([false, true]);
    expect(asked[0]).toContain(String.raw`query: "created_at:>='2026-09-23T06:30:00.000Z' test:false"`);
  });

  it('beyond 50,000 are the newest: the window is narrowed until they fit', async () => {
    const counts = [120_000, 60_000, 45_000];
    const searches: string[] = [];
    const { orders, moreOrders } = await bookOf(
      busyShop(fileOf(ROWS), {
        OrdersCount: ({ query }) => {
          searches.push(String(query).slice(14, 24));
          return { ordersCount: { count: counts.shift() ?? 0, precision: 'EXACT' } };
        },
      }),
    );
    expect(searches).toEqual(['2026-09-23', '2026-10-29', '2026-11-03']);
    expect([orders.length, moreOrders]).toEqual([2, 119_998]);
  });

  it('wait while all places for operations are taken', async () => {
    const answers = busyShop(fileOf(ROWS));
    let full = 3;
    const waits: number[] = [];
    const collected = await collect(
      {
        ...answers,
        RunBulkQuery: (variables) => {
          full -= 1;
          return full < 0 ? answers['RunBulkQuery']?.(variables) : notStarted('OPERATION_IN_PROGRESS');
        },
      },
      async (ms) => void waits.push(ms),
    );
    expect(collected).toMatchObject({ status: 'collected' });
    expect(waits.slice(0, 3)).toEqual([10_000, 10_000, 10_000]);
  });
});

const notStarted = (code: string | null) => ({
  bulkOperationRunQuery: { bulkOperation: null, userErrors: [{ code, message: 'No.' }] },
});
const page = '<!doctype html><title>502</title>';

describe('a bulk operation that fails', () => {
  it.each<[string, string, AdminAnswers]>([
    ['all places stay taken', 'throttled', { RunBulkQuery: () => notStarted('OPERATION_IN_PROGRESS') }],
    ['the limit is reached', 'throttled', { RunBulkQuery: () => notStarted('LIMIT_REACHED') }],
    ['the query is refused', 'unexpected-shape', { RunBulkQuery: () => notStarted('INVALID') }],
    ['it is refused without a code', 'unexpected-shape', { RunBulkQuery: () => notStarted(null) }],
    ['it may not be started', 'not-permitted', { RunBulkQuery: () => new Denied('bulkOperationRunQuery') }],
    ['it is forgotten', 'unexpected-shape', { BulkOperationById: () => ({ bulkOperation: null }) }],
    [
      'the file is gone',
      'unreachable',
      {
        File: () => {
          throw new AdminUnreachableError();
        },
      },
    ],
    [
      'the looks are throttled',
      'throttled',
      {
        BulkOperationById: () => {
          throw new ThrottledError(1_000);
        },
      },
    ],
  ])('because %s is %s', async (_why, reason, over) => {
    expect(await collect(busyShop(fileOf(ROWS), over))).toMatchObject({ status: 'unavailable', reason });
  });

  it.each<[string, Row, string]>([
    ['FAILED', { errorCode: 'ACCESS_DENIED' }, 'not-permitted'],
    ['FAILED', { errorCode: 'TIMEOUT' }, 'unreachable'],
    ['FAILED', { errorCode: 'INTERNAL_SERVER_ERROR', partialDataUrl: 'https://files.example/half' }, 'unreachable'],
    ['FAILED', { errorCode: null }, 'unreachable'],
    ['CANCELED', {}, 'unreachable'],
    ['EXPIRED', {}, 'unreachable'],
    ['DREAMING', {}, 'unexpected-shape'],
  ])('as %s with %j is %s', async (status, operation, reason) => {
    const answers = busyShop(fileOf(ROWS), {}, { status, url: null, ...operation });
    expect(await collect(answers)).toMatchObject({ status: 'unavailable', reason });
  });

  it.each<[string, string, Row]>([
    ['is a page of HTML', page, {}],
    ['turns into HTML midway', `${fileOf(ROWS)}${page}\n`, {}],
    ['ends within a line', fileOf(ROWS).slice(0, -40), {}],
    ['ends between two lines', fileOf(ROWS.slice(0, 3)), { objectCount: '6', rootObjectCount: '2' }],
    ['lacks orders', fileOf(ROWS.slice(0, 4)), { objectCount: '4', rootObjectCount: '2' }],
    ['is empty', '', { objectCount: '6', rootObjectCount: '2' }],
    ['is not there though rows were counted', fileOf(ROWS), { url: null }],
    ['holds lines of an order that never comes', fileOf([...ROWS, line(7, 71)]), {}],
    ['holds a row of another kind', fileOf([...ROWS, { __typename: 'Customer', id: 'gid://shopify/Customer/1' }]), {}],
    ['holds a number', '5\n', {}],
    [
      'holds junk for money',
      fileOf([head(1), { ...line(1, 11), originalTotalSet: { shopMoney: { amount: '₹5' } } }]),
      {},
    ],
  ])('because its file %s is an unknown shape', async (_what, text, operation) => {
    expect(await collect(busyShop(text, {}, operation))).toMatchObject({ reason: 'unexpected-shape' });
  });

  it('gives its place back when the collector runs out of time', async () => {
    const answers = busyShop(fileOf(ROWS), {}, { status: 'RUNNING', url: null });
    const stop = new AbortController();
    const stopping = async (_ms: number, signal: AbortSignal): Promise<void> => {
      stop.abort(new Error('out of time'));
      signal.throwIfAborted();
    };
    const handed = { ...context(answers), signal: stop.signal };
    await expect(ordersCollector({ pause: stopping }).collect(handed)).rejects.toThrow('out of time');
    expect(handed.admin.asked.at(-1)).toBe('CancelBulkOperation');
  });
});
