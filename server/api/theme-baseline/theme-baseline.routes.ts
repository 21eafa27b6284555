import Router from 'koa-router';
import { z } from 'zod';
import type { ThemeBaselineState } from '../../../core/api/security.ts';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { InstantText, NoBody, NoQuery } from '../shapes.ts';
import type { ThemeBaselineService } from './theme-baseline.service.ts';

const Answer = z.strictObject({
  acceptedAt: InstantText.nullable(),
  themeName: z.string().nullable(),
  changes: z.array(z.strictObject({ filename: z.string(), change: z.enum(['new', 'changed', 'gone']) })).nullable(),
}) satisfies z.ZodType<ThemeBaselineState>;

/** What changed in the theme since a person accepted it; accepting it as it is now. */
export function themeBaselineRoutes({
  themeBaselineService,
}: {
  themeBaselineService: ThemeBaselineService;
}): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/theme-baseline', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = Answer.parse(await themeBaselineService.read(ctx.state.merchant));
  });

  router.post('/theme-baseline', async (ctx) => {
    parse(NoBody, ctx.request.body);
    ctx.body = Answer.parse(await themeBaselineService.accept(ctx.state.merchant));
  });

  return router;
}
