import type { ShopState } from '../shop-state.ts';
import type { ShopProduct } from './commerce-state.ts';
import type { Area, ChargedTax } from './order.ts';

/** Shopify's tax of the country: what a product without an override is charged. */
const COUNTRY_PERCENT = 18;

export function percentOf({ commerce }: ShopState, product: ShopProduct | null): number {
  return commerce.taxOverrides.find(({ collection }) => collection === product?.collection)?.percent ?? COUNTRY_PERCENT;
}

/**
 * The tax lines that Shopify would write: by the State of delivery alone, as its table is set, on a price that holds
 * the tax. Nothing abroad. Each head is rounded by itself, half up.
 */
export function chargedTaxes({ taxTable }: ShopState, to: Area, percent: number, paise: number): ChargedTax[] {
  if (to.countryCode !== 'IN') return [];
  const home = taxTable.setting === 'shopify-default' ? 'KA' : taxTable.homeProvinceCode;
  const wholePpm = percent * 10_000;
  const taxAt = (title: string, ratePpm: number) => ({
    title,
    ratePpm,
    paise: Math.round((paise * ratePpm) / (1_000_000 + wholePpm)),
  });
  if (to.provinceCode !== home) return [taxAt('IGST', wholePpm)];
  return [taxAt('CGST', wholePpm / 2), taxAt('SGST', wholePpm / 2)];
}
