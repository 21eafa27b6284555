import type { Context } from 'koa';

import { bytesOf } from '../graphql/theme-node.ts';
import type { ShopState, ShopTheme } from '../shops/shop-state.ts';
import { platformHeaders } from './headers.ts';
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

/** The public face of a shop: pages of its published theme, its policies, its assets. */
export function storefront(ctx: Context, shop: ShopState): void {
  const theme = shop.themes.find(({ role }) => role === 'MAIN');
  if (!theme) return void (ctx.status = 404);
  if (storefrontOf(shop).isGuarded && ctx.get('Signature') === '') return challenge(ctx);
  if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return void (ctx.status = 405);
  if (ctx.path.startsWith('/cdn/shop/t/')) return asset(ctx, theme);
  if (ctx.path.startsWith('/policies/')) return policy(ctx, shop, theme);
  if (ctx.path === '/robots.txt') return robots(ctx, theme);

  const primary = shop.domains.find(({ isPrimary }) => isPrimary)?.host ?? shop.domain;
  const host = ctx.host.replace(/:\d+$/, '').toLowerCase();
  if (host !== primary) return redirect(ctx, shop, 301, `https://${primary}${ctx.url}`);
  if (shop.storefrontPassword.isEnabled && ctx.path !== '/password')
    return redirect(ctx, shop, 302, `https://${primary}/password`);
  if (!shop.storefrontPassword.isEnabled && ctx.path === '/password')
    return redirect(ctx, shop, 302, `https://${primary}/`);

  const template = TEMPLATES.find(([pattern]) => pattern.test(ctx.path))?.[1] ?? '404';
  platformHeaders(ctx, shop, template);
  ctx.status = template === '404' ? 404 : 200;
  ctx.type = 'html';
  ctx.body = renderPage(shop, theme, { template, path: ctx.path });
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
  ctx.body = renderPage(shop, theme, { template: found ? 'page' : '404', path: ctx.path, page: found });
}

function robots(ctx: Context, theme: ShopTheme): void {
  ctx.type = 'text';
  ctx.body = theme.files['templates/robots.txt.liquid']?.content ?? 'User-agent: *\nDisallow: /cart\n';
}
