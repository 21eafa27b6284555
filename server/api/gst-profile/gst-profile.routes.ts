import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { Id, pathId } from '../shapes.ts';
import { ChangeProfile, ChangeStatedRegistration, ProfileAnswer } from './gst-profile.schema.ts';
import type { GstProfileService } from './gst-profile.service.ts';

/** What the merchant states of the business and of each registration. */
export function gstProfileRoutes({ gstProfileService }: { gstProfileService: GstProfileService }): Router<AppState> {
  const router = new Router<AppState>();

  router.patch('/gst/profile', async (ctx) => {
    const change = parse(ChangeProfile, ctx.request.body);
    ctx.body = ProfileAnswer.parse(await gstProfileService.changeBusiness(ctx.state.merchant, change));
  });

  router.patch('/gst/registrations/:id', async (ctx) => {
    const id = pathId(Id, ctx.params['id']);
    const change = parse(ChangeStatedRegistration, ctx.request.body);
    ctx.body = ProfileAnswer.parse(await gstProfileService.changeRegistration(ctx.state.merchant, id, change));
  });

  return router;
}
