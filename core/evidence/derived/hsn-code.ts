import type { Product, Variant } from '../catalogue.ts';

/** Shopify's name for the only variant of a product that has no options. */
const ONLY_VARIANT = 'Default Title';

/**
 * The HSN code written down for a variant: our metafield on the variant, ours on the product, Shopify's code for
 * India, Shopify's code for all countries. As typed, unjudged; null when none of the four holds anything.
 */
export function hsnCodeOf(product: Product, variant: Variant): string | null {
  const places = [variant.hsnMetafield, product.hsnMetafield, variant.hsnForIndia, variant.hsnForAll];
  return places.find((text) => text !== null && text.trim() !== '')?.trim() ?? null;
}

/** Whether customers can buy it: an unlisted product is sold to whoever has its link. */
export function isOnSale({ status }: Product): boolean {
  return status === 'ACTIVE' || status === 'UNLISTED';
}

/** A variant's own name; null where the product's name says it all. */
export function variantName({ title }: Variant): string | null {
  return title === ONLY_VARIANT ? null : title;
}
