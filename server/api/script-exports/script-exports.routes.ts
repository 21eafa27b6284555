import Router from 'koa-router';
import { SCRIPT_EXPORTS, type ExportFormat } from '../../../core/api/scripts.ts';
import type { Clock } from '../../clock.ts';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import type { MemberStore } from '../../shop/members.ts';
import { ExportScripts } from './script-exports.schema.ts';
import type { ScriptExportService } from './script-exports.service.ts';

const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
};

/** The inventory of scripts, the log of changes and the statement for SAQ A, each as a file to be saved. */
export function scriptExportRoutes({
  scriptExportService,
  members,
  clock,
}: {
  scriptExportService: ScriptExportService;
  members: Pick<MemberStore, 'languageOf'>;
  clock: Clock;
}): Router<AppState> {
  const router = new Router<AppState>();

  for (const what of SCRIPT_EXPORTS) {
    router.get(`/scripts/export/${what}`, async (ctx) => {
      const { shop, userId } = ctx.state.merchant;
      const query = parse(ExportScripts, ctx.query);
      const language = query.language ?? (await members.languageOf(shop, userId)) ?? 'en';
      const format = query.format ?? 'csv';
      const file = await scriptExportService.file(ctx.state.merchant, { what, format, language });
      ctx.attachment(`prahari-scripts-${what}-${clock.now().toISOString().slice(0, 10)}.${format}`);
      ctx.type = TYPES[format];
      ctx.body = file;
    });
  }

  return router;
}
