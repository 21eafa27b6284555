import { describe, expect, it } from '@jest/globals';
import { aLocation, aRegistration, anAddress } from '../../../test/factories.ts';
import {
  aLine,
  aTax,
  aTaxProfile,
  aStatedRegistration,
  anOrder,
  anOrderArea,
  anOrderBook,
} from '../../../test/gst-factories.ts';
import { NO_CHANGES } from '../../gst/law.ts';
import type { Order } from '../orders.ts';
import { taxAudit } from './tax-audit.ts';

const igst = (over: Partial<Order> = {}): Order =>
  anOrder({ lines: [aLine({ taxes: [aTax('IGST', 5, 5_000)] })], ...over });
const audit = (orders: readonly Order[], over = {}) =>
  taxAudit({
    orders: anOrderBook(orders),
    locations: [aLocation(), aLocation({ id: 'gid://shopify/Location/2', address: anAddress({ provinceCode: 'KA' }) })],
    registrations: [aRegistration()],
    law: NO_CHANGES,
    ...over,
  });

describe('the tax audit', () => {
  it('groups orders by State of dispatch and delivery, the most at stake first', () => {
    const early = '2026-10-01T05:00:00.000Z';
    const late = '2026-11-01T05:00:00.000Z';
    const report = audit([
      igst({ placedAt: early }),
      anOrder({ placedAt: late }),
      igst({ shipTo: anOrderArea('KA') }),
      anOrder({ shipTo: anOrderArea('KA') }),
      anOrder({ shipTo: anOrderArea('KA') }),
    ]);
    expect(report).toMatchObject({
      orders: 5,
      ordersJudged: 5,
      moreOrders: 0,
      taxChargedPaise: 25_000,
      wrongHeadPaise: 15_000,
    });
    expect(report.rows).toEqual([
      expect.objectContaining({
        deliveryState: '29',
        expected: 'igst',
        charged: 'cgst-sgst',
        orders: 3,
        wrongOrders: 2,
        taxPaise: 15_000,
        wrongPaise: 10_000,
      }),
      expect.objectContaining({
        deliveryState: '27',
        dispatchState: '27',
        expected: 'cgst-sgst',
        charged: 'igst',
        wrongOrders: 1,
        wrongPaise: 5_000,
        lastWrongAt: early,
        lastRightAt: late,
      }),
    ]);
  });

  it('keeps apart what was sent from elsewhere', () => {
    const report = audit([igst({ dispatchedFrom: ['gid://shopify/Location/2'] }), anOrder()]);
    expect(
      report.rows.map(({ dispatchState, deliveryState, charged }) => [dispatchState, deliveryState, charged]),
    ).toEqual([
      ['27', '27', 'cgst-sgst'],
      ['29', '27', 'igst'],
    ]);
  });

  it('judges neither what was cancelled nor another currency, and says so', () => {
    const report = audit([anOrder({ isCancelled: true }), anOrder({ currencyCode: 'USD' }), anOrder()]);
    expect(report).toMatchObject({ orders: 3, ordersJudged: 1, taxChargedPaise: 5_000 });
  });

  it('counts tax at a rate that is gone, once', () => {
    const gone = [aLine({ taxes: [aTax('IGST', 12, 12_000)] })];
    expect(audit([anOrder({ lines: gone, shipTo: anOrderArea('KA') })])).toMatchObject({ wrongHeadPaise: 12_000 });
    expect(audit([anOrder({ lines: gone })])).toMatchObject({ wrongHeadPaise: 12_000 });
  });

  it('expects nothing under the composition scheme', () => {
    const taxProfile = aTaxProfile({ registrations: [aStatedRegistration({ scheme: 'composition' })] });
    expect(audit([anOrder()], { taxProfile }).rows).toMatchObject([
      { expected: 'none', charged: 'cgst-sgst', wrongOrders: 1, wrongPaise: 5_000 },
    ]);
  });

  it('has no rows without orders', () => {
    expect(audit([])).toMatchObject({ orders: 0, ordersJudged: 0, taxChargedPaise: 0, wrongHeadPaise: 0, rows: [] });
  });

  it('judges again when other evidence stands beside the same orders', () => {
    const orders = anOrderBook([anOrder({ dispatchedFrom: [] })]);
    const before = audit([], { orders });
    const after = audit([], { orders, registrations: [] });
    expect([before.ordersJudged, after.ordersJudged]).toEqual([1, 0]);
  });
});
