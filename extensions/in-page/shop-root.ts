/** What themes are told of the shop's addresses. */
interface ShopGlobal {
  readonly routes?: { readonly root?: unknown };
}

/**
 * Where addresses of the shop begin in the buyer's language: "/" or "/hi/". From the theme's global, else from `given`,
 * which the page's Liquid wrote; never another host.
 */
export function shopRoot(given: string): string {
  const { Shopify } = globalThis as { Shopify?: ShopGlobal };
  for (const root of [Shopify?.routes?.root, given]) {
    if (typeof root === 'string' && /^\/(?![/\\])/.test(root)) return root.endsWith('/') ? root : `${root}/`;
  }
  return '/';
}
