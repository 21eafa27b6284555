import { randomBytes } from 'node:crypto';

import type { Cart } from './cart.ts';

const AT_MOST = 1_000;

/** Carts of all visitors, in memory: they are gone when the sandbox stops. The oldest make room. */
export interface CartBook {
  find(shop: string, token: string | undefined): Cart | null;
  open(shop: string): Cart;
  forget(token: string): void;
}

export function cartBook(): CartBook {
  const carts = new Map<string, Cart>();
  return {
    find(shop, token) {
      const cart = token === undefined ? undefined : carts.get(token);
      return cart?.shop === shop ? cart : null;
    },
    open(shop) {
      const oldest = carts.size >= AT_MOST ? carts.keys().next().value : undefined;
      if (oldest !== undefined) carts.delete(oldest);
      const cart: Cart = { token: randomBytes(16).toString('hex'), shop, lines: [], attributes: {}, note: '' };
      carts.set(cart.token, cart);
      return cart;
    },
    forget: (token) => void carts.delete(token),
  };
}
