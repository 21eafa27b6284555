import Router from 'koa-router';
import type { GuestLimits } from '../buyers/guest-limits.ts';
import type { Clock } from '../clock.ts';
import type { AppState } from '../http/state.ts';
import type { ProxyDesk } from './proxy-desk.ts';
import { proxyShop } from './proxy-signature.ts';
import { typedNumber } from './typed-number.ts';
import { visitorAddress } from './visitor.ts';

export interface ProxyParts {
  readonly desk: ProxyDesk;
  readonly limits: Pick<GuestLimits, 'typed'>;
  /** The client secret, and the one before it. */
  readonly secrets: readonly string[];
  readonly trustedProxies: number;
  readonly clock: Clock;
}

/**
 * What the blocks in a shop's theme ask, through the shop's own domain: Shopify forwards and signs. The shop comes from
 * what is signed; the number stands in the body alone.
 */
export function proxyRoutes({ desk, limits, secrets, trustedProxies, clock }: ProxyParts): Router<AppState> {
  const router = new Router<AppState>({ prefix: '/proxy' });

  router.post('/gstin', async (ctx) => {
    const shop = proxyShop(ctx.querystring, { secrets, now: clock.now() });
    await limits.typed(shop, visitorAddress(ctx, trustedProxies));
    ctx.body = await desk.answer(shop, await typedNumber(ctx));
  });

  return router;
}
