import Router from 'koa-router';
import { z } from 'zod';
import { SELF_CHECK_PURPOSES, type Invitation } from '../../../core/api/self-check.ts';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { Id, InstantText, NoBody, pathId } from '../shapes.ts';
import type { InvitationService } from './invitations.service.ts';

const Wish = z.strictObject({ purpose: z.enum(SELF_CHECK_PURPOSES) });
const Answer = z.strictObject({ url: z.url(), expiresAt: InstantText }) satisfies z.ZodType<Invitation>;

/** Asks a person to check something. The link is in the answer and nowhere else. */
export function invitationRoutes({ invitationService }: { invitationService: InvitationService }): Router<AppState> {
  const router = new Router<AppState>();

  router.post('/people/:id/invitations', async (ctx) => {
    const { purpose } = parse(Wish, ctx.request.body);
    const id = pathId(Id, ctx.params['id']);
    ctx.body = Answer.parse(await invitationService.invite(ctx.state.merchant, id, purpose));
    ctx.status = 201;
  });

  router.delete('/people/:id/invitations', async (ctx) => {
    parse(NoBody, ctx.request.body);
    await invitationService.withdraw(ctx.state.merchant, pathId(Id, ctx.params['id']));
    ctx.status = 204;
  });

  return router;
}
