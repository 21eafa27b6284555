import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import type { ScanStore } from '../../shop/scans.ts';
import { NoBody, NoQuery } from '../shapes.ts';
import { ScanAnswer } from './scans.schema.ts';
import type { ScanService } from './scans.service.ts';

/** The scan that goes on or went last, and the wish for another. */
export function scanRoutes({ scans, scanService }: { scans: ScanStore; scanService: ScanService }): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/scans/current', async (ctx) => {
    parse(NoQuery, ctx.query);
    const scan = await scans.newest(ctx.state.merchant.shop);
    // 204 while there has never been one.
    ctx.body = scan && ScanAnswer.parse(scan);
  });

  router.post('/scans', async (ctx) => {
    parse(NoBody, ctx.request.body);
    ctx.body = ScanAnswer.parse(await scanService.checkNow(ctx.state.merchant));
    ctx.status = 202;
  });

  return router;
}
