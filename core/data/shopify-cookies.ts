/**
 * Cookies that Shopify itself sets and that look like a sign-in; a name may go on behind these words. Source: the cookie
 * lists that Shopify gives its shops, as shop.solotech.com, belly-labs.com and mosaicshop.it publish them (read
 * 2026-11-22).
 */
const SHOPIFY_SESSION_COOKIES = [
  '_secure_session_id',
  '_secure_account_session_id',
  '_customer_account_shop_sessions',
  'checkout_session_lookup',
  'checkout_session_token_',
  '_identity_session',
  '_pay_session',
  '_shopify_',
];

export function isShopifyCookie(name: string): boolean {
  return SHOPIFY_SESSION_COOKIES.some((start) => name.startsWith(start));
}
