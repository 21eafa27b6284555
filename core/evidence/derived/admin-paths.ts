const GID = /^gid:\/\/shopify\/(\w+)\/(\d{1,20})$/;

/** For a finding: the page of the Shopify admin about an order. Nothing for an id that is none of Shopify's. */
export function atOrder({ id }: { readonly id: string }): { readonly adminPath?: string } {
  return at('/orders', 'Order', id);
}

/** The same of a product. */
export function atProduct(productId: string): { readonly adminPath?: string } {
  return at('/products', 'Product', productId);
}

function at(page: string, kind: string, gid: string): { readonly adminPath?: string } {
  const [, named, number] = GID.exec(gid) ?? [];
  return named === kind ? { adminPath: `${page}/${number}` } : {};
}
