import Router from 'koa-router';
import { z } from 'zod';

import { readObject } from '../read-body.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { beaconOf } from './beacon-state.ts';
import { embedOurBlock, isOurBlockOn } from './our-block.ts';

const Change = z.strictObject({ isEmbedded: z.boolean().optional(), hasLateScripts: z.boolean().optional() });

/** The app's block in the theme, and scripts that only browsers meet. JSON in, both as they stand then out. */
export function beaconControlRoutes({
  shops,
  now,
  save,
}: {
  shops: readonly ShopState[];
  now: () => Date;
  save: () => void;
}): Router {
  const router = new Router({ prefix: '/sandbox' });
  const shopNamed = (domain: string | undefined) => shops.find((shop) => shop.domain === domain);
  const shown = (shop: ShopState) => ({
    isEmbedded: isOurBlockOn(shop),
    hasLateScripts: beaconOf(shop).hasLateScripts,
    isPublished: beaconOf(shop).metafields['prahari.beacon'] !== undefined,
  });

  router.get('/shops/:domain/beacon', (ctx) => {
    const shop = shopNamed(ctx.params['domain']);
    if (shop) ctx.body = shown(shop);
  });

  router.post('/shops/:domain/beacon', async (ctx) => {
    const shop = shopNamed(ctx.params['domain']);
    const change = Change.safeParse((await readObject(ctx)) ?? {});
    if (!shop || !change.success) {
      ctx.status = shop ? 400 : 404;
      ctx.body = { error: change.error ? z.prettifyError(change.error) : 'There is no such shop in the sandbox.' };
      return;
    }
    const { isEmbedded, hasLateScripts } = change.data;
    if (isEmbedded !== undefined) embedOurBlock(shop, isEmbedded, now().toISOString());
    if (hasLateScripts !== undefined) beaconOf(shop).hasLateScripts = hasLateScripts;
    ctx.body = shown(shop);
    save();
  });

  return router;
}
