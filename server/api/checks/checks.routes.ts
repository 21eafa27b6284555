import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import type { StandingStore } from '../../shop/standings.ts';
import { NoQuery } from '../shapes.ts';
import { CheckBoardAnswer } from './checks.schema.ts';

/** Each check of the newest snapshot with its points. */
export function checkRoutes({ standings }: { standings: StandingStore }): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/checks', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = CheckBoardAnswer.parse(await standings.board(ctx.state.merchant.shop));
  });

  return router;
}
