import Router from 'koa-router';
import { z } from 'zod';

import { readObject } from '../read-body.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { LOOK_UP_FAULTS, registryOf } from './registry-state.ts';

const Change = z.strictObject({
  status: z.string().max(40).optional(),
  taxpayerType: z.string().max(60).optional(),
  legalName: z.string().max(200).optional(),
  tradeName: z.string().max(200).optional(),
  unfiledMonths: z.int().min(0).max(24).optional(),
  fault: z.enum(LOOK_UP_FAULTS).nullable().optional(),
});

/** The switches of the GST registry and of the services that tell of it. JSON in, the registry as it stands then out. */
export function lookUpControlRoutes({ shops, save }: { shops: readonly ShopState[]; save: () => void }): Router {
  const router = new Router({ prefix: '/sandbox' });

  router.get('/shops/:domain/registry', (ctx) => {
    const shop = shops.find(({ domain }) => domain === ctx.params['domain']);
    if (shop) ctx.body = registryOf(shop);
  });

  router.post('/shops/:domain/registry', async (ctx) => {
    const shop = shops.find(({ domain }) => domain === ctx.params['domain']);
    const change = Change.safeParse((await readObject(ctx)) ?? {});
    if (!shop || !change.success) {
      ctx.status = shop ? 400 : 404;
      ctx.body = { error: change.error ? z.prettifyError(change.error) : 'There is no such shop in the sandbox.' };
      return;
    }
    const told = Object.entries(change.data).filter(([, value]) => value !== undefined);
    ctx.body = Object.assign(registryOf(shop), Object.fromEntries(told));
    save();
  });

  return router;
}
