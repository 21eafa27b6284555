import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aLocation, anAddress } from '../../../test/factories.ts';
import { aLine, anOrder, anOrderArea, anOrderBook } from '../../../test/gst-factories.ts';
import { STATES } from '../../data/states.ts';
import { NO_CHANGES } from '../../gst/law.ts';
import { splitTax } from '../../gst/tax-split.ts';
import type { TaxSplit } from '../../gst/tax-split.ts';
import type { Order, OrderTax } from '../orders.ts';
import { judgedOrders } from './order-tax-book.ts';
import { lineRate } from './order-tax-rates.ts';
import { headOfTitle } from './order-tax-titles.ts';

const PLACES = STATES.flatMap(({ code, zones: [zone] }) => (zone === undefined ? [] : [{ code, zone }]));
const place = fc.constantFrom(...PLACES);
const ratePpm = fc.constantFrom(30_000, 50_000, 180_000, 400_000);
const amountPaise = fc.integer({ min: 10_000, max: 100_000_000 });

const titled = (title: string, paise: number, rate: number): OrderTax[] =>
  paise > 0 ? [{ title, paise, ratePpm: rate }] : [];

/** The tax lines of a split as Shopify writes them. */
function taxesOf(split: TaxSplit, rate: number): OrderTax[] {
  return [
    ...titled('CGST', split.cgstPaise, rate / 2),
    ...titled('SGST', split.sgstPaise, rate / 2),
    ...titled('UTGST', split.utgstPaise, rate / 2),
    ...titled('IGST', split.igstPaise, rate),
  ];
}

const split = (from: string, to: string, rate: number, amount: number): TaxSplit =>
  splitTax({
    on: '2026-11-10',
    seller: 'regular',
    dispatchState: from,
    buyer: 'b2c',
    shipTo: to,
    billTo: null,
    hasLut: false,
    isInclusive: true,
    ratePpm: rate,
    amountPaise: amount,
  });

function judged(order: Order, zone: string) {
  const locations = [aLocation({ address: anAddress({ provinceCode: zone, pin: null }) })];
  return judgedOrders({ orders: anOrderBook([order]), locations, registrations: [], law: NO_CHANGES })[0];
}

describe('an order taxed as the law splits it', () => {
  it('is right, whatever the States, and carries the rate', () => {
    fc.assert(
      fc.property(place, place, ratePpm, amountPaise, (from, to, rate, amount) => {
        const taxes = taxesOf(split(from.code, to.code, rate, amount), rate);
        const line = aLine({ amountPaise: amount, taxes });
        const order = anOrder({ shipTo: anOrderArea(to.zone), lines: [line] });
        expect(judged(order, from.zone)).toMatchObject({ verdict: 'right', wrongPaise: 0 });
        expect(lineRate(line, order, headOfTitle)).toMatchObject({ kind: 'rate', ratePpm: rate });
      }),
    );
  });

  it('is wrong where it was taxed for another route that asks for other heads', () => {
    fc.assert(
      fc.property(place, place, place, place, ratePpm, amountPaise, (from, to, otherFrom, otherTo, rate, amount) => {
        const right = taxesOf(split(from.code, to.code, rate, amount), rate);
        const charged = taxesOf(split(otherFrom.code, otherTo.code, rate, amount), rate);
        const titles = (taxes: OrderTax[]) => taxes.map(({ title }) => title).join();
        fc.pre(titles(right) !== titles(charged));
        const order = anOrder({
          shipTo: anOrderArea(to.zone),
          lines: [aLine({ amountPaise: amount, taxes: charged })],
        });
        const result = judged(order, from.zone);
        expect(result?.verdict).toBe('wrong');
        expect(result?.wrongPaise).toBeGreaterThan(0);
        expect(result?.wrongPaise).toBeLessThanOrEqual(result?.taxPaise ?? 0);
      }),
    );
  });

  it('never breaks on what it cannot read', () => {
    const text = fc.option(fc.string({ maxLength: 8 }), { nil: null });
    const area = fc.record({ provinceCode: text, countryCode: text });
    const tax = fc.record({ title: fc.string(), ratePpm: fc.integer(), paise: fc.integer() });
    fc.assert(
      fc.property(area, area, fc.array(tax, { maxLength: 4 }), fc.integer(), (shipTo, billTo, taxes, amount) => {
        const order = anOrder({ shipTo, billTo, lines: [aLine({ taxes, amountPaise: amount })] });
        expect(() => judged(order, 'MH')).not.toThrow();
        expect(() => lineRate({ amountPaise: amount, taxes }, order, headOfTitle)).not.toThrow();
      }),
    );
  });
});
