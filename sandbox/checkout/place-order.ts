import { randomBytes } from 'node:crypto';

import { chargedTaxes, percentOf } from '../shops/commerce/charged-taxes.ts';
import type { PlacedOrder } from '../shops/commerce/commerce-state.ts';
import { confirmationNumber, firmsOf, type CustomerId } from '../shops/commerce/customers.ts';
import { isoOf, shippingOf } from '../shops/commerce/make-order.ts';
import { paidPaise, type Area } from '../shops/commerce/order.ts';
import { placedId } from '../shops/commerce/placed-orders.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { pricedLines, type CartLine } from '../storefront/cart.ts';

export interface OrderWish {
  readonly lines: readonly CartLine[];
  readonly shipTo: Area;
  /** What the cart and the checkout wrote; blank ones are left out, as Shopify does. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Null: a guest, who is known by a number all the same. */
  readonly customerId?: CustomerId | null;
  /** Of the firm that she buys for. */
  readonly companyId?: number | null;
  readonly token?: string;
}

/** A guest's number lies beyond those of buyers who come back. */
const FIRST_GUEST = 500;

/**
 * Writes an order into the shop, taxed as its table says now. Nobody is told: the app subscribes to no topic of orders.
 *
 * @throws {RangeError} nothing is left to buy, or the firm is not the customer's
 */
export function placeOrder(shop: ShopState, wish: OrderWish, nowMs: number): PlacedOrder & { readonly id: number } {
  const { shipTo, customerId = null, companyId = null } = wish;
  const priced = pricedLines(shop, { lines: [...wish.lines] });
  if (priced.length === 0) throw new RangeError('There is nothing in the cart that can be bought.');
  if (companyId !== null && !firmsOf(shop, customerId ?? 0).some(({ company }) => company.id === companyId))
    throw new RangeError('This customer does not buy for this company.');

  const lines = priced.map(({ product, variant, quantity, ownDiscountPaise }) => {
    const line = {
      title: product.title,
      product,
      variant,
      unitPaise: variant.pricePaise,
      quantity,
      currentQuantity: quantity,
      ownDiscountPaise,
      codeDiscountPaise: 0,
    };
    return { ...line, taxes: chargedTaxes(shop, shipTo, percentOf(shop, product), paidPaise({ ...line, taxes: [] })) };
  });
  const held = (shop.commerce.placed ??= []);
  const nth = (held.at(-1)?.nth ?? 0) + 1;
  const order: PlacedOrder = {
    nth,
    token: wish.token ?? randomBytes(16).toString('hex'),
    confirmationNumber: confirmationNumber(randomBytes(16).toString('hex')),
    customerId: customerId ?? shop.id * 1_000 + FIRST_GUEST + nth,
    companyId,
    placedAt: isoOf(Math.floor(nowMs / 1_000) * 1_000),
    shipTo,
    lines: lines.map(({ title, variant, unitPaise, quantity, ownDiscountPaise, taxes }) => ({
      title,
      variantId: variant.id,
      unitPaise,
      quantity,
      ownDiscountPaise,
      taxes,
    })),
    shipping: shippingOf(shop, lines, shipTo),
    attributes: Object.entries(wish.attributes ?? {}).flatMap(([key, value]) =>
      value.trim() === '' ? [] : [{ key, value }],
    ),
  };
  held.push(order);
  return { ...order, id: placedId(shop, order) };
}
