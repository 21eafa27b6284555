import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aShop } from '../../../test/factories.ts';
import {
  aCatalogue,
  aLine,
  anOrder,
  anOrderArea,
  anOrderBook,
  aProduct,
  aTax,
  aVariant,
} from '../../../test/gst-factories.ts';
import type { Order, OrderLine } from '../../evidence/orders.ts';
import { priceBandRates } from './price-band-rates.ts';

/** A line with tax inside, sold to another State. */
const line = (amountPaise: number, ratePct: number, over: Partial<OrderLine> = {}): OrderLine => {
  const paise = Math.round((amountPaise * ratePct) / (100 + ratePct));
  return aLine({ amountPaise, taxes: [aTax('IGST', ratePct, paise)], ...over });
};
const order = (lines: OrderLine[], over: Partial<Order> = {}) => anOrder({ lines, shipTo: anOrderArea('KA'), ...over });
const judge = (orders: readonly Order[], over = {}) => assess(priceBandRates, { orders: anOrderBook(orders), ...over });
const goods = (hsnForIndia: string | null, pricePaise = 105_000) =>
  aCatalogue([aProduct({ variants: [aVariant({ hsnForIndia, pricePaise })] })]);

describe('gst/price-band-rates', () => {
  it.each([
    [262_500, 5, []],
    [262_500, 18, ['tooHigh']],
    [262_501, 5, ['deadZone']],
    [262_501, 18, ['deadZone']],
    [295_000, 18, ['deadZone']],
    [295_001, 18, []],
    [295_001, 5, ['tooLow']],
  ])('%d paise with tax inside at %d%%: %j', (amountPaise, ratePct, found) => {
    const { findings } = judge([order([line(amountPaise, ratePct)])]);
    expect(findings.map(({ messageId }) => messageId)).toEqual(found);
  });

  it.each([
    [250_000, 5, []],
    [250_001, 5, ['tooLow']],
    [250_001, 18, []],
    [250_000, 18, ['tooHigh']],
  ])('%d paise before tax at %d%%: %j', (amountPaise, ratePct, found) => {
    const one = aLine({ amountPaise, taxes: [aTax('IGST', ratePct, Math.round(amountPaise * ratePct) / 100)] });
    const { findings } = judge([order([one], { taxesIncluded: false })]);
    expect(findings.map(({ messageId }) => messageId)).toEqual(found);
  });

  it('goes by one piece, and tells what is missing', () => {
    expect(judge([order([line(525_000, 5, { quantity: 2 })])]).outcome).toBe('pass');
    const { findings } = judge([order([line(708_000, 5, { quantity: 2 })], { name: '#1007' })]);
    expect(findings).toMatchObject([
      {
        subject: 'gid://shopify/Product/1 tooLow',
        severity: 'high',
        adminPath: '/products/1',
        data: {
          product: 'Block-print kurta',
          rate: '5',
          expected: '18',
          value: '3,000',
          limit: '2,500',
          last: '#1007',
        },
        atStakePaise: 108_000 - 33_714,
      },
    ]);
  });

  it('explains a price at which no rate fits, with the lines that were sold at it', () => {
    const { findings } = judge([order([line(270_000, 5)])], { catalogue: goods('62114290', 270_000) });
    expect(findings).toMatchObject([
      {
        messageId: 'priceList',
        data: { price: '2,700', from: '2,625.01', to: '2,950', count: 1 },
        atStakePaise: 41_186 - 12_857,
      },
    ]);
  });

  it.each([
    [262_500, true, 'pass'],
    [262_501, true, 'fail'],
    [295_000, true, 'fail'],
    [295_001, true, 'pass'],
    [270_000, false, 'pass'], // prices without tax have no such zone
  ])('a price of %d paise, tax inside %s, without any order: %s', (pricePaise, taxesIncluded, outcome) => {
    const shop = aShop({ taxesIncluded });
    expect(judge([], { shop, catalogue: goods('62114290', pricePaise) }).outcome).toBe(outcome);
  });

  it.each([
    [
      'a draft',
      aCatalogue([aProduct({ status: 'DRAFT', variants: [aVariant({ pricePaise: 270_000 })] })]),
      'notApplicable',
    ],
    ['goods without a band', goods('0902', 270_000), 'notApplicable'],
    ['goods that may have one, without a code', goods(null, 270_000), 'notAssessed'],
    [
      'goods that are not taxed',
      aCatalogue([aProduct({ variants: [aVariant({ isTaxable: false })] })]),
      'notApplicable',
    ],
    ['no product', aCatalogue([]), 'notApplicable'],
  ])('%s', (_, catalogue, outcome) => {
    expect(judge([], { catalogue }).outcome).toBe(outcome);
  });

  it('goes by the law of the day of the order', () => {
    const before = { placedAt: '2025-09-21T06:00:00.000Z' };
    expect(judge([order([line(105_000, 5)], before)]).outcome).toBe('pass');
    expect(judge([order([line(105_001, 5)], before)]).findings).toMatchObject([
      { messageId: 'deadZone', data: { from: '1,050.01', to: '1,120' } },
    ]);
  });

  it('leaves a rate that does not exist, and an untaxed line, to other checks', () => {
    expect(judge([order([line(354_000, 12), aLine({ taxes: [] })])]).outcome).toBe('pass');
  });

  it('only informs under a heading of which a part has the band', () => {
    const result = judge([order([line(354_000, 5)])], { catalogue: goods('9404') });
    expect(result).toMatchObject({ outcome: 'pass', findings: [{ messageId: 'tooLow', severity: 'info' }] });
    expect(judge([order([line(200_000, 18)])], { catalogue: goods('9404') }).findings).toEqual([]);
  });

  it('tells of a hundred products, and of the rest in one', () => {
    const products = Array.from({ length: 130 }, (_, n) =>
      aProduct({ id: `gid://shopify/Product/${n}`, variants: [aVariant({ id: `v${n}`, pricePaise: 270_000 })] }),
    );
    const { findings } = judge([], { catalogue: aCatalogue(products) });
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)).toMatchObject({ messageId: 'more', data: { count: 30 } });
  });
});
