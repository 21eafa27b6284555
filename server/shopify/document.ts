import type { Shopify } from '@shopify/shopify-api';
import { BadRequestError, NotFoundError } from '../errors.ts';
import { pagePolicy } from '../http/headers.ts';
import type { AppContext, Middleware } from '../http/state.ts';
import { BOUNCE_SCRIPT, bouncePage } from './bounce.ts';
import type { VerifySessionToken } from './session-token.ts';
import { isShopName } from './shop-name.ts';

/** A file that is not there, a hidden one, and what belongs to programs: none of them is a page. */
const NO_PAGE = /\.|^\/(api|webhooks|assets)(\/|$)/;

export interface DocumentParts {
  readonly shopify: Shopify;
  readonly verify: VerifySessionToken;
  readonly clientId: string;
  readonly appBridgeUrl: string;
  readonly adminOrigin: string | undefined;
  /** The page itself. */
  readonly shell: () => string;
}

/**
 * GET of any page. In the admin's frame with a valid session token: the page, framed by that shop only. With a stale one
 * or none: the bounce page. Outside the admin: on to the admin, by an address built from checked parts.
 */
export function documents(parts: DocumentParts): Middleware {
  const bounce = bouncePage(parts);

  /** May the shop's admin frame it; null means nobody. */
  const page = (ctx: AppContext, html: string, shop: string | null): void => {
    const { appBridgeUrl, adminOrigin } = parts;
    ctx.set('Content-Security-Policy', pagePolicy({ shop: shop ?? undefined, appBridgeUrl, adminOrigin }));
    ctx.type = 'text/html; charset=utf-8';
    ctx.body = html;
  };

  return async (ctx, next) => {
    if (ctx.path === '/bounce.js') {
      ctx.type = 'text/javascript; charset=utf-8';
      ctx.body = BOUNCE_SCRIPT;
      return;
    }
    const isPage = (ctx.method === 'GET' || ctx.method === 'HEAD') && !NO_PAGE.test(ctx.path);
    if (!isPage) {
      await next();
      return;
    }
    const { shop, host } = namesIn(ctx, parts.shopify);
    if (one(ctx.query['embedded']) !== '1') {
      // Who knocks at every door learns of none: only the front one says how to come in.
      if (host === null && ctx.path !== '/') throw new NotFoundError();
      if (host === null) throw new BadRequestError('Open Prahari from the Shopify admin.');
      ctx.redirect(parts.shopify.auth.buildEmbeddedAppUrl(host));
      return;
    }
    if (shop === null) throw new BadRequestError('Open Prahari from the Shopify admin.');
    const idToken = one(ctx.query['id_token']);
    const claims = idToken === null ? null : await parts.verify(idToken).catch(() => null);
    if (claims?.shop === shop) page(ctx, parts.shell(), shop);
    else page(ctx, bounce, shop);
  };
}

/** `shop` and `host`, when they are what they should be, and name one shop. */
function namesIn(ctx: AppContext, shopify: Shopify): { shop: string | null; host: string | null } {
  const shop = one(ctx.query['shop']);
  const host = one(ctx.query['host']);
  return {
    shop: isShopName(shop) && shopify.utils.sanitizeShop(shop) === shop ? shop : null,
    host: host !== null && isAdminHost(host, shopify) ? host : null,
  };
}

/** What the host decodes to: "admin.shopify.com/store/NAME" or "NAME.myshopify.com/admin", to the letter. */
const ADMIN_HOST =
  /^(admin\.shopify\.com\/store\/[a-z0-9][a-z0-9-]{0,59}|[a-z0-9][a-z0-9-]{0,59}\.myshopify\.com\/admin)$/;

function isAdminHost(host: string, shopify: Shopify): boolean {
  try {
    return ADMIN_HOST.test(Buffer.from(host, 'base64').toString()) && shopify.utils.sanitizeHost(host) !== null;
  } catch {
    return false; // the library throws on what does not decode to an address
  }
}

/** A parameter given once; a doubled one counts as none. */
const one = (value: string | string[] | undefined): string | null => (typeof value === 'string' ? value : null);
