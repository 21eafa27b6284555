import { describe, expect, it } from '@jest/globals';
import type { CheckSoonDeps } from '../../shop/check-soon.ts';
import type { AlertSummary } from '../../../core/api/alerts.ts';
import type { Role } from '../../../core/api/home.ts';
import { anOrderGst, ordersGst } from '../../../test/order-gst-factories.ts';
import { ForbiddenError, NotFoundError } from '../../errors.ts';
import type { OrderRead } from '../../order-gst/order-gst-reader.ts';
import { fits, type AlertFilter } from '../../shop/alert-lists.ts';
import { OrderGstAnswer, OrderIds, OrdersGstAnswer } from './orders.schema.ts';
import { orderService } from './orders.service.ts';

const SHOP = 'marigold.myshopify.com';
const as = (role: Role) => ({ shop: SHOP, userId: '1', role });

const anAlert = (over: Partial<AlertSummary>): AlertSummary => ({
  id: 'a'.repeat(24),
  checkId: 'gst/order-heads',
  messageId: 'shouldBeIgst',
  data: { order: '#1001', dispatchState: '29', state: '27', charged: 'CGST + SGST', expected: 'IGST' },
  subject: 'gid://shopify/Order/1001',
  area: 'gst',
  severity: 'high',
  status: 'open',
  atStakePaise: 12_600,
  adminPath: '/orders/1001',
  firstObservedAt: '2026-11-20T00:00:00.000Z',
  lastObservedAt: '2026-11-20T00:00:00.000Z',
  resolvedAt: null,
  suppressedUntil: null,
  suppression: null,
  dueOn: null,
  assigneeId: null,
  ...over,
});

/** A service over one order, #1001; `done` tells what it had others do. */
function service(alerts: readonly AlertSummary[] = []) {
  const done: string[] = [];
  const { alerts: _alerts, mayCheck: _mayCheck, ...read } = anOrderGst();
  const found = async (id: string): Promise<OrderRead | null> => (id === read.id ? read : null);
  const made = orderService({
    orders: {
      one: (_shop, id) => found(id),
      oneAnew: (_shop, id) => {
        done.push('asked');
        return found(id);
      },
      many: async (_shop, ids) => ordersGst(ids.length),
      row: async () => Promise.reject(new Error('not asked for')),
    },
    alerts: { all: async (_shop: string, filter: AlertFilter) => alerts.filter((alert) => fits(alert, filter)) },
    lifecycle: { changed: async () => Promise.reject(new Error('a check can begin')) },
    starter: {
      async begin(shop, { cause }) {
        done.push(`${shop} ${cause}`);
        return { started: true } as Awaited<ReturnType<CheckSoonDeps['starter']['begin']>>;
      },
    },
  });
  return { made, done };
}

describe('orders', () => {
  it.each([
    ['viewer', false],
    ['manager', true],
    ['owner', true],
  ] as const)('a %s reads one, and may check it: %s', async (role, mayCheck) => {
    const answer = await service().made.read(as(role), '1001');
    expect(OrderGstAnswer.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({ id: '1001', mayCheck, alerts: [] });
  });

  it('come with the open alerts about them, in both languages', async () => {
    const { made } = service([
      anAlert({}),
      anAlert({ id: 'b'.repeat(24), status: 'resolved' }),
      anAlert({ id: 'c'.repeat(24), subject: 'gid://shopify/Order/10010' }),
      anAlert({ id: 'd'.repeat(24), messageId: 'gone', severity: 'low' }),
    ]);
    expect((await made.read(as('viewer'), '1001')).alerts).toEqual([
      {
        id: 'a'.repeat(24),
        severity: 'high',
        sentence: {
          en: 'Order #1001 went from Karnataka to Maharashtra with CGST + SGST. It should carry IGST.',
          hi: 'ऑर्डर #1001 कर्नाटक से महाराष्ट्र गया और उस पर CGST + SGST लगा। IGST लगना चाहिए।',
        },
      },
      {
        id: 'd'.repeat(24),
        severity: 'low',
        sentence: { en: 'Each order carries the tax of its own route', hi: 'हर ऑर्डर पर उसके रास्ते वाला कर लगा है' },
      },
    ]);
  });

  it('are checked anew by who may, and the check of the shop follows', async () => {
    const { made, done } = service();
    await expect(made.check(as('viewer'), '1001')).rejects.toThrow(ForbiddenError);
    expect(done).toEqual([]);
    await made.check(as('manager'), '1001');
    expect(done).toEqual(['asked', `${SHOP} orders:${anOrderGst().asOf.slice(0, 16)}`]);
  });

  it('that are not there begin nothing', async () => {
    const { made, done } = service();
    await expect(made.read(as('owner'), '7')).rejects.toThrow(NotFoundError);
    await expect(made.check(as('owner'), '7')).rejects.toThrow(NotFoundError);
    expect(done).toEqual(['asked']);
  });

  it('are read 250 at once by a viewer', async () => {
    const ids = Array.from({ length: 250 }, (_, index) => String(index + 1));
    const answer = await service().made.readMany(as('viewer'), ids);
    expect(OrdersGstAnswer.parse(answer)).toEqual(answer);
  });
});

describe('ids of orders', () => {
  it.each<[string, unknown, boolean]>([
    ['one', ['1001'], true],
    ['250', Array.from({ length: 250 }, (_, index) => String(index + 1)), true],
    ['251', Array.from({ length: 251 }, (_, index) => String(index + 1)), false],
    ['none', [], false],
    ['twice the same', ['1', '1'], false],
    ['a gid', ['gid://shopify/Order/1'], false],
    ['a number', [1], false],
    ['a zero before', ['01'], false],
    ['a quote', ['1" }) { shop'], false],
    ['endless', ['9'.repeat(21)], false],
  ])('%s: %s', (_name, ids, isTaken) => {
    expect(OrderIds.safeParse({ ids }).success).toBe(isTaken);
  });
});
