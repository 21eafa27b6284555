import { SHOP_DEFECTS } from '../defects.ts';
import { cleanShop } from './clean-shop.ts';
import type { ShopState } from './shop-state.ts';

/** Both shops as they are on the first day: one with every defect planted, and its twin with none. */
export function firstShops(nowIso: string): ShopState[] {
  const planted = cleanShop({ handle: 'vastra-niketan', name: 'Vastra Niketan (invented)', id: 55_100_001 });
  for (const defect of SHOP_DEFECTS) defect.plant(planted, nowIso);
  return [planted, cleanShop({ handle: 'saaf-dukaan', name: 'Saaf Dukaan (invented)', id: 55_100_002 })];
}
