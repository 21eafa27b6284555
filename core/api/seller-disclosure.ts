import type { Instant } from '../time.ts';

/** In the order of the form: the seller, then the officer. */
export const SELLER_FIELDS = [
  'legalName',
  'gstin',
  'address',
  'email',
  'phone',
  'officerName',
  'officerTitle',
  'officerEmail',
  'officerPhone',
] as const;
export type SellerField = (typeof SELLER_FIELDS)[number];

/**
 * What the Consumer Protection (E-Commerce) Rules 2020 ask a seller to show, as the merchant wrote it. GET and PUT
 * /api/seller-disclosure, DELETE: manager. The block "Verified GST seller" reads it as app.metafields.prahari.seller.
 */
export type SellerDisclosure = Readonly<Record<SellerField, string>>;

export interface SellerDisclosureState {
  /** Null: nothing is shown. */
  readonly shown: SellerDisclosure | null;
  readonly updatedAt: Instant | null;
  /** What can be filled in already: from registrations and the look-up. */
  readonly suggested: Partial<SellerDisclosure>;
  /**
   * Whether the block may say "verified": a service told that the number is active, under this name, and not long ago.
   * Otherwise the block shows the figures without the word.
   */
  readonly verifiedAsOf: Instant | null;
  /** Each opens the theme editor with one of our blocks. */
  readonly editorUrls: {
    readonly seller: string;
    readonly cart: string;
    /** For themes without app blocks. */
    readonly cartEmbed: string;
  };
}
