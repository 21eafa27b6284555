import type { Context } from 'koa';

import { accountRoutes, customerIn } from '../checkout/account-routes.ts';
import type { CheckoutBook } from '../checkout/checkout-book.ts';
import { checkoutRoutes } from '../checkout/checkout-routes.ts';
import { bytesOf } from '../graphql/theme-node.ts';
import { firmsOf } from '../shops/commerce/customers.ts';
import type { ShopState, ShopTheme } from '../shops/shop-state.ts';
import { appProxy, type ProxyParts } from './app-proxy.ts';
import type { CartBook } from './cart-book.ts';
import { cartOf, cartRoutes } from './cart-routes.ts';
import type { Cart } from './cart.ts';
import { platformHeaders } from './headers.ts';
import type { Visitor } from './page-scope.ts';
import { renderPage } from './render-page.ts';
import { storefrontOf } from './storefront-state.ts';

/** Path patterns and the template that draws them. */
const TEMPLATES: readonly (readonly [pattern: RegExp, template: string])[] = [
  [/^\/$/, 'index'],
  [/^\/products\/[\w-]+$/, 'product'],
  [/^\/collections\/[\w-]+$/, 'collection'],
  [/^\/collections$/, 'list-collections'],
  [/^\/cart$/, 'cart'],
  [/^\/search$/, 'search'],
  [/^\/pages\/contact$/, 'page.contact'],
  [/^\/pages\/[\w-]+$/, 'page'],
  [/^\/password$/, 'password'],
];

/** What the storefront works with beside the shops themselves. */
export interface StorefrontParts extends ProxyParts {
  readonly carts: CartBook;
  readonly checkouts: CheckoutBook;
  readonly save: () => void;
}

/** The public face of a shop: pages of its published theme, cart, checkout and account, its policies, its assets. */
export function storefront(parts: StorefrontParts) {
  return async (ctx: Context, shop: ShopState): Promise<void> => {
    const theme = shop.themes.find(({ role }) => role === 'MAIN');
    if (!theme) return void (ctx.status = 404);
    if (storefrontOf(shop).isGuarded && ctx.get('Signature') === '') return challenge(ctx);
    if (ctx.path.startsWith('/cdn/shop/t/')) return asset(ctx, theme);
    const { locale, path, root } = localeOf(ctx);
    const isReading = ctx.method === 'GET' || ctx.method === 'HEAD';

    const primary = shop.domains.find(({ isPrimary }) => isPrimary)?.host ?? shop.domain;
    const host = ctx.host.replace(/:\d+$/, '').toLowerCase();
    const isPage = !path.startsWith('/policies/') && path !== '/robots.txt';
    if (isPage && isReading && host !== primary) return redirect(ctx, shop, 301, `https://${primary}${ctx.url}`);
    if (isPage && shop.storefrontPassword.isEnabled && path !== '/password')
      return redirect(ctx, shop, 302, `https://${primary}/password`);
    if (await liveRoutes(ctx, shop, { locale, path, root }, parts)) return;
    if (!isReading) return void (ctx.status = 405);
    if (path.startsWith('/policies/')) return policy(ctx, shop, theme);
    if (path === '/robots.txt') return robots(ctx, theme);
    if (!shop.storefrontPassword.isEnabled && path === '/password')
      return redirect(ctx, shop, 302, `https://${primary}/`);

    const template = TEMPLATES.find(([pattern]) => pattern.test(path))?.[1] ?? '404';
    platformHeaders(ctx, shop, template, locale);
    ctx.status = template === '404' ? 404 : 200;
    ctx.type = 'html';
    ctx.body = renderPage(shop, theme, { template, path }, visitorOf(ctx, shop, locale, parts));
  };
}

/** What does something, or knows the visitor. */
async function liveRoutes(
  ctx: Context,
  shop: ShopState,
  { locale, path, root }: ReturnType<typeof localeOf>,
  parts: StorefrontParts,
): Promise<boolean> {
  const customerId = customerIn(ctx, shop);
  const beginCheckout = (_shop: ShopState, { token, lines, attributes }: Cart) => {
    const kept = { lines: [...lines], attributes: { ...attributes } };
    const begun = parts.checkouts.begin({ shop: shop.domain, cartToken: token, locale, customerId, ...kept });
    return `/checkouts/${begun.token}`;
  };
  const nowMs = parts.clock.nowMs;
  return (
    (await cartRoutes(ctx, shop, path, root, { carts: parts.carts, beginCheckout })) ||
    (await appProxy(ctx, shop, { path, customerId }, parts)) ||
    (await checkoutRoutes(ctx, shop, path, { ...parts, nowMs })) ||
    accountRoutes(ctx, shop, path, locale)
  );
}

/** Shopify puts a language that is not the shop's first before the path; a page may be asked for in one, too. */
function localeOf(ctx: Context): { locale: Visitor['locale']; path: string; root: string } {
  const isHindi = ctx.path === '/hi' || ctx.path.startsWith('/hi/');
  if (isHindi) return { locale: 'hi', path: ctx.path.slice(3) || '/', root: '/hi' };
  return { locale: ctx.query['locale'] === 'hi' ? 'hi' : 'en', path: ctx.path, root: '' };
}

function visitorOf(ctx: Context, shop: ShopState, locale: Visitor['locale'], parts: StorefrontParts): Visitor {
  const id = customerIn(ctx, shop);
  const provinceCode = id === null ? null : (firmsOf(shop, id)[0]?.company.provinceCode ?? shop.address.provinceCode);
  return { locale, cart: cartOf(ctx, shop, parts.carts), customer: id === null ? null : { id, provinceCode } };
}

/** As bot defence answers a visitor that it takes for a machine. */
function challenge(ctx: Context): void {
  ctx.status = 403;
  ctx.set('cf-mitigated', 'challenge');
  ctx.type = 'html';
  ctx.body = '<!doctype html><title>Just a moment...</title>';
}

function redirect(ctx: Context, shop: ShopState, status: 301 | 302, location: string): void {
  platformHeaders(ctx, shop, 'redirect');
  ctx.redirect(location);
  ctx.status = status;
}

function asset(ctx: Context, theme: ShopTheme): void {
  const name = decodeURIComponent(ctx.path.slice(ctx.path.indexOf('/assets/') + 1));
  const file = theme.files[name] ?? theme.files[`${name}.liquid`];
  if (!file || !name.startsWith('assets/')) return void (ctx.status = 404);
  ctx.type = name.slice(name.lastIndexOf('.'));
  ctx.set('Cache-Control', 'public, max-age=31557600');
  ctx.body = bytesOf(file);
}

function policy(ctx: Context, shop: ShopState, theme: ShopTheme): void {
  const wanted = ctx.path.slice('/policies/'.length).toUpperCase().replaceAll('-', '_');
  const found = shop.policies.find(({ type }) => type === wanted);
  platformHeaders(ctx, shop, 'policy');
  ctx.status = found ? 200 : 404;
  ctx.type = 'html';
  ctx.body = renderPage(shop, theme, { template: found ? 'page' : '404', path: ctx.path, policy: found });
}

function robots(ctx: Context, theme: ShopTheme): void {
  ctx.type = 'text';
  ctx.body = theme.files['templates/robots.txt.liquid']?.content ?? 'User-agent: *\nDisallow: /cart\n';
}
