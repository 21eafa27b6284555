import type { Middleware } from './state.ts';

/** Who may frame a page: the shop's own admin, or nobody. */
export function frameAncestors(shop: string | undefined, adminOrigin: string | undefined): string {
  if (shop === undefined) return "frame-ancestors 'none'";
  return [
    'frame-ancestors',
    `https://${shop}`,
    'https://admin.shopify.com',
    ...(adminOrigin ? [adminOrigin] : []),
  ].join(' ');
}

/** The page's whole policy: our own files and Shopify's App Bridge, nothing else. Polaris sets style attributes. */
export function pagePolicy({
  shop,
  appBridgeUrl,
  adminOrigin,
}: {
  shop: string | undefined;
  appBridgeUrl: string;
  adminOrigin: string | undefined;
}): string {
  const appBridge = new URL(appBridgeUrl).origin;
  return [
    "default-src 'none'",
    `script-src 'self' ${appBridge}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https://cdn.shopify.com",
    "font-src 'self' https://cdn.shopify.com",
    `connect-src 'self' ${appBridge} https://monorail-edge.shopifysvc.com`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    frameAncestors(shop, adminOrigin),
  ].join('; ');
}

/**
 * For every answer, set before anything else can answer. What is not a page is never framed; what is not an asset is
 * never kept by a browser or a proxy for the next person.
 */
export const securityHeaders: Middleware = async (ctx, next) => {
  ctx.set({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  });
  if (ctx.secure) ctx.set('Strict-Transport-Security', 'max-age=31536000');
  await next();
};
