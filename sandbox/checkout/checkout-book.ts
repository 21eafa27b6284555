import { randomBytes } from 'node:crypto';

import type { CustomerId } from '../shops/commerce/customers.ts';
import type { CartLine } from '../storefront/cart.ts';

const AT_MOST = 1_000;

/** A checkout that was begun: the cart as it was then, and what the buyer said since. */
export interface Checkout {
  readonly token: string;
  readonly shop: string;
  readonly cartToken: string;
  readonly locale: 'en' | 'hi';
  readonly lines: readonly CartLine[];
  attributes: Record<string, string>;
  readonly customerId: CustomerId | null;
  /** Of the order that came of it; null: none yet. */
  orderId: number | null;
}

export interface CheckoutBook {
  begin(checkout: Omit<Checkout, 'token' | 'orderId'>): Checkout;
  find(shop: string, token: string): Checkout | null;
}

/** Checkouts are in memory: they are gone when the sandbox stops, the orders that came of them are not. */
export function checkoutBook(): CheckoutBook {
  const begun = new Map<string, Checkout>();
  return {
    begin(wanted) {
      const oldest = begun.size >= AT_MOST ? begun.keys().next().value : undefined;
      if (oldest !== undefined) begun.delete(oldest);
      const checkout = { ...wanted, token: randomBytes(16).toString('hex'), orderId: null };
      begun.set(checkout.token, checkout);
      return checkout;
    },
    find(shop, token) {
      const checkout = begun.get(token);
      return checkout?.shop === shop ? checkout : null;
    },
  };
}
