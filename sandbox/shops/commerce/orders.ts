import type { ShopState } from '../shop-state.ts';
import { makeOrder } from './make-order.ts';
import { orderTimes } from './order-times.ts';
import { placedOrders } from './placed-orders.ts';
import type { SandboxOrder } from './order.ts';

const made = new WeakMap<ShopState, { readonly key: string; readonly orders: readonly SandboxOrder[] }>();

/**
 * The shop's orders of the last 58 days, oldest first: worked out of its settings as they are now, as if they had been
 * so all the time. What is mended today is therefore mended in every one of them. Those that somebody placed in the
 * storefront stand among them as they were placed.
 */
export function ordersOf(shop: ShopState, nowMs: number): readonly SandboxOrder[] {
  const times = orderTimes(shop);
  const newest = times.newestAt(nowMs);
  const placed = placedOrders(shop, nowMs);
  const sent = placed.filter(({ sentFrom }) => sentFrom !== null).length;
  const key = JSON.stringify([newest, placed.length, sent, shop.commerce, shop.taxTable, shop.taxShipping]);
  const known = made.get(shop);
  if (known?.key === key) return known.orders;
  const oldest = Math.max(1, newest - shop.commerce.ordersHeld + 1);
  const numbers = Array.from({ length: Math.max(0, newest - oldest + 1) }, (_, index) => oldest + index);
  const own = numbers.flatMap((number) => makeOrder(shop, times, number, nowMs));
  const orders = [...own, ...placed]
    .map((order) => withFields(shop, order))
    .toSorted((a, b) => Date.parse(a.placedAt) - Date.parse(b.placedAt));
  made.set(shop, { key, orders });
  return orders;
}

/** What the app wrote afterwards takes the place of what was there. */
function withFields({ commerce }: ShopState, order: SandboxOrder): SandboxOrder {
  const written = commerce.orderFields?.[String(order.id)];
  if (!written) return order;
  const fields = Object.entries({ ...order.metafields, ...written });
  return {
    ...order,
    metafields: Object.fromEntries(fields.filter((field): field is [string, string] => field[1] !== null)),
  };
}
