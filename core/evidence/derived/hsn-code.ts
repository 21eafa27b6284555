import type { Product, Variant } from '../catalogue.ts';

/** Our field on the variant, ours on the product, Shopify's code for India, Shopify's code for all countries. */
export type HsnPlace = 'variant-field' | 'product-field' | 'shopify-india' | 'shopify';

/** Shopify's name for the only variant of a product that has no options. */
const ONLY_VARIANT = 'Default Title';

/**
 * The HSN code written down for a variant: our metafield on the variant, ours on the product, Shopify's code for
 * India, Shopify's code for all countries. As typed, unjudged; null when none of the four holds anything.
 */
export function hsnCodeOf(product: Product, variant: Variant): string | null {
  return hsnPlaceOf(product, variant)?.code ?? null;
}

/** The same with the place that holds it. */
export function hsnPlaceOf(
  product: Product,
  variant: Variant,
): { readonly place: HsnPlace; readonly code: string } | null {
  const places: readonly (readonly [HsnPlace, string | null])[] = [
    ['variant-field', variant.hsnMetafield],
    ['product-field', product.hsnMetafield],
    ['shopify-india', variant.hsnForIndia],
    ['shopify', variant.hsnForAll],
  ];
  for (const [place, text] of places) {
    const code = text?.trim() ?? '';
    if (code !== '') return { place, code };
  }
  return null;
}

/** Whether customers can buy it: an unlisted product is sold to whoever has its link. */
export function isOnSale({ status }: Product): boolean {
  return status === 'ACTIVE' || status === 'UNLISTED';
}

/** A variant's own name; null where the product's name says it all. */
export function variantName({ title }: Variant): string | null {
  return title === ONLY_VARIANT ? null : title;
}
