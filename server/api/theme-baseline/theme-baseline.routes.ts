import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { NoBody, NoQuery } from '../shapes.ts';
import { ThemeBaselineAnswer } from './theme-baseline.schema.ts';
import type { ThemeBaselineService } from './theme-baseline.service.ts';

/** What changed in the theme since a person accepted it; accepting it as it is now. */
export function themeBaselineRoutes({
  themeBaselineService,
}: {
  themeBaselineService: ThemeBaselineService;
}): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/theme-baseline', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = ThemeBaselineAnswer.parse(await themeBaselineService.read(ctx.state.merchant));
  });

  router.post('/theme-baseline', async (ctx) => {
    parse(NoBody, ctx.request.body);
    ctx.body = ThemeBaselineAnswer.parse(await themeBaselineService.accept(ctx.state.merchant));
  });

  return router;
}
