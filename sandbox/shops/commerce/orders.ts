import type { ShopState } from '../shop-state.ts';
import { makeOrder } from './make-order.ts';
import { orderTimes } from './order-times.ts';
import type { SandboxOrder } from './order.ts';

const made = new WeakMap<ShopState, { readonly key: string; readonly orders: readonly SandboxOrder[] }>();

/**
 * The shop's orders of the last 58 days, oldest first: worked out of its settings as they are now, as if they had been
 * so all the time. What is mended today is therefore mended in every order.
 */
export function ordersOf(shop: ShopState, nowMs: number): readonly SandboxOrder[] {
  const times = orderTimes(shop);
  const newest = times.newestAt(nowMs);
  const key = JSON.stringify([newest, shop.commerce, shop.taxTable, shop.taxShipping]);
  const known = made.get(shop);
  if (known?.key === key) return known.orders;
  const oldest = Math.max(1, newest - shop.commerce.ordersHeld + 1);
  const numbers = Array.from({ length: Math.max(0, newest - oldest + 1) }, (_, index) => oldest + index);
  const orders = numbers.flatMap((number) => makeOrder(shop, times, number, nowMs));
  made.set(shop, { key, orders });
  return orders;
}
