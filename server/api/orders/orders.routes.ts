import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { NoBody, NoQuery, pathId } from '../shapes.ts';
import { Digits, OrderGstAnswer, OrderIds, OrdersGstAnswer } from './orders.schema.ts';
import type { OrderService } from './orders.service.ts';

/** The tax of orders as they stand now, for the pages where the merchant meets them. */
export function orderRoutes({ orderService }: { orderService: OrderService }): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/orders/:id/gst', async (ctx) => {
    parse(NoQuery, ctx.query);
    const id = pathId(Digits, ctx.params.id);
    ctx.body = OrderGstAnswer.parse(await orderService.read(ctx.state.merchant, id));
  });

  router.post('/orders/:id/check', async (ctx) => {
    parse(NoBody, ctx.request.body);
    const id = pathId(Digits, ctx.params.id);
    ctx.body = OrderGstAnswer.parse(await orderService.check(ctx.state.merchant, id));
  });

  router.post('/orders/gst', async (ctx) => {
    const { ids } = parse(OrderIds, ctx.request.body);
    ctx.body = OrdersGstAnswer.parse(await orderService.readMany(ctx.state.merchant, ids));
  });

  return router;
}
