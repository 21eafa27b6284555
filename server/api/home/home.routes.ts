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
    const home = await presentHome(deps, ctx.state.merchant);
    // Whoever looks has the admin open, so the shop may be open again.
    if (home.isFrozen) await deps.frozen.visited(home.shop);
    ctx.body = home;
  });

  return router;
}
