import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aGstin } from '../../../test/factories.ts';
import {
  aLine,
  anOrder,
  anOrderArea,
  anOrderBook,
  aStatedRegistration,
  aTax,
  aTaxProfile,
} from '../../../test/gst-factories.ts';
import type { Order, OrderTax } from '../../evidence/orders.ts';
import { exportLut } from './export-lut.ts';

const abroad = (taxes: readonly OrderTax[] = [], over: Partial<Order> = {}) =>
  anOrder({ shipTo: anOrderArea('DU', 'AE'), lines: [aLine({ taxes })], ...over });
const lut = (lutYears: string[], gstin = aGstin()) =>
  aTaxProfile({ registrations: [aStatedRegistration({ gstin, lutYears })] });
const judge = (orders: readonly Order[], taxProfile = lut([])) =>
  assess(exportLut, { orders: anOrderBook(orders), taxProfile });

describe('gst/export-lut', () => {
  it('finds exports without tax and without the letter, once a year', () => {
    const orders = [
      abroad([], { placedAt: '2026-03-31T18:29:59.000Z' }),
      abroad([], { placedAt: '2026-03-31T18:30:00.000Z' }),
      abroad([], { name: '#1002', id: 'gid://shopify/Order/1002' }),
    ];
    expect(judge(orders).findings).toMatchObject([
      { subject: '27 2025-26', data: { year: '2025-26', count: 1 } },
      {
        subject: '27 2026-27',
        severity: 'high',
        data: { state: '27', year: '2026-27', count: 2, value: '2,100', last: '#1002' },
        adminPath: '/orders/1002',
      },
    ]);
  });

  it.each([
    ['the letter of the year', [abroad()], lut(['2026-27']), 'pass'],
    ['the letter of the year before', [abroad()], lut(['2025-26']), 'fail'],
    ['the letter of another State', [abroad()], lut(['2026-27'], aGstin({ state: '29' })), 'fail'],
    ['nothing stated', [abroad()], aTaxProfile({ registrations: [] }), 'fail'],
    ['IGST', [abroad([aTax('IGST', 5, 5_000)])], lut([]), 'pass'],
    ['CGST: a wrong head, told elsewhere', [abroad([aTax('CGST', 9, 900)])], lut([]), 'pass'],
    ['a free sample', [abroad([], { lines: [aLine({ amountPaise: 0, taxes: [] })] })], lut([]), 'pass'],
    ['no export', [anOrder()], lut([]), 'notApplicable'],
    ['a cancelled export', [abroad([], { isCancelled: true })], lut([]), 'notApplicable'],
  ])('%s', (_, orders, taxProfile, outcome) => {
    expect(judge(orders, taxProfile).outcome).toBe(outcome);
  });
});
