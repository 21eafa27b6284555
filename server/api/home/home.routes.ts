import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { NoQuery } from '../shapes.ts';
import { presentHome, type HomeDeps } from './home.presenter.ts';

/** Everything that the first page shows. */
export function homeRoutes(deps: HomeDeps): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/home', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = await presentHome(deps, ctx.state.merchant);
  });

  return router;
}
