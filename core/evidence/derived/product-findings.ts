import { atProduct } from './admin-paths.ts';
import { variantName } from './hsn-code.ts';
import type { Product, Variant } from '../catalogue.ts';

const MOST_VARIANTS = 5;
const LONGEST_NAME = 60;

/** An alert for each of thousands of products is read by nobody: further ones are counted in one finding. */
export const MOST_PRODUCTS = 100;

/** What a finding about a product holds in any case. */
export function aboutProduct(product: Product) {
  return { subject: product.id, ...atProduct(product.id) };
}

export function nameOf({ title }: Product): string {
  return title.slice(0, LONGEST_NAME);
}

/** "S, M, L +4"; null where the product has no variants to tell apart. */
export function namesOf(variants: readonly Variant[]): string | null {
  const names = variants.map(variantName).filter((name) => name !== null);
  if (names.length === 0) return null;
  const rest = names.length - MOST_VARIANTS;
  const first = names.slice(0, MOST_VARIANTS).map((name) => name.slice(0, LONGEST_NAME));
  return first.join(', ') + (rest > 0 ? ` +${rest}` : '');
}
