import Router from 'koa-router';
import { z } from 'zod';
import { IDENTITY_PROVIDERS, type ConnectProvider } from '../../../core/api/people.ts';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { CREDENTIALS } from '../../people/credentials.ts';
import { requireRole } from '../access.ts';
import { NoBody, pathId } from '../shapes.ts';
import type { IdentityService } from './identity.service.ts';
import { ProviderAnswer } from './people.schema.ts';

const Provider = z.enum(IDENTITY_PROVIDERS);
/** Before it is known whose key it should be. */
const ConnectBody = z.strictObject({
  credentials: z.record(z.string().regex(/^[A-Za-z]{1,40}$/), z.string().max(10_000)),
}) satisfies z.ZodType<ConnectProvider>;

/** The identity providers of the shop. Keys come in here and never go out. */
export function identityRoutes({ identityService }: { identityService: IdentityService }): Router<AppState> {
  const router = new Router<AppState>();

  router.put('/identity/:provider', async (ctx) => {
    const wish = parse(ConnectBody, ctx.request.body);
    requireRole(ctx.state.merchant, 'owner');
    const provider = pathId(Provider, ctx.params['provider']);
    const { credentials } = parse(z.strictObject({ credentials: CREDENTIALS[provider] }), wish);
    ctx.body = ProviderAnswer.parse(await identityService.connect(ctx.state.merchant, provider, credentials));
  });

  router.delete('/identity/:provider', async (ctx) => {
    parse(NoBody, ctx.request.body);
    requireRole(ctx.state.merchant, 'owner');
    await identityService.disconnect(ctx.state.merchant, pathId(Provider, ctx.params['provider']));
    ctx.status = 204;
  });

  router.post('/identity/:provider/now', async (ctx) => {
    parse(NoBody, ctx.request.body);
    requireRole(ctx.state.merchant, 'manager');
    const provider = pathId(Provider, ctx.params['provider']);
    ctx.body = ProviderAnswer.parse(await identityService.readNow(ctx.state.merchant, provider));
    ctx.status = 202;
  });

  return router;
}
