import { variantsOf } from '../../graphql/product-node.ts';
import type { ShopState } from '../shop-state.ts';
import type { PlacedOrder } from './commerce-state.ts';
import { PACKED_AFTER_MS, sendingLocation, WEB } from './make-order.ts';
import type { SandboxOrder } from './order.ts';

/** Shopify shows an app the orders of so many days. */
const SHOWN_MS = 60 * 86_400_000;
/** Beyond the numbers of the orders that the shop has by itself. */
const FIRST_NUMBER = 800_000;

/** Orders that somebody placed in the storefront, as every other order is told. */
export function placedOrders(shop: ShopState, nowMs: number): SandboxOrder[] {
  return (shop.commerce.placed ?? [])
    .filter(({ placedAt }) => nowMs - Date.parse(placedAt) < SHOWN_MS)
    .map((placed) => asOrder(shop, placed, nowMs));
}

/** The id by which Shopify's API and its pages know an order. */
export function placedId(shop: ShopState, { nth }: Pick<PlacedOrder, 'nth'>): number {
  return shop.id * 1_000_000 + FIRST_NUMBER + nth;
}

function asOrder(shop: ShopState, placed: PlacedOrder, nowMs: number): SandboxOrder {
  const { confirmationNumber, customerId, companyId, placedAt, shipTo, shipping, attributes } = placed;
  const number = FIRST_NUMBER + placed.nth;
  const variants = variantsOf(shop.commerce);
  return {
    number,
    id: placedId(shop, placed),
    name: `#${1_000 + number}`,
    confirmationNumber,
    customerId,
    placedAt,
    isTest: false,
    isCancelled: false,
    shipTo,
    billTo: shipTo,
    sentFrom: nowMs - Date.parse(placedAt) < PACKED_AFTER_MS ? null : sendingLocation(shop, false),
    lines: placed.lines.map(({ variantId, ...line }) => {
      const found = variants.find(({ variant }) => variant.id === variantId);
      return {
        ...line,
        product: found?.product ?? null,
        variant: found?.variant ?? null,
        currentQuantity: line.quantity,
        codeDiscountPaise: 0,
      };
    }),
    shipping,
    note: null,
    attributes,
    metafields: {},
    company: shop.commerce.companies.find(({ id }) => id === companyId) ?? null,
    channel: WEB,
  };
}
