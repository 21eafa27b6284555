import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { NoQuery } from '../shapes.ts';
import { ChangeSettings, SettingsAnswer } from './settings.schema.ts';
import type { SettingsService } from './settings.service.ts';

export function settingsRoutes({ settingsService }: { settingsService: SettingsService }): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/settings', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = SettingsAnswer.parse(await settingsService.read(ctx.state.merchant));
  });

  router.patch('/settings', async (ctx) => {
    const change = parse(ChangeSettings, ctx.request.body);
    ctx.body = SettingsAnswer.parse(await settingsService.change(ctx.state.merchant, change));
  });

  return router;
}
