import type { ShopState } from '../shops/shop-state.ts';

/** What the app wrote into its own installation, and what runs on the shop's pages that only a browser sees. */
export interface BeaconState {
  /** The app's own metafields, by "namespace.key". */
  metafields: Record<string, OwnMetafield>;
  /** Those on the shop itself, in the same way; absent: none. */
  shopMetafields?: Record<string, OwnMetafield>;
  /** A tag manager stands on each page, and loads a script that no page names. */
  hasLateScripts: boolean;
}

export interface OwnMetafield {
  readonly type: string;
  readonly value: string;
  readonly updatedAt: string;
}

export function beaconOf(shop: ShopState): BeaconState {
  return (shop.beacon ??= { metafields: {}, hasLateScripts: false });
}
