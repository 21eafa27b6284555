const ADMIN_ORIGIN = 'https://admin.shopify.com';
/** As shopify.app.toml says it. */
const APP_HANDLE = 'prahari';
const SHOP_ENDING = '.myshopify.com';

/** Where a page of ours stands inside a shop's admin: what mails, posts and papers link to. */
export type AdminLink = (shop: string, path: string) => string;

/** `path` is one of our pages, "/alerts". Development: the admin's origin is the sandbox's. */
export function adminLinks({ origin = ADMIN_ORIGIN }: { readonly origin?: string | undefined } = {}): AdminLink {
  return (shop, path) => {
    const handle = shop.endsWith(SHOP_ENDING) ? shop.slice(0, -SHOP_ENDING.length) : shop;
    return `${origin}/store/${encodeURIComponent(handle)}/apps/${APP_HANDLE}${path === '/' ? '' : path}`;
  };
}
