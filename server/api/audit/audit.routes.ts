import { Readable } from 'node:stream';
import Router from 'koa-router';
import type { AuditFormat } from '../../../core/api/audit.ts';
import type { Clock } from '../../clock.ts';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import type { MemberStore } from '../../shop/members.ts';
import { NoQuery } from '../shapes.ts';
import { AuditFileQuery, AuditPageAnswer, AuditProofAnswer, AuditQuery } from './audit.schema.ts';
import type { AuditService } from './audit.service.ts';

const TYPES: Readonly<Record<AuditFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Who did what in the shop, whether the log is whole, and the log as a file. */
export function auditRoutes({
  auditService,
  members,
  clock,
}: {
  auditService: AuditService;
  members: Pick<MemberStore, 'languageOf'>;
  clock: Clock;
}): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/audit', async (ctx) => {
    const query = parse(AuditQuery, ctx.query);
    ctx.body = AuditPageAnswer.parse(await auditService.page(ctx.state.merchant, query));
  });

  router.get('/audit/verify', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = AuditProofAnswer.parse(await auditService.verify(ctx.state.merchant));
  });

  router.get('/audit/file', async (ctx) => {
    const { shop, userId } = ctx.state.merchant;
    const query = parse(AuditFileQuery, ctx.query);
    const language = query.language ?? (await members.languageOf(shop, userId)) ?? 'en';
    const format = query.format ?? 'csv';
    const file = auditService.file(ctx.state.merchant, { format, language });
    ctx.attachment(`prahari-audit-log-${clock.now().toISOString().slice(0, 10)}.${format}`);
    ctx.type = TYPES[format];
    ctx.body = Readable.from(file, { objectMode: false });
  });

  return router;
}
