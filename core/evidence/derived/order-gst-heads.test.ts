import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aLine, anOrder, anOrderArea, aShippingLine, aTax } from '../../../test/gst-factories.ts';
import { LAW } from '../../gst/law.ts';
import type { Order, OrderTax } from '../orders.ts';
import { headSums } from './order-gst-heads.ts';
import { titleReader } from './order-tax-titles.ts';
import { orderTax, type SellerPlaces } from './order-tax.ts';

const seller = (state: string, kind: 'regular' | 'composition' = 'regular'): SellerPlaces => ({
  stateOfLocation: new Map([['gid://shopify/Location/1', state]]),
  onlyState: state,
  kindIn: () => kind,
  law: LAW,
  headOf: titleReader(),
});

function sums(order: Order, from = '27', kind: 'regular' | 'composition' = 'regular') {
  const places = seller(from, kind);
  const judged = orderTax(order, [], places);
  if (!judged.isJudged) throw new Error(judged.reason);
  return headSums(judged, places).map(({ head, expectedPaise, chargedPaise }) => [head, expectedPaise, chargedPaise]);
}

const charged = (...taxes: OrderTax[]) => anOrder({ lines: [aLine({ taxes })] });
const halves = [aTax('CGST', 2.5, 2_500), aTax('SGST', 2.5, 2_500)];

describe('heads of one order', () => {
  it.each<[string, Order, string, unknown]>([
    [
      'right within the State',
      charged(...halves),
      '27',
      [
        ['cgst', 2_500, 2_500],
        ['sgst', 2_500, 2_500],
      ],
    ],
    ['right beyond it', charged(aTax('IGST', 5, 5_000)), '29', [['igst', 5_000, 5_000]]],
    [
      'IGST within the State',
      charged(aTax('IGST', 5, 5_000)),
      '27',
      [
        ['cgst', 2_500, 0],
        ['sgst', 2_500, 0],
        ['igst', 0, 5_000],
      ],
    ],
    [
      'halves beyond the State',
      charged(...halves),
      '29',
      [
        ['cgst', 0, 2_500],
        ['sgst', 0, 2_500],
        ['igst', 5_000, 0],
      ],
    ],
    [
      'a title that names no head',
      charged(aTax('GST', 5, 5_000)),
      '27',
      [
        ['cgst', 2_500, 0],
        ['sgst', 2_500, 0],
        ['unnamed', 0, 5_000],
      ],
    ],
    [
      'one half alone',
      charged(aTax('CGST', 2.5, 2_500)),
      '27',
      [
        ['cgst', 2_500, 2_500],
        ['sgst', 2_500, 0],
      ],
    ],
    [
      'halves written as one',
      charged(aTax('CGST + SGST', 5, 5_001)),
      '27',
      [
        ['cgst', 2_500, 2_500],
        ['sgst', 2_501, 2_501],
      ],
    ],
    [
      'IGST beside halves',
      charged(aTax('IGST', 5, 5_000), ...halves),
      '27',
      [
        ['cgst', 5_000, 2_500],
        ['sgst', 5_000, 2_500],
        ['igst', 0, 5_000],
      ],
    ],
    [
      'cess',
      charged(...halves, aTax('Cess', 1, 999)),
      '27',
      [
        ['cgst', 2_500, 2_500],
        ['sgst', 2_500, 2_500],
      ],
    ],
    [
      'nothing',
      charged(),
      '27',
      [
        ['cgst', 0, 0],
        ['sgst', 0, 0],
      ],
    ],
  ])('%s', (_name, order, from, expected) => {
    expect(sums(order, from)).toEqual(expected);
  });

  it('counts shipping too', () => {
    const order = anOrder({ shipping: [aShippingLine()] });
    expect(sums(order)).toEqual([
      ['cgst', 2_750, 2_750],
      ['sgst', 2_750, 2_750],
    ]);
  });

  it('asks for UTGST where the union territory has it', () => {
    const area = anOrderArea('CH');
    const order = anOrder({ shipTo: area, billTo: area });
    expect(sums(order, '04')).toEqual([
      ['cgst', 2_500, 2_500],
      ['sgst', 0, 2_500],
      ['utgst', 2_500, 0],
    ]);
  });

  it('asks a seller under the composition scheme for nothing', () => {
    expect(sums(anOrder(), '27', 'composition')).toEqual([
      ['cgst', 0, 2_500],
      ['sgst', 0, 2_500],
    ]);
  });

  it('rounds halves alike, so that they may make a paisa more than the whole', () => {
    const order = anOrder({ lines: [aLine({ amountPaise: 10_059, taxes: [aTax('IGST', 5, 479)] })] });
    expect(sums(order)).toEqual([
      ['cgst', 240, 0],
      ['sgst', 240, 0],
      ['igst', 0, 479],
    ]);
  });

  it('takes a line whose discounts are more than its price', () => {
    const order = anOrder({ lines: [aLine({ amountPaise: -5, taxes: [aTax('IGST', 5, 3)] })] });
    expect(sums(order)).toEqual([
      ['cgst', 2, 0],
      ['sgst', 2, 0],
      ['igst', 0, 3],
    ]);
  });

  it('charges what the tax lines say, whatever they are called', () => {
    const title = fc.constantFrom('CGST', 'SGST', 'UTGST', 'IGST', 'CGST + SGST', 'SGST/UTGST', 'GST', 'VAT');
    const tax = fc.record({ title, ratePpm: fc.integer({ min: 0, max: 2_000_000 }), paise: fc.nat(1_000_000) });
    fc.assert(
      fc.property(
        fc.array(tax, { maxLength: 6 }),
        fc.constantFrom('27', '29', '04'),
        fc.boolean(),
        (taxes, from, taxesIncluded) => {
          const order = anOrder({ taxesIncluded, lines: [aLine({ taxes })] });
          const total = taxes.reduce((sum, { paise }) => sum + paise, 0);
          const rows = sums(order, from);
          expect(rows.reduce((sum, [, , paise]) => sum + Number(paise), 0)).toBe(total);
          expect(rows.every(([, asked]) => Number.isSafeInteger(asked) && Number(asked) >= 0)).toBe(true);
        },
      ),
    );
  });
});
