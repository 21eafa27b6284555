import type { PROXY_FAULTS } from './app-proxy.ts';
import type { ShopState } from '../shops/shop-state.ts';

/** What a shop's own apps and settings add to its storefront. */
export interface StorefrontState {
  /** Set-Cookie lines beside the platform's. */
  cookies: string[];
  /** Bot defence sends away whoever brings no crawler signature. */
  isGuarded: boolean;
  /** Releases of apps' scripts that took the place of the first ones, by handle. */
  releases?: Record<string, number>;
  /** How calls of the app proxy go wrong; absent: they do not. */
  proxyFault?: (typeof PROXY_FAULTS)[number] | null;
  /** The cart page's section is an older one: its form has no id, and blocks stand inside it. */
  hasOldCart?: boolean;
}

export function storefrontOf(shop: ShopState): StorefrontState {
  return (shop.storefront ??= { cookies: [], isGuarded: false });
}
