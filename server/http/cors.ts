import type { AppContext, Middleware } from './state.ts';

/** Where extensions of the admin run, which call us from another origin than ours. */
export const ADMIN_EXTENSIONS_ORIGIN = 'https://extensions.shopifycdn.com';

const ALLOWED_HEADERS = 'Authorization, Content-Type, Accept-Language';
/** Says that the session token was too old and that a new one may be tried. */
const EXPOSED_HEADERS = 'X-Shopify-Retry-Invalid-Session-Request, Retry-After';
const PREFLIGHT_KEPT_S = 600;

export interface CorsRule {
  /** "/api": this path and all below it. */
  readonly under: `/${string}`;
  /** Exactly these, or "*": workers of the checkout have no origin of their own. */
  readonly origins: readonly string[] | '*';
  readonly methods: readonly ('GET' | 'POST' | 'PUT' | 'DELETE')[];
}

/**
 * Lets pages of the named origins read our answers, refusals included. It stands before sign-in, since a browser asks
 * without a token first. Nobody is let in by it: each request still carries its session token, and cookies never count.
 */
export function cors({ under, origins, methods }: CorsRule): Middleware {
  const allowed = methods.join(', ');
  return async (ctx, next) => {
    if (ctx.path !== under && !ctx.path.startsWith(`${under}/`)) return void (await next());
    if (origins !== '*') ctx.vary('Origin');
    const origin = ctx.get('Origin');
    if (origin === '' || (origins !== '*' && !origins.includes(origin))) return void (await next());
    ctx.set({
      'Access-Control-Allow-Origin': origins === '*' ? '*' : origin,
      'Access-Control-Expose-Headers': EXPOSED_HEADERS,
    });
    if (!isPreflight(ctx)) return void (await next());
    ctx.set({
      'Access-Control-Allow-Methods': allowed,
      'Access-Control-Allow-Headers': ALLOWED_HEADERS,
      'Access-Control-Max-Age': String(PREFLIGHT_KEPT_S),
    });
    ctx.status = 204;
  };
}

function isPreflight(ctx: AppContext): boolean {
  return ctx.method === 'OPTIONS' && ctx.get('Access-Control-Request-Method') !== '';
}
