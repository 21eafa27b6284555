import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aGstin, aLocation, anAddress, aRegistration } from '../../../test/factories.ts';
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
import { taxTable } from './tax-table.ts';

const IGST = [aTax('IGST', 18, 16_017)];
const LOCAL = [aTax('CGST', 9, 8_008), aTax('SGST', 9, 8_008)];
const UNION = [aTax('CGST', 9, 8_008), aTax('UTGST', 9, 8_008)];

let count = 0;
const order = (zone: string, taxes: readonly OrderTax[], over: Partial<Order> = {}): Order => {
  count += 1;
  const placedAt = new Date(Date.UTC(2026, 9, 1, 0, count)).toISOString();
  return anOrder({
    id: `gid://shopify/Order/${count}`,
    placedAt,
    shipTo: anOrderArea(zone),
    lines: [aLine({ taxes })],
    ...over,
  });
};
const times = (n: number, make: () => Order): Order[] => Array.from({ length: n }, make);
const judge = (orders: readonly Order[], over = {}) => assess(taxTable, { orders: anOrderBook(orders), ...over });

describe('gst/tax-table', () => {
  it("names Shopify's starting table where nobody touched it", () => {
    const result = judge([
      ...times(3, () => order('MH', IGST)),
      ...times(2, () => order('KA', LOCAL)),
      ...times(4, () => order('DL', IGST)),
    ]);
    expect(result).toMatchObject({
      outcome: 'fail',
      findings: [
        {
          subject: '27',
          messageId: 'defaultAtHome',
          severity: 'critical',
          data: { count: 3, state: '27', expected: 'CGST + SGST' },
          atStakePaise: 48_051,
        },
        {
          subject: '29',
          messageId: 'defaultKarnataka',
          severity: 'critical',
          data: { count: 2, charged: 'CGST + SGST' },
          atStakePaise: 32_032,
        },
      ],
    });
  });

  it.each([
    ['the home State alone', [...times(3, () => order('MH', IGST)), order('KA', IGST)], [['27', 'intraAsIgst']]],
    ['Karnataka alone', [...times(3, () => order('MH', LOCAL)), order('KA', LOCAL)], [['29', 'interAsCgst']]],
    [
      'both halves everywhere',
      [...times(3, () => order('MH', LOCAL)), order('KA', LOCAL), order('DL', LOCAL)],
      [
        ['29', 'interAsCgst'],
        ['07', 'interAsCgst'],
      ],
    ],
    ['UTGST at home', [order('MH', UNION), order('MH', UNION)], [['27', 'otherHeads']]],
    ['both at once', [order('MH', [...LOCAL, ...IGST]), order('MH', [...LOCAL, ...IGST])], [['27', 'otherHeads']]],
    ['one half to another State', times(2, () => order('GJ', LOCAL.slice(0, 1))), [['24', 'interAsCgst']]],
  ])('%s', (_, orders, found) => {
    const { findings } = judge(orders);
    expect(findings.map(({ subject, messageId }) => [subject, messageId])).toEqual(found);
  });

  it('says that a union territory takes UTGST, and more mildly', () => {
    const locations = [aLocation({ address: anAddress({ provinceCode: 'CH' }) })];
    const registrations = [aRegistration({ gstin: aGstin({ state: '04' }) })];
    const orders = [order('CH', LOCAL), order('CH', LOCAL)];
    expect(judge(orders, { locations, registrations }).findings).toMatchObject([
      { subject: '04', messageId: 'utgstMissing', severity: 'high', atStakePaise: 16_016 },
    ]);
    expect(judge([order('CH', UNION)], { locations, registrations }).outcome).toBe('pass');
  });

  it('weighs one order alone less than two', () => {
    const home = times(3, () => order('MH', LOCAL));
    expect(judge([...home, order('GJ', LOCAL)]).findings).toMatchObject([{ subject: '24', severity: 'high' }]);
    expect(judge([...home, order('GJ', LOCAL), order('GJ', LOCAL)]).findings).toMatchObject([{ severity: 'critical' }]);
  });

  it('tells a table that was mended from one that is wrong', () => {
    const orders = [...times(4, () => order('MH', IGST)), ...times(2, () => order('MH', LOCAL))];
    expect(judge(orders).findings).toMatchObject([
      {
        subject: '27',
        messageId: 'wasWrong',
        severity: 'medium',
        data: { count: 4, day: '2026-10-01' },
        atStakePaise: 64_068,
      },
    ]);
  });

  it('finds a table that somebody broke', () => {
    const orders = [...times(9, () => order('MH', LOCAL)), ...times(2, () => order('MH', IGST))];
    expect(judge(orders).findings).toMatchObject([{ messageId: 'intraAsIgst', data: { count: 2 } }]);
  });

  it('leaves one wrong order among right ones to its own check', () => {
    const orders = [order('MH', LOCAL), order('MH', IGST), order('MH', LOCAL)];
    expect(judge(orders).outcome).toBe('pass');
  });

  it('leaves orders sent from another State to their own check', () => {
    const locations = [
      aLocation(),
      aLocation({ id: 'gid://shopify/Location/2', address: anAddress({ provinceCode: 'KA' }) }),
    ];
    const fromKarnataka = { dispatchedFrom: ['gid://shopify/Location/2'] };
    const orders = [...times(4, () => order('MH', LOCAL)), ...times(3, () => order('KA', IGST, fromKarnataka))];
    expect(judge(orders, { locations }).outcome).toBe('pass');
  });

  it('names what goes abroad with both halves', () => {
    const abroad = { shipTo: anOrderArea('DU', 'AE') };
    expect(
      judge([order('', LOCAL, abroad), order('', LOCAL, abroad), ...times(3, () => order('MH', LOCAL))]).findings,
    ).toMatchObject([{ subject: '96', messageId: 'abroad' }]);
  });

  it('finds that nothing is taxed at all, from three orders on', () => {
    expect(judge(times(3, () => order('MH', []))).findings).toMatchObject([
      { subject: 'no tax', messageId: 'untaxed', severity: 'medium', data: { count: 3 } },
    ]);
    expect(judge(times(2, () => order('MH', []))).outcome).toBe('notAssessed');
    const exempt = [aLine({ taxes: [], isTaxable: false })];
    expect(judge(times(3, () => order('MH', [], { lines: exempt }))).outcome).toBe('notAssessed');
    expect(judge(times(3, () => order('MH', [], { isTaxExempt: true }))).outcome).toBe('notAssessed');
    expect(judge([...times(3, () => order('MH', [])), order('MH', LOCAL)]).outcome).toBe('pass');
  });

  it('points out a tax that names no head', () => {
    expect(judge([order('MH', [...LOCAL, aTax('GST 18%', 18, 16_016)])]).findings).toMatchObject([
      { subject: 'titles', messageId: 'unnamed', severity: 'medium', data: { count: 1, title: 'GST 18%' } },
    ]);
  });

  it.each([
    ['right heads', [order('MH', LOCAL), order('KA', IGST), order('CH', IGST)], {}, 'pass'],
    ['no order', [], {}, 'notApplicable'],
    ['cancelled orders alone', [order('MH', IGST, { isCancelled: true })], {}, 'notApplicable'],
    ['another currency alone', [order('MH', IGST, { currencyCode: 'USD' })], {}, 'notApplicable'],
    ['no GSTIN', [order('MH', IGST)], { registrations: [] }, 'notApplicable'],
    ['no order with tax', [order('MH', [])], {}, 'notAssessed'],
    ['no State of delivery that can be read', [order('XX', IGST)], {}, 'notAssessed'],
    [
      'composition, which has its own check',
      [order('MH', LOCAL)],
      { taxProfile: aTaxProfile({ registrations: [aStatedRegistration({ scheme: 'composition' })] }) },
      'pass',
    ],
  ])('%s', (_, orders, over, outcome) => {
    expect(judge(orders, over).outcome).toBe(outcome);
  });
});
