const GID = /^gid:\/\/shopify\/\w+\/(\d{1,20})$/;

/** For a finding: the page of the Shopify admin about a product. Nothing for an id that is none of Shopify's. */
export function atProduct(productId: string): { readonly adminPath?: string } {
  const number = GID.exec(productId)?.[1];
  return number === undefined ? {} : { adminPath: `/products/${number}` };
}
