import type { ShopState } from '../shop-state.ts';
import { areaOf } from './areas.ts';
import { buyerOf } from './buyers.ts';
import { chargedTaxes, percentOf } from './charged-taxes.ts';
import type { OrderSlip } from './commerce-state.ts';
import { confirmationNumber, customerOf } from './customers.ts';
import { invoiceNumber } from './invoice-numbers.ts';
import { linesOf } from './lines.ts';
import type { OrderTimes } from './order-times.ts';
import { paidPaise, type Area, type SandboxLine, type SandboxOrder, type SandboxShipping } from './order.ts';
import { PLACE_OF_SLIP } from './slips.ts';
import { MARKETPLACE_APP } from '../../vendors/vendor-state.ts';

/** Orders leave so long after they came. */
export const PACKED_AFTER_MS = 2 * 86_400_000;
const FREE_SHIPPING_FROM_PAISE = 200_000;
const SHIPPING_PAISE = 8_000;
const CANCELLED = 101;
const TRIED_OUT = 53;
export const SURAT_STALL = 'Surat stall';
export const WEB = { appId: 580_111, handle: 'web', name: 'Online Store' };
const BY_HAND = { appId: 1_354_745, handle: 'shopify_draft_order', name: 'Draft Orders' };
const MARKETPLACE = { appId: MARKETPLACE_APP.id, handle: MARKETPLACE_APP.handle, name: MARKETPLACE_APP.title };

/** Order number so-and-so; beside one of them stands a test order, which no tax was ever due on. */
export function makeOrder(shop: ShopState, times: OrderTimes, number: number, nowMs: number): SandboxOrder[] {
  const { slips, ordersHeld } = shop.commerce;
  const place = number % ordersHeld;
  const hasSlip = (slip: OrderSlip) => slips.includes(slip) && place === PLACE_OF_SLIP[slip];
  const buyer = buyerOf(shop, number, hasSlip);
  const shipTo = areaOf(shop, number, buyer.provinceCode, hasSlip);
  const lines = linesOf(shop, number, shipTo);
  const placedAtMs = times.placedAtMs(number);
  const invoice = invoiceNumber(number, { times, prefix: initials(shop.name), slips, every: ordersHeld });
  const name = `#${1_000 + number}`;
  const order: SandboxOrder = {
    number,
    id: shop.id * 1_000_000 + number,
    name,
    confirmationNumber: confirmationNumber(`${shop.id} ${number}`),
    customerId: customerOf(shop, number, buyer.company),
    placedAt: isoOf(placedAtMs),
    isTest: false,
    isCancelled: place === CANCELLED,
    shipTo,
    billTo: shipTo,
    sentFrom: nowMs - placedAtMs < PACKED_AFTER_MS ? null : sendingLocation(shop, hasSlip('sent-from-surat')),
    lines,
    shipping: shippingOf(shop, lines, shipTo),
    note: noteOf(hasSlip),
    attributes: [
      ...buyer.attributes,
      ...(number % 7 === 0 ? [{ key: 'gift_wrap', value: 'yes' }] : []),
      ...(hasSlip('sold-by-marketplace-app') ? [{ key: 'seller', value: 'Kavya Crafts (invented)' }] : []),
    ],
    metafields: {
      invoice_number: hasSlip('own-name-as-invoice-number') ? name : invoice,
      ...buyer.metafields,
    },
    company: buyer.company,
    channel: hasSlip('sold-by-marketplace-app') ? MARKETPLACE : number % 30 === 7 ? BY_HAND : WEB,
  };
  return place === TRIED_OUT ? [order, tryOut(order)] : [order];
}

/** Public test numbers: a card that no bank gave out, and twelve digits of nobody. */
function noteOf(hasSlip: (slip: OrderSlip) => boolean): string | null {
  if (hasSlip('card-in-note')) return 'Paid on the phone by 4242 4242 4242 4242';
  return hasSlip('aadhaar-in-note') ? 'Aadhaar shown at the door: 2345 6789 0124' : null;
}

/** The merchant tried the checkout: no goods, no invoice, and whatever tax came out of it. */
function tryOut(order: SandboxOrder): SandboxOrder {
  return {
    ...order,
    id: order.id + 900_000,
    name: `${order.name}-T`,
    confirmationNumber: confirmationNumber(`${order.confirmationNumber} tried out`),
    isTest: true,
    sentFrom: null,
    lines: order.lines.map((line) => ({ ...line, taxes: [{ title: 'VAT', ratePpm: 150_000, paise: 15 }] })),
    attributes: [{ key: 'GSTIN', value: 'TEST' }],
    metafields: { invoice_number: 'TEST-1' },
    company: null,
  };
}

/** Orders leave from the showroom. The stall in Surat is closed; a slip sends one from there all the same. */
export function sendingLocation(shop: ShopState, isFromSurat: boolean): number | null {
  const name = isFromSurat ? SURAT_STALL : 'Mumbai showroom';
  return shop.locations.find((location) => location.name === name)?.id ?? null;
}

/** Free from Rs 2,000 on; otherwise taxed as the goods that make most of the order. */
export function shippingOf(shop: ShopState, lines: readonly SandboxLine[], to: Area): SandboxShipping {
  const kept = lines.filter(({ currentQuantity }) => currentQuantity > 0);
  const goodsPaise = kept.reduce((sum, line) => sum + paidPaise(line), 0);
  if (goodsPaise >= FREE_SHIPPING_FROM_PAISE) return { title: 'Free shipping', paise: 0, taxes: [] };
  // At the rate of the goods that make most of the order.
  const dearest = kept.reduce((best, line) => (paidPaise(line) > paidPaise(best) ? line : best));
  const taxes = shop.taxShipping ? chargedTaxes(shop, to, percentOf(shop, dearest.product), SHIPPING_PAISE) : [];
  return { title: 'Standard', paise: SHIPPING_PAISE, taxes };
}

export function isoOf(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

/** "Saaf Dukaan (invented)" → "SD" */
function initials(name: string): string {
  return [...name.matchAll(/\b[A-Z]/g)].map(([letter]) => letter).join('');
}
