import Router from 'koa-router';
import { z } from 'zod';
import { readObject } from '../read-body.ts';
import type { ShopState } from '../shops/shop-state.ts';
import type { ActionSender } from './action-sender.ts';

const MOST_COPIES = 100;

const Run = z.strictObject({
  properties: z.record(z.string().max(100), z.unknown()).default({}),
  runId: z.string().max(200).exactOptional(),
  copies: z.int().min(1).max(MOST_COPIES).exactOptional(),
  corrupt: z.enum(['hmac', 'body', 'missing-hmac']).nullable().exactOptional(),
  domain: z.string().max(200).exactOptional(),
});

/** Runs an action as a workflow of the shop would, and tells what became of all of them. JSON in, JSON out. */
export function flowControlRoutes({ sender, shops }: { sender: ActionSender; shops: readonly ShopState[] }): Router {
  const router = new Router({ prefix: '/sandbox' });
  const shopNamed = (domain: string | undefined) => shops.find((shop) => shop.domain === domain);

  router.get('/shops/:domain/flow/actions', (ctx) => {
    const shop = shopNamed(ctx.params['domain']);
    if (shop) ctx.body = { runs: sender.runs(shop.domain) };
  });

  router.post('/shops/:domain/flow/actions/:handle', async (ctx) => {
    const shop = shopNamed(ctx.params['domain']);
    const order = Run.safeParse((await readObject(ctx)) ?? {});
    if (!shop || !order.success) {
      ctx.status = shop ? 400 : 404;
      ctx.body = { error: order.error ? z.prettifyError(order.error) : 'There is no such shop in the sandbox.' };
      return;
    }
    const run = await sender.send(shop, { handle: String(ctx.params['handle']), ...order.data });
    ctx.status = run ? 200 : 404;
    ctx.body = run ?? { error: 'The app has no such action.' };
  });

  return router;
}
