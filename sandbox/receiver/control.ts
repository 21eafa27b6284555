import Router from 'koa-router';
import { z } from 'zod';

import { flowOf } from '../flow/flow-state.ts';
import { readObject } from '../read-body.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { postsPage } from './posts-page.ts';
import { RECEIVER_FAULTS, type WebhookReceiver } from './webhook-receiver.ts';

const LONGEST_HOURS = 24 * 14;

const Change = z.strictObject({
  fault: z.enum(RECEIVER_FAULTS).nullable().optional(),
  hours: z.number().positive().max(LONGEST_HOURS).optional(),
  path: z.string().startsWith('/').max(200).optional(),
  secrets: z
    .strictObject({ path: z.string().startsWith('/').max(200), secrets: z.array(z.string().max(200)).max(5) })
    .optional(),
});
const FlowChange = z.strictObject({ isRefusing: z.boolean() });

/** What was posted and which workflows ran, as a page and as JSON, and the switches of both. */
export function receiverControlRoutes({
  receiver,
  shops,
  save,
}: {
  receiver: WebhookReceiver;
  shops: readonly ShopState[];
  save: () => void;
}): Router {
  const router = new Router({ prefix: '/sandbox' });
  const shopNamed = (domain: string | undefined) => shops.find((shop) => shop.domain === domain);

  router.get('/posts', (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    ctx.body = postsPage(receiver.posts(), shops);
  });
  router.get('/posts.json', (ctx) => {
    ctx.body = { fault: receiver.fault(), posts: receiver.posts() };
  });
  router.delete('/posts', (ctx) => {
    receiver.forget();
    ctx.status = 204;
  });
  router.post('/posts', async (ctx) => {
    const change = Change.safeParse((await readObject(ctx)) ?? {});
    if (!change.success) {
      ctx.status = 400;
      ctx.body = { error: z.prettifyError(change.error) };
      return;
    }
    const { fault, hours = 24, path = null, secrets } = change.data;
    if (fault !== undefined) receiver.misbehave(fault, hours, path);
    if (secrets) receiver.expect(secrets.path, secrets.secrets);
    ctx.body = { fault: receiver.fault() };
  });

  router.get('/shops/:domain/flow', (ctx) => {
    const shop = shopNamed(ctx.params['domain']);
    if (shop) ctx.body = flowOf(shop);
  });
  router.post('/shops/:domain/flow', async (ctx) => {
    const shop = shopNamed(ctx.params['domain']);
    const change = FlowChange.safeParse((await readObject(ctx)) ?? {});
    if (!shop || !change.success) {
      ctx.status = shop ? 400 : 404;
      ctx.body = { error: change.error ? z.prettifyError(change.error) : 'There is no such shop in the sandbox.' };
      return;
    }
    flowOf(shop).isRefusing = change.data.isRefusing;
    save();
    ctx.body = flowOf(shop);
  });

  return router;
}
