/** The shop's products, as far as tax and labels ask. */
export interface Catalogue {
  /** At most 20,000 variants in all. */
  readonly products: readonly Product[];
  /** Products beyond those: of them nothing is known. */
  readonly moreProducts: number;
}

export interface Product {
  /** "gid://shopify/Product/1" */
  readonly id: string;
  readonly title: string;
  readonly status: 'ACTIVE' | 'ARCHIVED' | 'DRAFT' | 'UNLISTED';
  readonly vendor: string;
  /** Shopify's category, "Apparel & Accessories > Clothing > …". */
  readonly category: string | null;
  /** Our metafield on the product, for all its variants. */
  readonly hsnMetafield: string | null;
  readonly variants: readonly Variant[];
}

export interface Variant {
  /** "gid://shopify/ProductVariant/1" */
  readonly id: string;
  /** "Default Title" where the product has one variant. */
  readonly title: string;
  readonly sku: string | null;
  readonly pricePaise: number;
  readonly isTaxable: boolean;
  /** Our metafield on the variant: the only place that can hold four digits. */
  readonly hsnMetafield: string | null;
  /** Shopify's code for India, 6 to 13 digits. */
  readonly hsnForIndia: string | null;
  /** Shopify's code for all countries, 6 to 13 digits. */
  readonly hsnForAll: string | null;
  readonly originCountryCode: string | null;
}
