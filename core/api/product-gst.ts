import type { Text } from '../text.ts';
import type { Day, Instant } from '../time.ts';

/** GET /api/products/:id/gst (id: the digits of the product's gid). Read live. */
export interface ProductGst {
  readonly id: string;
  readonly title: string;
  readonly asOf: Instant;
  /** Our own field on the product, for all its variants. */
  readonly hsn: string | null;
  readonly variants: readonly VariantGst[];
  readonly moreVariants: boolean;
  /** Words about a permission that is missing, and what to do; null: none is. */
  readonly missing: Text | null;
  /** Whether this person may mend in place; `mendScopes` are asked for when she does. */
  readonly mayMend: boolean;
  readonly mendScopes: readonly string[];
}

export interface VariantGst {
  readonly id: string;
  readonly title: string;
  readonly sku: string | null;
  readonly pricePaise: number;
  /** The code that counts, and which of the four places holds it. */
  readonly hsn: string | null;
  readonly hsnFrom: 'variant-field' | 'product-field' | 'shopify-india' | 'shopify' | null;
  /** What is to be said of the code: good, missing, too short for the turnover, no such heading, … */
  readonly verdict: { readonly isGood: boolean; readonly sentence: Text };
  /** Rates by price and day for this code: the band of today's price is marked. Empty: none known. */
  readonly rates: readonly RateBand[];
  /** ISO code; null: not given, which labels must have for imports. */
  readonly originCountryCode: string | null;
}

export interface RateBand {
  /** Parts per million; null: no rate is known for it. */
  readonly ratePpm: number;
  /** Of one piece, in paise: from (more than), up to and including. Null: no limit. */
  readonly abovePaise: number | null;
  readonly upToPaise: number | null;
  readonly from: Day;
  readonly until: Day | null;
  readonly isOfToday: boolean;
  /** The row of the law could not be confirmed: it informs. */
  readonly isVerified: boolean;
  readonly source: string;
}

/**
 * PUT /api/products/:id/gst, manager. Answer: the product anew, and what it held before, so that it can be put back by
 * the same call. Null clears. `variantId` null: the field of the product, for all variants.
 */
export interface ProductMend {
  readonly variantId: string | null;
  readonly hsn?: string | null;
  readonly originCountryCode?: string | null;
}

export interface ProductMended {
  readonly product: ProductGst;
  readonly before: ProductMend;
}
