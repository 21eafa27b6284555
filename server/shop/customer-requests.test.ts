import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Types } from 'mongoose';
import type { Order } from '../../core/evidence/orders.ts';
import type { Snapshot } from '../../core/evidence/snapshot.ts';
import { aGstin, aSnapshot } from '../../test/factories.ts';
import { anOrder, anOrderBook } from '../../test/gst-factories.ts';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { privacyRequestModel } from '../models/privacy-request.ts';
import { snapshotModel } from '../models/snapshot.ts';
import type { CustomerRequest } from '../shopify/lifecycle.ts';
import { scanStore, type ScanStore } from './scans.ts';
import { shopStore, type ShopStore } from './shops.ts';
import { snapshotStore, type SnapshotStore } from './snapshots.ts';

let system: TestProduct;
let shops: ShopStore;
let snapshots: SnapshotStore;
let scans: ScanStore;
beforeAll(async () => {
  system = await testProduct();
  const { clock, cipher } = system;
  const { connection } = system.store;
  shops = shopStore({ connection, clock });
  snapshots = snapshotStore({ connection, cipher });
  scans = scanStore({ connection, cipher, shops, clock });
});
afterAll(() => system.close());

/** Each test has a shop of its own. */
let shop = '';
let count = 0;
beforeEach(async () => {
  count += 1;
  shop = `marigold-${count}.myshopify.com`;
  await shops.install(shop, ['read_orders']);
});

const GSTIN = aGstin();
const gid = (number: number) => `gid://shopify/Order/${number}`;
const withNumber = (number: number): Order =>
  anOrder({ id: gid(number), buyerGstins: [{ place: 'cart-attribute', text: GSTIN }] });
const book = (...numbers: number[]) => anOrderBook(numbers.map(withNumber));
const company = (number: number) => ({ orderId: gid(number), text: GSTIN });

async function kept(over: Parameters<typeof aSnapshot>[0], of = shop): Promise<string> {
  const id = new Types.ObjectId().toHexString();
  await snapshots.keep(id, aSnapshot(over, { shop: of }));
  return id;
}

/** Numbers of the orders that a buyer's tax number is kept of. */
function numbersIn({ evidence }: Pick<Snapshot, 'evidence'>): string[] {
  const orders = evidence.orders?.status === 'collected' ? evidence.orders.value.orders : [];
  const buyers = evidence.companyBuyers?.status === 'collected' ? evidence.companyBuyers.value : [];
  const ids = [
    ...orders.filter(({ buyerGstins }) => buyerGstins.length > 0).map(({ id }) => id),
    ...buyers.map(({ orderId }) => `company ${orderId}`),
  ];
  return ids.map((id) => id.replace(gid(0).slice(0, -1), ''));
}
const numbersOf = async (id: string, of = shop) => numbersIn((await snapshots.find(of, id)) ?? { evidence: {} });

const noMatter = async () => undefined;
const request = (requestId: string, ...orders: number[]): CustomerRequest => ({
  requestId,
  orders: orders.map(String),
  ordersLeftOut: 0,
});
const redact = (...orders: number[]) =>
  system.product.lifecycle.customerRedacted(shop, request('customer 7', ...orders), noMatter);
const ask = (requestId: string, ...orders: number[]) =>
  system.product.lifecycle.customerDataRequested(shop, request(requestId, ...orders), noMatter);
const answers = (of = shop) => privacyRequestModel(system.store.connection).find({ shop: of }).lean();

async function scanWith(numbers: readonly number[]) {
  const started = await scans.start(shop, { cause: 'test', trigger: 'event' });
  if (!started.started) throw new Error(started.why);
  const { orders, companyBuyers } = aSnapshot({
    orders: book(...numbers),
    companyBuyers: numbers.map(company),
  }).evidence;
  if (!orders || !companyBuyers) throw new Error('no evidence');
  await scans.record(started.scan, 'orders', orders);
  await scans.record(started.scan, 'companyBuyers', companyBuyers);
  return started.scan;
}

describe('a customer who asks to be forgotten', () => {
  it('loses the tax numbers of those orders in every snapshot; other orders and other evidence stay', async () => {
    const before = aSnapshot({ orders: book(1, 2), companyBuyers: [company(1), company(3)] }, { shop });
    const ids = [new Types.ObjectId().toHexString(), await kept({ orders: book(1) })] as const;
    await snapshots.keep(ids[0], before);
    await redact(1);
    expect(await numbersOf(ids[0])).toEqual(['2', 'company 3']);
    expect(await numbersOf(ids[1])).toEqual([]);
    const after = await snapshots.find(shop, ids[0]);
    expect(after).toEqual(
      aSnapshot(
        { orders: anOrderBook([anOrder({ id: gid(1) }), withNumber(2)]), companyBuyers: [company(3)] },
        { shop },
      ),
    );
    expect(await answers()).toMatchObject([
      { kind: 'redact', requestId: 'customer 7', answer: 'tax-numbers-removed', heldOrders: ['1'] },
    ]);
  });

  it('is forgotten once, however often it is asked', async () => {
    const id = await kept({ orders: book(1, 2) });
    await redact(1);
    const record = () => snapshotModel(system.store.connection).findOne({ shop, _id: id }).lean().orFail();
    const once = await record();
    await redact(1);
    expect(await record()).toEqual(once);
    expect(await answers()).toMatchObject([{ answer: 'tax-numbers-removed', heldOrders: ['1'] }]);
  });

  it('may name more orders the second time', async () => {
    const id = await kept({ orders: book(1, 2, 3) });
    await redact(1);
    await redact(1, 2);
    expect(await numbersOf(id)).toEqual(['3']);
    expect(await answers()).toMatchObject([{ orders: ['1', '2'], heldOrders: ['1', '2'] }]);
  });

  it('may ask beside others at once: no removal undoes another', async () => {
    const ids = [
      await kept({ orders: book(1, 2, 3, 4, 5) }),
      await kept({ companyBuyers: [1, 2, 3, 4, 5].map(company) }),
    ];
    const other = await system.another();
    await Promise.all(
      [1, 2, 3, 4].map((number, index) =>
        (index % 2 ? other : system.product).lifecycle.customerRedacted(shop, request(`c${number}`, number), noMatter),
      ),
    );
    expect(await Promise.all(ids.map((id) => numbersOf(id)))).toEqual([['5'], ['company 5']]);
  });

  it('leaves the same order of another shop alone', async () => {
    const other = `other-${shop}`;
    const id = await kept({ orders: book(1) }, other);
    await redact(1);
    expect(await numbersOf(id, other)).toEqual(['1']);
    expect(await answers()).toMatchObject([{ answer: 'nothing-held', heldOrders: [] }]);
    expect(await answers(other)).toEqual([]);
  });

  it('is forgotten in a scan that goes on', async () => {
    const scan = await scanWith([1, 2]);
    await redact(1);
    const evidence = await scans.beginEvaluating(scan);
    expect(numbersIn({ evidence: evidence ?? {} })).toEqual(['2', 'company 2']);
    expect(await answers()).toMatchObject([{ answer: 'tax-numbers-removed', heldOrders: ['1'] }]);
  });

  it('stays forgotten when the orders are read again, and in what is judged', async () => {
    await redact(1);
    const id = new Types.ObjectId().toHexString();
    const judged = await snapshots.keep(id, aSnapshot({ orders: book(1, 2), companyBuyers: [company(1)] }, { shop }));
    expect(numbersIn(judged)).toEqual(['2']);
    expect(await numbersOf(id)).toEqual(['2']);
  });

  it('asks while snapshots are kept: none keeps the number', async () => {
    const ids = Array.from({ length: 6 }, () => new Types.ObjectId().toHexString());
    const [, ...judged] = await Promise.all([
      redact(1),
      ...ids.map((id) => snapshots.keep(id, aSnapshot({ orders: book(1, 2) }, { shop }))),
    ]);
    expect(judged).toHaveLength(6);
    expect(await Promise.all(ids.map((id) => numbersOf(id)))).toEqual(ids.map(() => ['2']));
  });

  it('is forgotten to the end after a crash in the middle, and the answer tells of both parts', async () => {
    const ids = [await kept({ orders: book(1) }), await kept({ orders: book(2) })];
    const crash = async () => {
      throw new Error('the process ends');
    };
    const { lifecycle } = system.product;
    await expect(lifecycle.customerRedacted(shop, request('customer 7', 1, 2), crash)).rejects.toThrow('ends');
    expect((await Promise.all(ids.map((id) => numbersOf(id)))).flat()).toHaveLength(1);
    expect(await answers()).toMatchObject([{ answer: null }]);
    await redact(1, 2);
    expect((await Promise.all(ids.map((id) => numbersOf(id)))).flat()).toEqual([]);
    const [answer] = await answers();
    expect([answer?.answer, answer?.heldOrders.toSorted()]).toEqual(['tax-numbers-removed', ['1', '2']]);
  });

  it.each([
    ['no orders', []],
    ['an order that nobody knows', [404]],
  ])('with %s changes nothing', async (_what, orders) => {
    const id = await kept({ orders: book(1) });
    await redact(...orders);
    expect(await numbersOf(id)).toEqual(['1']);
    expect(await answers()).toMatchObject([{ answer: 'nothing-held', answeredAt: expect.any(Date) }]);
  });
});

describe('a customer who asks what is held', () => {
  it.each<[string, number[], string, string[]]>([
    ['orders with a number', [1, 2, 404], 'tax-numbers-on-orders', ['1', '2']],
    ["a company's order", [3], 'tax-numbers-on-orders', ['3']],
    ['an order of an older snapshot', [5], 'tax-numbers-on-orders', ['5']],
    ['an order without a number', [4], 'nothing-held', []],
    ['no orders', [], 'nothing-held', []],
  ])('by %s is told so', async (_what, asked, answer, held) => {
    await kept({ orders: book(5) });
    await kept({
      orders: anOrderBook([withNumber(1), withNumber(2), anOrder({ id: gid(4) })]),
      companyBuyers: [company(3)],
    });
    await ask('9', ...asked);
    const [found] = await answers();
    expect([found?.kind, found?.answer, found?.heldOrders.toSorted()]).toEqual(['data-request', answer, held]);
  });

  it('is told of a scan that goes on', async () => {
    await scanWith([1]);
    await ask('9', 1);
    expect(await answers()).toMatchObject([{ answer: 'tax-numbers-on-orders', heldOrders: ['1'] }]);
  });

  it('is answered once, and nothing is removed by asking', async () => {
    const id = await kept({ orders: book(1) });
    await ask('9', 1);
    const once = await answers();
    await ask('9', 1);
    expect(await answers()).toEqual(once);
    expect(await numbersOf(id)).toEqual(['1']);
    expect(await numbersOf(await kept({ orders: book(1) }))).toEqual(['1']);
  });
});
