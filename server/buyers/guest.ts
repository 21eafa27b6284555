/** Who speaks for an extension in a buyer's page, as the verified token says. */
export interface Guest {
  readonly shop: string;
  /** "gid://shopify/Customer/1" of whoever is signed in; null: nobody is. */
  readonly customer: string | null;
}
