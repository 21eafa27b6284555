import Router from 'koa-router';
import type { Clock } from '../../clock.ts';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import type { MemberStore } from '../../shop/members.ts';
import { PackQuery } from './evidence-pack.schema.ts';
import type { EvidencePackService } from './evidence-pack.service.ts';

/** The evidence pack as a file to be saved. */
export function evidencePackRoutes({
  evidencePackService,
  members,
  clock,
}: {
  evidencePackService: EvidencePackService;
  members: Pick<MemberStore, 'languageOf'>;
  clock: Clock;
}): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/evidence-pack', async (ctx) => {
    const { shop, userId } = ctx.state.merchant;
    const query = parse(PackQuery, ctx.query);
    const language = query.language ?? (await members.languageOf(shop, userId)) ?? 'en';
    const zip = await evidencePackService.pack(ctx.state.merchant, language);
    ctx.attachment(`prahari-evidence-${clock.now().toISOString().slice(0, 10)}.zip`);
    ctx.type = 'application/zip';
    ctx.body = zip;
  });

  return router;
}
