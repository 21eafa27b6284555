import type { Catalogue, Product, Variant } from '../catalogue.ts';

/** A variant with the product that it belongs to. */
export interface SoldThing {
  readonly product: Product;
  readonly variant: Variant;
}

/** The catalogue by variant id; empty where that evidence is missing. */
export function productsByVariant(catalogue: Catalogue | undefined): ReadonlyMap<string, SoldThing> {
  const byVariant = new Map<string, SoldThing>();
  for (const product of catalogue?.products ?? []) {
    for (const variant of product.variants) byVariant.set(variant.id, { product, variant });
  }
  return byVariant;
}
