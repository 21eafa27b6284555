import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import type { RegistrationStore } from '../../shop/registrations.ts';
import { Id, NoBody, NoQuery, pathId } from '../shapes.ts';
import { AddRegistration, RegistrationAnswer, RegistrationsAnswer } from './registrations.schema.ts';
import type { RegistrationService } from './registrations.service.ts';

/** The merchant's own GSTINs. */
export function registrationRoutes({
  registrations,
  registrationService,
}: {
  registrations: RegistrationStore;
  registrationService: RegistrationService;
}): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/registrations', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = RegistrationsAnswer.parse({ registrations: await registrations.list(ctx.state.merchant.shop) });
  });

  router.post('/registrations', async (ctx) => {
    const { gstin } = parse(AddRegistration, ctx.request.body);
    ctx.body = RegistrationAnswer.parse(await registrationService.add(ctx.state.merchant, gstin));
    ctx.status = 201;
  });

  router.delete('/registrations/:id', async (ctx) => {
    parse(NoBody, ctx.request.body);
    await registrationService.remove(ctx.state.merchant, pathId(Id, ctx.params['id']));
    ctx.status = 204;
  });

  return router;
}
