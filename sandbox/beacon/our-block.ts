import type { ShopState } from '../shops/shop-state.ts';
import { placeBlock, placesOf } from '../storefront/place-block.ts';

const BLOCK = 'script-beacon';

/** As the merchant does in the theme editor, under App embeds. */
export function embedOurBlock(shop: ShopState, isOn: boolean, nowIso: string): void {
  placeBlock(shop, { block: BLOCK, isOn }, nowIso);
}

export function isOurBlockOn(shop: ShopState): boolean {
  return placesOf(shop, BLOCK).length > 0;
}
