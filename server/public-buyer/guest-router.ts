import type Router from 'koa-router';
import type { BuyerSide } from '../buyers/buyer-side.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { cors } from '../http/cors.ts';
import type { AppState, Middleware } from '../http/state.ts';
import { proxyRoutes } from '../proxy/proxy.routes.ts';
import { buyerTokens } from './buyer-token.ts';
import { publicBuyerRoutes } from './public-buyer.routes.ts';

/** All that buyers' pages call: /proxy through the shop's own domain, /buyer from extensions, whatever their origin. */
export function guestRouters({
  buyers,
  config,
  secrets,
  clock,
}: {
  buyers: BuyerSide;
  config: Pick<Config, 'SHOPIFY_CLIENT_ID' | 'TRUSTED_PROXIES'>;
  secrets: readonly string[];
  clock: Clock;
}): { cors: Middleware; routers: readonly Router<AppState>[] } {
  const verify = buyerTokens({ clientId: config.SHOPIFY_CLIENT_ID, secrets, now: () => clock.now() });
  return {
    cors: cors({ under: '/buyer', origins: '*', methods: ['GET', 'POST', 'PUT'] }),
    routers: [
      proxyRoutes({
        ...{ desk: buyers.proxy, limits: buyers.limits, secrets, clock },
        trustedProxies: config.TRUSTED_PROXIES,
      }),
      publicBuyerRoutes({ ...buyers, verify }),
    ],
  };
}
