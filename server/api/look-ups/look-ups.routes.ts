import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { NoBody, NoQuery } from '../shapes.ts';
import { ConnectWish, LookUpsAnswer } from './look-ups.schema.ts';
import type { LookUpService } from './look-ups.service.ts';

/** The service that answers for the GST registry. Keys come in here and never go out. */
export function lookUpRoutes({ lookUpService }: { lookUpService: LookUpService }): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/look-ups', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = LookUpsAnswer.parse(await lookUpService.read(ctx.state.merchant));
  });

  router.put('/look-ups', async (ctx) => {
    const wish = parse(ConnectWish, ctx.request.body);
    ctx.body = LookUpsAnswer.parse(await lookUpService.connect(ctx.state.merchant, wish));
  });

  router.delete('/look-ups', async (ctx) => {
    parse(NoBody, ctx.request.body);
    await lookUpService.disconnect(ctx.state.merchant);
    ctx.status = 204;
  });

  router.post('/look-ups/now', async (ctx) => {
    parse(NoBody, ctx.request.body);
    ctx.body = LookUpsAnswer.parse(await lookUpService.askNow(ctx.state.merchant));
    ctx.status = 202;
  });

  return router;
}
