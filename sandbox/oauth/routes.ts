import Router from 'koa-router';

import { readObject } from '../read-body.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { grantToken } from './grants.ts';
import type { TokenBook } from './token-book.ts';
import { verifySessionToken } from './verify-session-token.ts';

/** POST /admin/oauth/access_token. The shop is in `ctx.state.shop`. */
export function oauthRoutes(parts: { clientId: string; clientSecret: string; tokens: TokenBook }): Router {
  const { clientId, clientSecret, tokens } = parts;
  const router = new Router();

  router.post('/admin/oauth/access_token', async (ctx) => {
    const shop = (ctx.state as { shop: ShopState }).shop;
    const form = (await readObject(ctx)) ?? {};
    const verify = (token: string) =>
      verifySessionToken(token, { shop: shop.domain, clientId, clientSecret, nowMs: Date.now() });
    const { status, body } = grantToken(form, { shop, tokens, clientId, clientSecret, verify });
    ctx.status = status;
    ctx.set('Cache-Control', 'no-store');
    ctx.body = body;
  });

  return router;
}
