import Koa, { type Context } from 'koa';
import type Router from 'koa-router';

import { misbehave } from './faults/misbehave.ts';
import type { OtherHost } from './other-host.ts';
import type { ShopState } from './shops/shop-state.ts';

/**
 * What the shops' servers answer over HTTPS: Admin API and OAuth on the myshopify host, the storefront on every host.
 * Beside them stand the servers of others, by their own names.
 */
export function shopApp(parts: {
  shops: readonly ShopState[];
  apiRouters: readonly Router[];
  /** What the platform runs in pages of a shop; the shop is in `ctx.state.shop`. */
  pages: Router;
  storefront: (ctx: Context, shop: ShopState) => Promise<void>;
  otherHosts: readonly OtherHost[];
  closing: AbortSignal;
}): Koa {
  const app = new Koa();
  app.silent = true; // a caller that hangs up is no news; what went wrong is in the answer

  app.use(async (ctx, next) => {
    const host = ctx.host.replace(/:\d+$/, '').toLowerCase();
    const other = parts.otherHosts.find(({ hosts }) => hosts.includes(host));
    if (other) return other.handle(ctx);
    const shop = shopOfHost(parts.shops, host);
    if (!shop) {
      ctx.status = 404;
      ctx.body = 'There is no shop at this address.';
      return;
    }
    ctx.state['shop'] = shop;
    ctx.state['isApi'] = ctx.path.startsWith('/admin/') && host === shop.domain;
    await next();
  });
  app.use(misbehave((ctx) => (ctx.state['isApi'] ? (ctx.state['shop'] as ShopState) : undefined), parts.closing));
  for (const router of parts.apiRouters) {
    const routes = router.routes();
    app.use(async (ctx, next) => {
      if (ctx.state['isApi']) await routes(ctx as Parameters<typeof routes>[0], next);
      else await next();
    });
  }
  app.use(parts.pages.routes());
  app.use(async (ctx) => {
    if (ctx.state['isApi']) {
      ctx.status = 404;
      ctx.body = { errors: 'Not Found' };
    } else await parts.storefront(ctx, ctx.state['shop'] as ShopState);
  });
  return app;
}

export function shopOfHost(shops: readonly ShopState[], host: string): ShopState | undefined {
  return shops.find((shop) => shop.domain === host || shop.domains.some((domain) => domain.host === host));
}
