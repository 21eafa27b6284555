import { randomUUID } from 'node:crypto';

import type { Context } from 'koa';

import type { ShopState } from '../shops/shop-state.ts';
import { storefrontOf } from './storefront-state.ts';

const PLATFORM_COOKIES = [
  'localization=IN; path=/; max-age=31536000; secure; SameSite=Lax',
  '_shopify_essential=:AZ-of-nobody:; path=/; max-age=31536000; HttpOnly; secure; SameSite=Lax',
];

/** Headers as a shop on the platform sends them with its pages. */
export function platformHeaders(ctx: Context, shop: ShopState, template: string, locale = 'en'): void {
  ctx.set({
    'Strict-Transport-Security': 'max-age=7889238',
    'X-Frame-Options': 'DENY',
    'Content-Security-Policy': "block-all-mixed-content; frame-ancestors 'none'; upgrade-insecure-requests;",
    'X-Content-Type-Options': 'nosniff',
    'X-XSS-Protection': '1; mode=block',
    'X-Download-Options': 'noopen',
    'X-Permitted-Cross-Domain-Policies': 'none',
    'Powered-By': 'Shopify',
    'X-ShopId': String(shop.id),
    'X-Request-Id': randomUUID(),
    'Server-Timing': `processing;dur=12, pageType;desc="${template}", theme;desc="${shop.themes[0]?.id ?? 0}"`,
    'Content-Language': `${locale}-IN`,
    Vary: 'Accept',
  });
  ctx.append('Set-Cookie', [...PLATFORM_COOKIES, ...storefrontOf(shop).cookies]);
}
