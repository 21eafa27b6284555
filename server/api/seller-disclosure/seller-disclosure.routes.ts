import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { NoQuery } from '../shapes.ts';
import { NewSellerDisclosure, SellerDisclosureAnswer } from './seller-disclosure.schema.ts';
import type { SellerDisclosureService } from './seller-disclosure.service.ts';

/** What the block "Verified GST seller" shows in the shop. */
export function sellerDisclosureRoutes({
  sellerDisclosureService,
}: {
  sellerDisclosureService: SellerDisclosureService;
}): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/seller-disclosure', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = SellerDisclosureAnswer.parse(await sellerDisclosureService.read(ctx.state.merchant));
  });

  router.put('/seller-disclosure', async (ctx) => {
    const shown = parse(NewSellerDisclosure, ctx.request.body);
    ctx.body = SellerDisclosureAnswer.parse(await sellerDisclosureService.publish(ctx.state.merchant, shown));
  });

  router.delete('/seller-disclosure', async (ctx) => {
    await sellerDisclosureService.clear(ctx.state.merchant);
    ctx.status = 204;
  });

  return router;
}
