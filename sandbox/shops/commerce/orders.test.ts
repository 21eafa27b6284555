import { describe, expect, it } from '@jest/globals';

import { stateOfZone } from '../../../core/data/states.ts';
import { judgeGstin } from '../../../core/gst/gstin.ts';
import { cleanShop } from '../clean-shop.ts';
import type { ShopState } from '../shop-state.ts';
import type { OrderSlip } from './commerce-state.ts';
import { paidPaise, type SandboxOrder } from './order.ts';
import { ORDER_DEFECTS } from './order-defects.ts';
import { ordersOf } from './orders.ts';
import { PRODUCT_DEFECTS } from './product-defects.ts';
import { PLACE_OF_SLIP } from './slips.ts';
import { TAX_DEFECTS } from './tax-defects.ts';

const NOW = Date.parse('2026-11-22T06:30:00Z');
const DAY_MS = 86_400_000;

const aShop = () => cleanShop({ handle: 'invented', name: 'Invented Namuna', id: 7 });
const real = (shop: ShopState, nowMs = NOW) => ordersOf(shop, nowMs).filter(({ isTest }) => !isTest);
const invoices = (orders: readonly SandboxOrder[]) =>
  orders.map(({ metafields }) => metafields['invoice_number'] ?? '');

describe('the orders of a shop', () => {
  it.each([160, 2_000])('are %d in 58 days, oldest first, none in the future', (held) => {
    const shop = aShop();
    shop.commerce.ordersHeld = held;
    const placed = real(shop).map(({ placedAt }) => Date.parse(placedAt));
    expect(placed).toHaveLength(held);
    expect(placed.toSorted((a, b) => a - b)).toEqual(placed);
    expect(placed.every((at) => at <= NOW && at > NOW - 59 * DAY_MS)).toBe(true);
  });

  it('stay as they are while the clock moves on, but that the newest are sent', () => {
    const shop = aShop();
    const before = real(shop);
    const later = new Map(real(shop, NOW + 10 * DAY_MS).map((order) => [order.id, order]));
    const still = before.filter(({ id }) => later.has(id));
    expect(still.length).toBeGreaterThan(100);
    for (const order of still) expect({ ...later.get(order.id), sentFrom: null }).toEqual({ ...order, sentFrom: null });
    expect(before.filter(({ sentFrom }) => sentFrom === null).length).toBeGreaterThan(0);
  });

  it('reach every zone that Shopify knows', () => {
    const zones = new Set(real(aShop()).map(({ shipTo }) => shipTo.provinceCode));
    expect(zones.size).toBe(37);
    expect([...zones].filter((zone) => stateOfZone(zone) === null)).toEqual([]);
  });

  it('hold one test order that no check may read', () => {
    expect(ordersOf(aShop(), NOW).filter(({ isTest }) => isTest)).toHaveLength(1);
  });

  it('differ from shop to shop', () => {
    const other = cleanShop({ handle: 'other', name: 'Other', id: 8 });
    expect(real(other).map(({ shipTo }) => shipTo)).not.toEqual(real(aShop()).map(({ shipTo }) => shipTo));
  });
});

describe('what is charged', () => {
  const charged = (shop: ShopState, zone: string) =>
    new Set(
      real(shop)
        .filter(({ shipTo }) => shipTo.provinceCode === zone)
        .flatMap(({ lines }) => lines.flatMap(({ taxes }) => taxes.map(({ title }) => title))),
    );

  it.each([
    ['own-state', 'MH', ['CGST', 'SGST']],
    ['own-state', 'KA', ['IGST']],
    ['own-state', 'CH', ['IGST']],
    ['shopify-default', 'MH', ['IGST']],
    ['shopify-default', 'KA', ['CGST', 'SGST']],
    ['shopify-default', 'CH', ['IGST']],
  ] as const)('by the table "%s" to %s: %j', (setting, zone, titles) => {
    const shop = aShop();
    shop.taxTable = { setting, homeProvinceCode: 'MH' };
    expect(charged(shop, zone)).toEqual(new Set(titles));
  });

  it('lies inside the price, to the paisa, in equal halves at home', () => {
    for (const { lines } of real(aShop())) {
      for (const line of lines) {
        const ratePpm = line.taxes.reduce((sum, tax) => sum + tax.ratePpm, 0);
        for (const tax of line.taxes) {
          const exact = (BigInt(paidPaise(line)) * BigInt(tax.ratePpm) * 2n) / BigInt(1_000_000 + ratePpm);
          expect(BigInt(tax.paise)).toBe((exact + 1n) / 2n);
        }
        expect(new Set(line.taxes.map(({ paise }) => paise)).size).toBe(1);
      }
    }
  });

  it('is nothing abroad', () => {
    const shop = aShop();
    shop.commerce.slips = ['untaxed-export'];
    const abroad = real(shop).filter(({ shipTo }) => shipTo.countryCode !== 'IN');
    expect(abroad).toHaveLength(1);
    expect(
      abroad.flatMap(({ lines, shipping }) => [...lines.flatMap(({ taxes }) => taxes), ...shipping.taxes]),
    ).toEqual([]);
  });
});

describe('invoice numbers', () => {
  const serials = (orders: readonly SandboxOrder[]) => invoices(orders).map((number) => Number(number.slice(-6)));

  it('are one series without a gap', () => {
    const numbers = invoices(real(aShop()));
    const first = Number(numbers[0]?.slice(-6));
    expect(numbers).toEqual(numbers.map((_, index) => `IN/26-27/${String(first + index).padStart(6, '0')}`));
  });

  it('begin again on 1 April in India', () => {
    const orders = real(aShop(), Date.parse('2027-04-20T00:00:00Z'));
    const newYear = Date.parse('2027-03-31T18:30:00Z');
    for (const order of orders) {
      const year = Date.parse(order.placedAt) < newYear ? '26-27' : '27-28';
      expect(order.metafields['invoice_number']).toMatch(new RegExp(`^IN/${year}/`));
    }
    const after = orders.filter(({ placedAt }) => Date.parse(placedAt) >= newYear);
    expect(serials(after)).toEqual(after.map((_, index) => index + 1));
  });

  it.each<[OrderSlip, expected: (steps: readonly number[]) => boolean]>([
    ['invoice-number-twice', (steps) => steps.filter((step) => step === 0).length === 1],
    ['invoice-gap', (steps) => steps.filter((step) => step === 4).length === 1],
  ])('%s breaks the series once', (slip, isBrokenOnce) => {
    const shop = aShop();
    shop.commerce.slips = [slip];
    const all = serials(real(shop));
    const steps = all.slice(1).map((serial, index) => serial - (all[index] ?? 0));
    expect(isBrokenOnce(steps)).toBe(true);
    expect(steps.filter((step) => step !== 1)).toHaveLength(1);
  });

  it('leave no gap behind an order that carries its own name instead', () => {
    const shop = aShop();
    shop.commerce.slips = ['own-name-as-invoice-number'];
    const orders = real(shop);
    const named = orders.filter(({ name, metafields }) => metafields['invoice_number'] === name);
    expect(named).toHaveLength(1);
    const others = serials(orders.filter((order) => order !== named[0]));
    expect(others).toEqual(others.map((_, index) => (others[0] ?? 0) + index));
  });
});

describe('buyers that are firms', () => {
  it('name a GSTIN that can exist, of the State that the order goes to', () => {
    const firms = real(aShop()).flatMap(({ shipTo, attributes, metafields, company }) => {
      const told = [
        attributes.find(({ key }) => key === 'GSTIN')?.value,
        metafields['buyer_gstin'],
        company?.taxRegistrationId,
      ].filter((gstin) => typeof gstin === 'string');
      return told.map((gstin) => ({ gstin, state: stateOfZone(shipTo.provinceCode) }));
    });
    expect(firms.length).toBeGreaterThan(10);
    for (const { gstin, state } of firms) expect(judgeGstin(gstin)).toMatchObject({ ok: true, stateCode: state });
  });
});

describe('a slip', () => {
  it.each(Object.keys(PLACE_OF_SLIP) as OrderSlip[])('%s befalls one order, whatever the day', (slip) => {
    for (const days of [0, 1, 17, 29, 58, 200]) {
      const nowMs = NOW + days * DAY_MS;
      const shop = aShop();
      const clean = real(shop, nowMs).map((order) => JSON.stringify({ ...order, metafields: withoutInvoice(order) }));
      ORDER_DEFECTS[0]?.plant(shop, new Date(nowMs).toISOString()); // a location for it
      shop.commerce.slips = [slip];
      const slipped = real(shop, nowMs).map((order) => JSON.stringify({ ...order, metafields: withoutInvoice(order) }));
      const changed = slipped.filter((order, index) => order !== clean[index]);
      // Three of them show in the invoice's number alone.
      expect([slip, changed.length]).toEqual([slip, /invoice/.test(slip) ? 0 : 1]);
    }
  });

  it.each([...TAX_DEFECTS, ...PRODUCT_DEFECTS, ...ORDER_DEFECTS].map((defect) => [defect.id, defect] as const))(
    'or defect that is mended never was: %s',
    (_id, defect) => {
      const shop = aShop();
      const before = JSON.stringify(withoutDates(real(shop)));
      defect.plant(shop, '2026-11-22T06:30:00.000Z');
      defect.mend(shop, '2026-11-22T06:30:00.000Z');
      expect(JSON.stringify(withoutDates(real(shop)))).toBe(before);
    },
  );
});

function withoutInvoice({ metafields }: SandboxOrder) {
  const { invoice_number: _, ...others } = metafields;
  return others;
}

/** When a product was last written up is no part of an order. */
function withoutDates(orders: readonly SandboxOrder[]) {
  return orders.map((order) => ({
    ...order,
    lines: order.lines.map((line) => ({ ...line, product: line.product && { ...line.product, updatedAt: '' } })),
  }));
}
