import Router from 'koa-router';
import type { Clock } from '../../clock.ts';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import type { AlertStore } from '../../shop/alerts.ts';
import type { MemberStore } from '../../shop/members.ts';
import { Id, NoBody, NoQuery, pathId } from '../shapes.ts';
import { alertsCsv } from './alerts.csv.ts';
import { presentAlert, presentChanged, presentGroups, presentPage } from './alerts.presenter.ts';
import {
  AssignAlertsBody,
  CommentBody,
  ExportAlerts,
  GroupAlerts,
  HandleAlerts,
  ListAlerts,
  SuppressAlertsBody,
} from './alerts.schema.ts';
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

  router.get('/alerts/groups', async (ctx) => {
    const { page, by, ...filter } = parse(GroupAlerts, ctx.query);
    ctx.body = presentGroups({ ...(await alerts.groups(ctx.state.merchant.shop, filter, { by, page })), page });
  });

  router.get('/alerts/:id', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = presentAlert(await alertService.find(ctx.state.merchant, pathId(Id, ctx.params['id'])));
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

  router.post('/alerts/assign', async (ctx) => {
    const { ids, personId } = parse(AssignAlertsBody, ctx.request.body);
    ctx.body = presentChanged(await alertService.assign(ctx.state.merchant, ids, personId));
  });

  router.post('/alerts/seen', async (ctx) => {
    parse(NoBody, ctx.request.body);
    await alertService.seen(ctx.state.merchant);
    ctx.status = 204;
  });

  router.post('/alerts/:id/comments', async (ctx) => {
    const id = pathId(Id, ctx.params['id']);
    const { text } = parse(CommentBody, ctx.request.body);
    ctx.body = presentAlert(await alertService.comment(ctx.state.merchant, id, text));
  });

  router.delete('/alerts/:id/comments/:comment', async (ctx) => {
    parse(NoBody, ctx.request.body);
    const [id, comment] = [pathId(Id, ctx.params['id']), pathId(Id, ctx.params['comment'])];
    ctx.body = presentAlert(await alertService.takeBackComment(ctx.state.merchant, id, comment));
  });

  return router;
}
