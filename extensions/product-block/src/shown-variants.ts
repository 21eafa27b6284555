import type { VariantGst } from '../../../core/api/product-gst.ts';

/** So many stand there at first, and with each "show more". */
export const AT_ONCE = 20;

export interface Choice {
  /** Part of a title, SKU or code. */
  readonly text: string;
  readonly onlyToMend: boolean;
}

/** Variants that a merchant asked for, in the order of the product. */
export function chosenVariants(variants: readonly VariantGst[], { text, onlyToMend }: Choice): VariantGst[] {
  const wanted = text.trim().toLowerCase();
  return variants.filter((variant) => {
    if (onlyToMend && !needsWork(variant)) return false;
    const places = [variant.title, variant.sku, variant.hsn];
    return wanted === '' || places.some((place) => place?.toLowerCase().includes(wanted));
  });
}

/** A code that is not good, or no country of origin. */
export function needsWork({ verdict, originCountryCode }: VariantGst): boolean {
  return !verdict.isGood || originCountryCode === null;
}
