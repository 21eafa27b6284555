import type { Instant } from '../time.ts';

/** The shop's orders of the last 60 days, as far as tax asks: no name, phone, street or PIN of a buyer. */
export interface OrderBook {
  /** Orders placed from this instant on were asked for. */
  readonly since: Instant;
  /** Oldest first, at most 50,000; test orders are left out. */
  readonly orders: readonly Order[];
  /** Orders beyond those, the oldest: of them nothing is known. */
  readonly moreOrders: number;
}

export interface Order {
  /** "gid://shopify/Order/1" */
  readonly id: string;
  /** Shopify's own name, "#1001": no invoice number. */
  readonly name: string;
  readonly placedAt: Instant;
  /** Of every amount here; tax is judged in INR alone. */
  readonly currencyCode: string;
  readonly isCancelled: boolean;
  /** Whether the amounts of lines hold the tax already. */
  readonly taxesIncluded: boolean;
  /** The buyer was marked as exempt. */
  readonly isTaxExempt: boolean;
  readonly shipTo: OrderArea | null;
  readonly billTo: OrderArea | null;
  /** Ids of the locations that sent the goods, or are to send them. Empty: not known. */
  readonly dispatchedFrom: readonly string[];
  /** At most 250. */
  readonly lines: readonly OrderLine[];
  readonly shipping: readonly ShippingLine[];
  /** As typed by the buyer or kept by the shop, unjudged. */
  readonly buyerGstins: readonly BuyerGstin[];
  /** What the shop or its invoice app wrote down as the invoice's number, unjudged. */
  readonly invoiceNumber: string | null;
  /** Handle or name of the app or channel that made the order: "web", "pos". */
  readonly channel: string | null;
}

/** Shopify's zone code, "MH", not the GST number. */
export interface OrderArea {
  readonly provinceCode: string | null;
  readonly countryCode: string | null;
}

export interface OrderLine {
  readonly title: string;
  readonly sku: string | null;
  /** Null for a line made by hand, for a deleted product, and without read_products. */
  readonly variantId: string | null;
  readonly vendor: string | null;
  readonly quantity: number;
  readonly isTaxable: boolean;
  /** For the whole line after every discount; with tax where the order's taxesIncluded. */
  readonly amountPaise: number;
  readonly taxes: readonly OrderTax[];
}

export interface ShippingLine {
  readonly title: string;
  /** After discounts; with tax where the order's taxesIncluded. */
  readonly amountPaise: number;
  readonly taxes: readonly OrderTax[];
}

/** One tax line as Shopify wrote it. Titles are free text; a line may hold several of one title. */
export interface OrderTax {
  readonly title: string;
  /** Parts per million: 18% is 180,000. */
  readonly ratePpm: number;
  readonly paise: number;
}

export const BUYER_GSTIN_PLACES = ['cart-attribute', 'checkout-field', 'order-metafield', 'company'] as const;
export type BuyerGstinPlace = (typeof BUYER_GSTIN_PLACES)[number];

export interface BuyerGstin {
  readonly place: BuyerGstinPlace;
  /** At most 60 characters. */
  readonly text: string;
}

/** Tax numbers of B2B companies, by order. A kind of its own: it takes another scope. */
export interface CompanyBuyer {
  readonly orderId: string;
  readonly text: string;
}
