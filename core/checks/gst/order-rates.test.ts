import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aLine, anOrder, anOrderArea, anOrderBook, aTax } from '../../../test/gst-factories.ts';
import type { Order, OrderTax } from '../../evidence/orders.ts';
import { NO_CHANGES } from '../../gst/law.ts';
import { orderRates } from './order-rates.ts';

/** A line of Rs 1,000 and its tax on top, both halves. */
const line = (ratePct: number, over = {}) => {
  const half = ratePct * 500;
  const taxes = [aTax('CGST', ratePct / 2, half), aTax('SGST', ratePct / 2, half)];
  return aLine({ amountPaise: 100_000 + 2 * half, taxes: ratePct === 0 ? [] : taxes, ...over });
};
const order = (lines: Order['lines'], over: Partial<Order> = {}) => anOrder({ lines, ...over });
const judge = (orders: readonly Order[], over = {}) => assess(orderRates, { orders: anOrderBook(orders), ...over });
const at = (day: string) => ({ placedAt: `${day}T06:00:00.000Z` });

describe('gst/order-rates', () => {
  it.each([
    [12, '2025-09-21', 'pass', undefined],
    [12, '2025-09-22', 'fail', 'retired'],
    [12, '2026-11-10', 'fail', 'retired'],
    [28, '2025-09-21', 'pass', undefined],
    [28, '2025-09-22', 'pass', 'tobacco-only'], // for tobacco it was in force: informs
    [28, '2026-01-31', 'pass', 'tobacco-only'],
    [28, '2026-02-01', 'fail', 'retired'],
    [40, '2025-09-21', 'fail', 'not-yet'],
    [40, '2025-09-22', 'pass', undefined],
    [15, '2026-11-10', 'fail', 'unknown'],
    [5, '2026-11-10', 'pass', undefined],
    [18, '2026-11-10', 'pass', undefined],
    [3, '2026-11-10', 'pass', undefined],
    [6, '2026-11-10', 'pass', 'not-in-shops'],
  ])('%d%% on %s: %s, %s', (rate, day, outcome, messageId) => {
    const result = judge([order([line(rate)], at(day))]);
    expect(result.outcome).toBe(outcome);
    expect(result.findings[0]?.messageId).toBe(messageId);
  });

  it('goes by the day in India', () => {
    expect(judge([order([line(12)], { placedAt: '2025-09-21T18:29:59.000Z' })]).outcome).toBe('pass');
    expect(judge([order([line(12)], { placedAt: '2025-09-21T18:30:00.000Z' })]).outcome).toBe('fail');
  });

  it('makes one finding of a product and rate, with sum and orders', () => {
    const result = judge([
      order([line(12), line(5, { title: 'Tea' })], { name: '#1001', ...at('2026-10-01') }),
      order([line(12)], { name: '#1002', id: 'gid://shopify/Order/1002', ...at('2026-10-02') }),
    ]);
    expect(result.findings).toMatchObject([
      {
        subject: 'Block-print kurta 12% retired',
        data: { product: 'Block-print kurta', rate: '12', day: '2025-09-21', count: 2, first: '#1001', last: '#1002' },
        atStakePaise: 24_000,
        adminPath: '/products/1',
      },
    ]);
  });

  it('leads to the newest order where the product is not known', () => {
    const unknown = line(12, { variantId: 'gid://shopify/ProductVariant/404' });
    expect(judge([order([unknown])]).findings).toMatchObject([{ adminPath: '/orders/1001' }]);
  });

  it('takes the rate from IGST as from both halves', () => {
    const igst = aLine({ amountPaise: 112_000, taxes: [aTax('IGST', 12, 12_000)] });
    expect(judge([order([igst], { shipTo: anOrderArea('KA') })]).findings).toMatchObject([{ data: { rate: '12' } }]);
  });

  it('only informs of a line made by hand, which may be a service', () => {
    const wrapping = line(12, { variantId: null, title: 'Gift wrapping' });
    expect(judge([order([line(5), wrapping])])).toMatchObject({ outcome: 'pass', findings: [{ severity: 'info' }] });
    // Without a variant anywhere, products were not readable: then a line is taken for goods.
    expect(judge([order([wrapping])]).outcome).toBe('fail');
  });

  it.each([
    ['CGST alone', [aTax('CGST', 9, 9_000)], 'MH', [['half', 'CGST']]],
    ['SGST alone', [aTax('SGST', 9, 9_000)], 'MH', [['half', 'SGST']]],
    ['CGST alone to another State: a wrong head, told elsewhere', [aTax('CGST', 9, 9_000)], 'KA', []],
    ['two rates', [aTax('IGST', 18, 9_000), aTax('IGST', 5, 2_500)], 'KA', [['twoRates', '']]],
    ['a title without a head beside CGST', [aTax('GST', 18, 9_000), aTax('CGST', 9, 4_500)], 'MH', []],
    ['IGST beside CGST: a wrong head', [aTax('IGST', 18, 9_000), aTax('CGST', 9, 4_500)], 'MH', []],
  ] as const)('%s', (_, taxes: readonly OrderTax[], zone, found) => {
    const { findings } = judge([order([aLine({ taxes })], { shipTo: anOrderArea(zone) })]);
    expect(findings.map(({ messageId, data }) => [messageId, data.head])).toEqual(found);
  });

  it.each([
    ['the tax of the price', 105_000, 5_000, true, []],
    ['a rupee off by rounding', 105_000, 5_100, true, []],
    ['twice the tax', 110_000, 10_000, true, ['sumOff']],
    ['more tax than the line', 4_000, 5_000, true, ['sumOff']],
    ['the tax on top', 100_000, 5_000, false, []],
    ['the tax on top of a price that holds it', 105_000, 5_250, true, ['sumOff']],
  ])('%s', (_, amountPaise, paise, taxesIncluded, found) => {
    const one = aLine({ amountPaise, taxes: [aTax('IGST', 5, paise)] });
    const { findings } = judge([order([one], { taxesIncluded, shipTo: anOrderArea('KA') })]);
    expect(findings.map(({ messageId }) => messageId)).toEqual(found);
  });

  it("follows the operator's rows", () => {
    const rate15 = {
      key: '15',
      ratePpm: 150_000,
      class: 'slab',
      effectiveFrom: '2026-11-01',
      effectiveTo: null,
      appliesTo: 'an invented slab',
      inStore: 'yes',
      source: 'an invented notification',
      status: 'verified',
    } as const;
    const law = { ...NO_CHANGES, rates: [rate15] };
    expect(judge([order([line(15)], at('2026-11-10'))], { law }).outcome).toBe('pass');
    expect(judge([order([line(15)], at('2026-10-31'))], { law }).findings).toMatchObject([
      { messageId: 'not-yet', data: { day: '2026-11-01' } },
    ]);
  });

  it('tells of a hundred products, and of the rest in one', () => {
    const many = Array.from({ length: 130 }, (_, n) => line(12, { title: `Kurta ${n}` }));
    const { findings } = judge([order(many)]);
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)).toMatchObject({ messageId: 'more', data: { count: 30 }, atStakePaise: 360_000 });
  });

  it.each([
    ['no order', [], 'notApplicable'],
    ['no tax', [order([line(0)])], 'notAssessed'],
    ['a cancelled order', [order([line(12)], { isCancelled: true }), order([line(5)])], 'pass'],
  ])('%s', (_, orders, outcome) => {
    expect(judge(orders).outcome).toBe(outcome);
  });
});
