import { describe, expect, it } from '@jest/globals';
import type { OrderGstRow, OrdersGst } from '../../../core/api/order-gst.ts';
import { ordersGst } from '../../../test/order-gst-factories.ts';
import { createAdminApi } from '../../shared/admin-api.ts';
import type { Answer, FailureKind } from '../../shared/admin-api.ts';
import { checkOrders, joined, selectedOrders } from './check-orders.ts';

const gid = (number: number) => ({ id: `gid://shopify/Order/${number}` });
const idsOf = (count: number) => Array.from({ length: count }, (_, at) => String(1_001 + at));
const failed = (kind: FailureKind) => ({ kind, retryAfterS: null, problem: null });

/** A server that knows orders #1001 and on, and answers pack by pack as it is told. */
function serverWith(answers: Readonly<Record<number, Answer<unknown>>> = {}) {
  const packs: string[][] = [];
  const all = ordersGst(250);
  const post = async <T>(_path: string, body: unknown): Promise<Answer<T>> => {
    const { ids } = body as { ids: string[] };
    packs.push(ids);
    const told = answers[packs.length - 1];
    if (told) return told as Answer<T>;
    const orders = all.orders.filter(({ id }) => ids.includes(id));
    return { kind: 'ok', value: { ...all, orders } as T };
  };
  return { api: { post }, packs };
}

async function check(count: number, answers: Readonly<Record<number, Answer<unknown>>> = {}) {
  const { api, packs } = serverWith(answers);
  const progress: number[] = [];
  const checked = await checkOrders(idsOf(count), { api, onProgress: (done) => progress.push(done) });
  return { ...checked, packs: packs.map(({ length }) => length), progress };
}

describe('orders of a selection', () => {
  it.each([
    ['none', [], [], 0],
    ['one twice', [gid(1), gid(2), gid(1)], ['1', '2'], 0],
    ['what is no order of Shopify', [{ id: 'x' }, { id: '' }, gid(3)], ['3'], 0],
  ])('%s', (_, selected, ids, beyond) => {
    expect(selectedOrders(selected)).toEqual({ ids, beyond });
  });

  it.each([
    [250, 250, 0],
    [251, 250, 1],
    [1_000, 250, 750],
  ])('of %d orders the first %d are taken', (count, taken, beyond) => {
    const { ids, beyond: left } = selectedOrders(Array.from({ length: count }, (_, at) => gid(at + 1)));
    expect([ids.length, ids[0], left]).toEqual([taken, '1', beyond]);
  });
});

describe('checking them', () => {
  it.each([
    [0, [], []],
    [1, [1], [1]],
    [50, [50], [50]],
    [51, [50, 1], [50, 51]],
    [250, [50, 50, 50, 50, 50], [50, 100, 150, 200, 250]],
  ])('reads %d in packs, and tells how far it is', async (count, packs, progress) => {
    const checked = await check(count);
    expect([checked.packs, checked.progress]).toEqual([packs, progress]);
    expect([checked.rows.length, checked.unread, checked.failure]).toEqual([count, [], null]);
  });

  it.each<FailureKind>(['fault', 'refused', 'gone'])('loses one pack and no other where it is %s', async (kind) => {
    const { rows, unread, failure, packs } = await check(150, { 1: failed(kind) });
    expect([rows.length, unread.length, unread[0], failure?.kind, packs.length]).toEqual([100, 50, '1051', kind, 3]);
  });

  it.each<FailureKind>(['offline', 'signed-out', 'denied', 'busy'])(
    'asks no further once it is %s, and keeps what it has',
    async (kind) => {
      const { rows, unread, failure, packs } = await check(150, { 1: failed(kind) });
      expect([rows.length, unread.length, failure?.kind, packs.length]).toEqual([50, 100, kind, 2]);
    },
  );

  it.each([
    ['rows that are missing', { orders: ordersGst(10).orders }, 10, 40],
    ['no rows', { orders: [] }, 0, 50],
    ['no list at all', {}, 0, 50],
    ['rows of others', { orders: ordersGst(60).orders.slice(55) }, 0, 50],
  ])('counts %s as not read', async (_, value, read, left) => {
    const { rows, unread, failure } = await check(50, { 0: { kind: 'ok', value } });
    expect([rows.length, unread.length, failure?.kind]).toEqual([read, left, 'fault']);
  });

  it('takes rows that name their order by its whole id', async () => {
    const named = (row: OrderGstRow) => ({ ...row, id: `gid://shopify/Order/${row.id}` });
    const value: OrdersGst = { ...ordersGst(2), orders: ordersGst(2).orders.map(named) };
    expect((await check(2, { 0: { kind: 'ok', value } })).unread).toEqual([]);
  });

  it('reads the rest later, beside what it read before', async () => {
    const before = await check(100, { 1: failed('busy') });
    const { api } = serverWith();
    const now = await checkOrders(before.unread, { api, onProgress: () => undefined });
    const both = joined(before, now);
    expect([both.rows.length, both.unread, both.failure]).toEqual([100, [], null]);
  });

  it('is told of no network as of any other failure', async () => {
    const api = createAdminApi({ fetch: () => Promise.reject(new TypeError('no network')), timeoutMs: 10_000 });
    const { rows, unread, failure } = await checkOrders(idsOf(120), { api, onProgress: () => undefined });
    expect([rows, unread.length, failure?.kind]).toEqual([[], 120, 'offline']);
  });
});
