/**
 * Shopify's own hosts for what storefronts load. Not myshopify.com: under it each shop has a host of its own, and
 * another shop's is as foreign as any.
 */
const SHOPIFY_DOMAINS = [
  'shopify.com',
  'shopifycdn.com',
  'shopifycdn.net',
  'shopifycloud.com',
  'shopifysvc.com',
  'shop.app',
  'shopifyapps.com',
];

export function isShopifyHost(host: string): boolean {
  return SHOPIFY_DOMAINS.some((domain) => isWithin(host, domain));
}

/** The domain itself or a host under it: "cdn.shop.example" is within "shop.example", "myshop.example" is not. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
