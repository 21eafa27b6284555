const GID = /^gid:\/\/shopify\/\w+\/(\d{1,20})$/;

/** For a finding: the page of the Shopify admin about a product. Nothing for an id that is none of Shopify's. */
export function atProduct(productId: string): { readonly adminPath?: string } {
  const product = numberOf(productId);
  return product === null ? {} : { adminPath: `/products/${product}` };
}

/** The page about one variant, else the one about its product. */
export function atVariant(productId: string, variantId: string): { readonly adminPath?: string } {
  const page = atProduct(productId);
  const variant = numberOf(variantId);
  return page.adminPath === undefined || variant === null
    ? page
    : { adminPath: `${page.adminPath}/variants/${variant}` };
}

function numberOf(gid: string): string | null {
  return GID.exec(gid)?.[1] ?? null;
}
