import Router from 'koa-router';
import type { Clock } from '../../clock.ts';
import { NotFoundError } from '../../errors.ts';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import type { AlertStore } from '../../shop/alerts.ts';
import type { MemberStore } from '../../shop/members.ts';
import { Id, NoQuery, pathId } from '../shapes.ts';
import { alertsCsv } from './alerts.csv.ts';
import { presentAlert, presentChanged, presentPage } from './alerts.presenter.ts';
import { ExportAlerts, HandleAlerts, ListAlerts, SuppressAlertsBody } from './alerts.schema.ts';
import type { AlertService } from './alerts.service.ts';

export interface AlertRouteDeps {
  readonly alerts: AlertStore;
  readonly alertService: AlertService;
  readonly members: MemberStore;
  readonly clock: Clock;
}

/** The signed-in merchant's alerts. */
export function alertRoutes({ alerts, alertService, members, clock }: AlertRouteDeps): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/alerts', async (ctx) => {
    const { page, ...filter } = parse(ListAlerts, ctx.query);
    ctx.body = presentPage({ ...(await alerts.page(ctx.state.merchant.shop, filter, page)), page });
  });

  router.get('/alerts.csv', async (ctx) => {
    const { shop, userId } = ctx.state.merchant;
    const { language, ...filter } = parse(ExportAlerts, ctx.query);
    const spoken = language ?? (await members.languageOf(shop, userId)) ?? 'en';
    ctx.attachment(`prahari-alerts-${clock.now().toISOString().slice(0, 10)}.csv`);
    ctx.type = 'text/csv; charset=utf-8';
    ctx.body = alertsCsv(await alerts.all(shop, filter), spoken);
  });

  router.get('/alerts/:id', async (ctx) => {
    parse(NoQuery, ctx.query);
    const alert = await alerts.find(ctx.state.merchant.shop, pathId(Id, ctx.params['id']));
    if (!alert) throw new NotFoundError();
    ctx.body = presentAlert(alert);
  });

  router.post('/alerts/acknowledge', async (ctx) => {
    const { ids } = parse(HandleAlerts, ctx.request.body);
    ctx.body = presentChanged(await alertService.acknowledge(ctx.state.merchant, ids));
  });

  router.post('/alerts/reopen', async (ctx) => {
    const { ids } = parse(HandleAlerts, ctx.request.body);
    ctx.body = presentChanged(await alertService.reopen(ctx.state.merchant, ids));
  });

  router.post('/alerts/suppress', async (ctx) => {
    const { ids, ...suppression } = parse(SuppressAlertsBody, ctx.request.body);
    ctx.body = presentChanged(await alertService.suppress(ctx.state.merchant, ids, suppression));
  });

  return router;
}
