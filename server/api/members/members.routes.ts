import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { NoQuery, pathId } from '../shapes.ts';
import { ChangeRole, MemberAnswer, MembersAnswer, UserId } from './members.schema.ts';
import type { MemberService } from './members.service.ts';

/** The people who opened the app in this shop, for its owner. */
export function memberRoutes({ memberService }: { memberService: MemberService }): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/members', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = MembersAnswer.parse({ members: await memberService.list(ctx.state.merchant) });
  });

  router.patch('/members/:userId', async (ctx) => {
    const { role } = parse(ChangeRole, ctx.request.body);
    const userId = pathId(UserId, ctx.params['userId']);
    ctx.body = MemberAnswer.parse(await memberService.setRole(ctx.state.merchant, userId, role));
  });

  return router;
}
