import Router, { type RouterContext } from 'koa-router';
import type { Language } from '../../../core/text.ts';
import type { Clock } from '../../clock.ts';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import type { MemberStore } from '../../shop/members.ts';
import { NoQuery } from '../shapes.ts';
import { presentCalendar, presentGst, presentHsn, presentTaxAudit, type GstDeps } from './gst.presenter.ts';
import { ExportGst } from './gst.schema.ts';

export interface GstRouteDeps extends GstDeps {
  readonly members: MemberStore;
  readonly clock: Clock;
}

/** The GST page in one answer, and the whole lists behind it as files. */
export function gstRoutes(deps: GstRouteDeps): Router<AppState> {
  const router = new Router<AppState>();
  const { members, clock } = deps;

  async function languageFor(ctx: RouterContext<AppState>): Promise<Language> {
    const { shop, userId } = ctx.state.merchant;
    const { language } = parse(ExportGst, ctx.query);
    return language ?? (await members.languageOf(shop, userId)) ?? 'en';
  }

  function send(ctx: RouterContext<AppState>, name: string, type: string, text: string): void {
    const [stem, ending] = name.split('.');
    ctx.attachment(`${stem}-${clock.now().toISOString().slice(0, 10)}.${ending}`);
    ctx.type = `${type}; charset=utf-8`;
    ctx.body = text;
  }

  router.get('/gst', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = await presentGst(deps, ctx.state.merchant);
  });

  router.get('/gst/tax-audit.csv', async (ctx) => {
    const language = await languageFor(ctx);
    send(ctx, 'prahari-tax-audit.csv', 'text/csv', await presentTaxAudit(deps, ctx.state.merchant.shop, language));
  });

  router.get('/gst/hsn.csv', async (ctx) => {
    const language = await languageFor(ctx);
    send(ctx, 'prahari-hsn.csv', 'text/csv', await presentHsn(deps, ctx.state.merchant.shop, language));
  });

  router.get('/gst/calendar.ics', async (ctx) => {
    const language = await languageFor(ctx);
    const now = clock.now().toISOString();
    const text = await presentCalendar(deps, ctx.state.merchant.shop, now, language);
    send(ctx, 'prahari-gst-calendar.ics', 'text/calendar', text);
  });

  return router;
}
