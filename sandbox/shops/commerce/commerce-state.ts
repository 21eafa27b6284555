import type { Area, ChargedTax, SandboxShipping } from './order.ts';

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
  /** Orders that somebody placed in the storefront, oldest first; absent: nobody did. */
  placed?: PlacedOrder[];
  /** What the app wrote onto orders, by the order's id and the field's key; null where it took a value away. */
  orderFields?: Record<string, Record<string, string | null>>;
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
  /** Our own metafield on this variant; absent: nobody wrote one. */
  hsnMetafield?: string | null;
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

/** An order as it was placed. Its taxes are those of that moment, whatever is mended later. */
export interface PlacedOrder {
  readonly nth: number;
  /** Of its checkout, and of its pages. */
  readonly token: string;
  readonly confirmationNumber: string;
  readonly customerId: number;
  readonly companyId: number | null;
  readonly placedAt: string;
  readonly shipTo: Area;
  readonly lines: readonly PlacedLine[];
  readonly shipping: SandboxShipping;
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
}

export interface PlacedLine {
  readonly title: string;
  readonly variantId: number;
  readonly unitPaise: number;
  readonly quantity: number;
  readonly ownDiscountPaise: number;
  readonly taxes: readonly ChargedTax[];
}
