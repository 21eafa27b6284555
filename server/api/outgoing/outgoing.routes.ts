import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { Id, NoBody, pathId } from '../shapes.ts';
import { AddWebhook, ChangeFlow, ChangeWebhook, SecretAnswer, TestAnswer, WebhookAnswer } from './outgoing.schema.ts';
import type { OutgoingService } from './outgoing.service.ts';

/** Webhooks and Flow. Addresses come in and never go out; a secret goes out once. */
export function outgoingRoutes({ outgoingService }: { outgoingService: OutgoingService }): Router<AppState> {
  const router = new Router<AppState>();
  const idOf = (id: unknown) => pathId(Id, id);

  router.post('/notices/webhooks', async (ctx) => {
    const wish = parse(AddWebhook, ctx.request.body);
    ctx.body = SecretAnswer.parse(await outgoingService.add(ctx.state.merchant, wish));
    ctx.status = 201;
  });

  router.patch('/notices/webhooks/:id', async (ctx) => {
    const { merchant } = ctx.state;
    const change = parse(ChangeWebhook, ctx.request.body);
    ctx.body = WebhookAnswer.parse(await outgoingService.change(merchant, idOf(ctx.params['id']), change));
  });

  router.delete('/notices/webhooks/:id', async (ctx) => {
    parse(NoBody, ctx.request.body);
    await outgoingService.remove(ctx.state.merchant, idOf(ctx.params['id']));
    ctx.status = 204;
  });

  router.post('/notices/webhooks/:id/secret', async (ctx) => {
    parse(NoBody, ctx.request.body);
    ctx.body = SecretAnswer.parse(await outgoingService.rotate(ctx.state.merchant, idOf(ctx.params['id'])));
  });

  router.post('/notices/webhooks/:id/test', async (ctx) => {
    parse(NoBody, ctx.request.body);
    ctx.body = TestAnswer.parse(await outgoingService.test(ctx.state.merchant, idOf(ctx.params['id'])));
  });

  router.patch('/notices/flow', async (ctx) => {
    const change = parse(ChangeFlow, ctx.request.body);
    ctx.body = ChangeFlow.parse(await outgoingService.changeFlow(ctx.state.merchant, change));
  });

  return router;
}
