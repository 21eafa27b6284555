import Router from 'koa-router';
import { z } from 'zod';

import { readObject } from '../read-body.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { storefrontOf } from '../storefront/storefront-state.ts';
import { DNS_FAULTS, dnsOf } from './dns-state.ts';

const Change = z.strictObject({
  texts: z.record(z.string().max(253), z.string().max(500)).optional(),
  fault: z.enum(DNS_FAULTS).nullable().optional(),
  isGuarded: z.boolean().optional(),
});

/** The switches of a shop's DNS and of its bot defence. JSON in, both as they stand then out. */
export function wireControlRoutes({ shops, save }: { shops: readonly ShopState[]; save: () => void }): Router {
  const router = new Router({ prefix: '/sandbox' });
  const shopNamed = (domain: string | undefined) => shops.find((shop) => shop.domain === domain);
  const shown = (shop: ShopState) => ({ dns: dnsOf(shop), storefront: storefrontOf(shop) });

  router.get('/shops/:domain/wire', (ctx) => {
    const shop = shopNamed(ctx.params['domain']);
    if (shop) ctx.body = shown(shop);
  });

  router.post('/shops/:domain/wire', async (ctx) => {
    const shop = shopNamed(ctx.params['domain']);
    const change = Change.safeParse((await readObject(ctx)) ?? {});
    if (!shop || !change.success) {
      ctx.status = shop ? 400 : 404;
      ctx.body = { error: change.error ? z.prettifyError(change.error) : 'There is no such shop in the sandbox.' };
      return;
    }
    const { texts, fault, isGuarded } = change.data;
    if (texts !== undefined) Object.assign(dnsOf(shop).texts, texts);
    if (fault !== undefined) dnsOf(shop).fault = fault;
    if (isGuarded !== undefined) storefrontOf(shop).isGuarded = isGuarded;
    ctx.body = shown(shop);
    save();
  });

  return router;
}
