import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { NoQuery, pathId } from '../shapes.ts';
import { Digits, MendWish, ProductGstAnswer, ProductMendedAnswer } from './products.schema.ts';
import type { ProductService } from './products.service.ts';

/** The HSN codes, rates and origin of one product as it stands now. */
export function productRoutes({ productService }: { productService: ProductService }): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/products/:id/gst', async (ctx) => {
    parse(NoQuery, ctx.query);
    const id = pathId(Digits, ctx.params.id);
    ctx.body = ProductGstAnswer.parse(await productService.read(ctx.state.merchant, id));
  });

  router.put('/products/:id/gst', async (ctx) => {
    const wish = parse(MendWish, ctx.request.body);
    const id = pathId(Digits, ctx.params.id);
    ctx.body = ProductMendedAnswer.parse(await productService.mend(ctx.state.merchant, id, wish));
  });

  return router;
}
