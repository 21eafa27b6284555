/** What a shop sells and how it writes its orders up. Orders themselves are not kept: orders.ts makes them of this. */
export interface Commerce {
  products: ShopProduct[];
  /** The merchant's rates for collections; a product of a collection without one is taxed at the country's 18%. */
  taxOverrides: TaxOverride[];
  /** A discount that Shopify gives by itself on one product. */
  sale: { handle: string; percentOff: number };
  companies: ShopCompany[];
  /** What went wrong with single orders. */
  slips: OrderSlip[];
  /** Orders of the last 58 days: a small shop's 160, or a season's thousands. */
  ordersHeld: number;
}

export const ORDERS_HELD = [160, 2_000, 50_000] as const;

export type Collection = 'everyday' | 'premium' | 'kitchen' | 'silver';

export interface TaxOverride {
  readonly collection: Collection;
  readonly percent: number;
}

/** Each befalls one order in 58 days. */
export type OrderSlip =
  | 'sent-from-surat'
  | 'own-name-as-invoice-number'
  | 'invoice-number-twice'
  | 'invoice-gap'
  | 'mistyped-gstin'
  | 'look-alike-gstin'
  | 'untaxed-export'
  | 'card-in-note'
  | 'aadhaar-in-note'
  | 'sold-by-marketplace-app';

export interface ShopProduct {
  readonly id: number;
  readonly handle: string;
  title: string;
  status: 'ACTIVE' | 'DRAFT';
  vendor: string;
  category: string;
  collection: Collection;
  /** Our own metafield on the product. */
  hsnMetafield: string | null;
  variants: ShopVariant[];
  updatedAt: string;
}

export interface ShopVariant {
  readonly id: number;
  title: string;
  sku: string;
  /** With tax, as the shop's prices are. */
  pricePaise: number;
  hsnForAll: string | null;
  hsnForIndia: string | null;
  originCountryCode: string | null;
}

/** A firm that buys on account, with one place that orders. */
export interface ShopCompany {
  readonly id: number;
  readonly name: string;
  readonly provinceCode: string;
  taxRegistrationId: string | null;
}
