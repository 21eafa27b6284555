import { createHmac } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { TooManyRequestsError } from '../errors.ts';
import { networkOf } from '../http/network.ts';
import type { Budgets } from '../rhythm/budgets.ts';
import type { KeyRing } from '../store/key-ring.ts';

const MINUTE_MS = 60_000;
/** In a minute: of one visitor, and of all visitors of a shop together. */
const TYPED_BY_VISITOR = 30;
const TYPED_IN_SHOP = 600;
/** After the order each question costs one or two of Shopify's. */
const ASKED_BY_BUYER = 30;
const ASKED_IN_SHOP = 120;

/** A guest is counted by a keyed hash that lives for minutes: no address and no id of a customer is written down. */
export interface GuestLimits {
  /** A number typed in the cart. @throws {TooManyRequestsError} */
  typed(shop: string, address: string): Promise<void>;
  /** A question after the order, by whom the token names, else by address. @throws {TooManyRequestsError} */
  asked(shop: string, guest: { customer: string | null; address: string }): Promise<void>;
  /** Nothing of it stays in Redis, where its key names a shop. */
  forget(shop: string): Promise<void>;
}

/** Limits of all processes together; while Redis is away each process keeps to them by itself. */
export function guestLimits({
  budgets,
  ring,
  clock,
}: {
  budgets: Pick<Budgets, 'more'>;
  ring: Pick<KeyRing, 'activeId' | 'derive'>;
  clock: Clock;
}): GuestLimits {
  const budget = (name: string, points: number) => budgets.more(name, { points, spanMs: MINUTE_MS });
  const visitors = budget('typed-by-visitor', TYPED_BY_VISITOR);
  const shops = budget('typed-in-shop', TYPED_IN_SHOP);
  const buyers = budget('asked-by-buyer', ASKED_BY_BUYER);
  const orders = budget('asked-in-shop', ASKED_IN_SHOP);
  const key = ring.derive(ring.activeId, 'visitors');
  const markOf = (shop: string, who: string): string =>
    createHmac('sha256', key)
      .update(JSON.stringify([shop, who]))
      .digest('base64url');

  function refuseUntil(moment: Date | null): void {
    if (moment === null) return;
    const waitS = Math.max(1, (moment.getTime() - clock.now().getTime()) / 1_000);
    throw new TooManyRequestsError('That was a lot at once. Please wait a moment.', waitS);
  }

  return {
    async typed(shop, address) {
      // The one who floods comes to an end before the shop's share does.
      refuseUntil(await visitors.take(markOf(shop, networkOf(address))));
      refuseUntil(await shops.take(shop));
    },
    async asked(shop, { customer, address }) {
      refuseUntil(await buyers.take(markOf(shop, customer ?? networkOf(address))));
      refuseUntil(await orders.take(shop));
    },
    async forget(shop) {
      await shops.forget(shop);
      await orders.forget(shop);
    },
  };
}
