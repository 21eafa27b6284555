import Router from 'koa-router';
import type { ReportFormat } from '../../../core/api/reports.ts';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import type { MemberStore } from '../../shop/members.ts';
import { NoQuery, pathId } from '../shapes.ts';
import { Monday, ReportAnswer, ReportFileQuery, ReportsAnswer, SendReport, SentAnswer } from './reports.schema.ts';
import type { ReportService } from './reports.service.ts';

const TYPES: Readonly<Record<ReportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
};

/** The weekly report: the list of weeks, each week, and its file. */
export function reportRoutes({
  reportService,
  members,
}: {
  reportService: ReportService;
  members: Pick<MemberStore, 'languageOf'>;
}): Router<AppState> {
  const router = new Router<AppState>();
  const mondayOf = (monday: unknown) => pathId(Monday, monday);

  router.get('/reports', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = ReportsAnswer.parse(await reportService.list(ctx.state.merchant));
  });

  router.post('/reports/send', async (ctx) => {
    const { monday } = parse(SendReport, ctx.request.body);
    ctx.body = SentAnswer.parse(await reportService.send(ctx.state.merchant, monday));
    ctx.status = 202;
  });

  router.get('/reports/:monday', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = ReportAnswer.parse(await reportService.made(ctx.state.merchant, mondayOf(ctx.params['monday'])));
  });

  router.get('/reports/:monday/file', async (ctx) => {
    const { shop, userId } = ctx.state.merchant;
    const query = parse(ReportFileQuery, ctx.query);
    const monday = mondayOf(ctx.params['monday']);
    const language = query.language ?? (await members.languageOf(shop, userId)) ?? 'en';
    const { format = 'csv' } = query;
    const file = await reportService.file(ctx.state.merchant, { monday, format, language });
    ctx.attachment(`prahari-week-${monday}.${format}`);
    ctx.type = TYPES[format];
    ctx.body = file;
  });

  return router;
}
