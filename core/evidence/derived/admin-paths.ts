const GID = /^gid:\/\/shopify\/\w+\/(\d{1,20})$/;

/** Page of the Shopify admin about a product; undefined for an id that is none of Shopify's. */
export function productPath(productId: string): string | undefined {
  const product = numberOf(productId);
  return product && `/products/${product}`;
}

/** Page of one variant of a product. */
export function variantPath(productId: string, variantId: string): string | undefined {
  const product = productPath(productId);
  const variant = numberOf(variantId);
  return product && variant && `${product}/variants/${variant}`;
}

function numberOf(gid: string): string | undefined {
  return GID.exec(gid)?.[1];
}
