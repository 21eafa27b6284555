import { STATES } from '../../../core/data/states.ts';
import type { ShopState } from '../shop-state.ts';
import type { OrderSlip } from './commerce-state.ts';
import { pick } from './pick.ts';
import type { Area } from './order.ts';

/** Shopify's own 37 zones: two for code 26, and none of the newer codes that other lists use. */
const ZONES = [...STATES.flatMap(({ zones: [zone] }) => zone ?? []), 'DD'];

/** Every fourth order goes round the whole country, so that each zone has one; of the others a third stay at home. */
export function areaOf(
  shop: ShopState,
  number: number,
  buyerZone: string | null,
  hasSlip: (slip: OrderSlip) => boolean,
): Area {
  if (hasSlip('untaxed-export')) return { provinceCode: 'DU', countryCode: 'AE' };
  if (hasSlip('sent-from-surat')) return { provinceCode: 'GJ', countryCode: 'IN' };
  return { provinceCode: buyerZone ?? zoneOf(shop, number), countryCode: 'IN' };
}

export function zoneOf({ id }: ShopState, number: number): string {
  if (number % 4 === 1) return ZONES[Math.floor(number / 4) % ZONES.length] ?? 'MH';
  const draw = pick(id, number, 'zone', 100);
  if (draw < 34) return 'MH';
  if (draw < 48) return 'KA';
  return ['DL', 'TN', 'UP', 'GJ', 'TS', 'WB', 'HR', 'RJ'][draw % 8] ?? 'DL';
}
