import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { NoQuery } from '../shapes.ts';
import { presentBoard, presentEvidence, presentStorefront, type SecurityDeps } from './security.presenter.ts';

/** The ten steps, what is known and until when, and the storefront as it was visited. */
export function securityRoutes(deps: SecurityDeps): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/security', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = await presentBoard(deps, ctx.state.merchant.shop);
  });

  router.get('/evidence', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = await presentEvidence(deps, ctx.state.merchant.shop);
  });

  router.get('/storefront', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = await presentStorefront(deps, ctx.state.merchant.shop);
  });

  return router;
}
