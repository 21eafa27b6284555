import type { Shopify } from '@shopify/shopify-api';
import type { Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Outbound } from '../http/guarded-fetch.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { createAdminClient } from './admin-client.ts';
import type { AdminCallOutcome } from './admin-client.ts';
import type { AdminApi } from './admin-api.ts';
import { AdminUnreachableError, ThrottledError, TokenRefusedError } from './admin-errors.ts';
import type { ShopLifecycle } from './lifecycle.ts';
import { createOAuth } from './oauth.ts';
import type { OAuth } from './oauth.ts';
import { sessionTokenVerifier } from './session-token.ts';
import type { VerifySessionToken } from './session-token.ts';
import { ShopSessions } from './shop-sessions.ts';
import { SHOP_IS_OPEN } from './shop-is-open.ts';
import { createShopify } from './shopify.ts';
import { createShopTokens } from './tokens.ts';
import type { ShopTokens } from './tokens.ts';

/** All that opens a shop to us, wired once for each process. */
export interface Access {
  readonly shopify: Shopify;
  readonly verify: VerifySessionToken;
  readonly oauth: OAuth;
  readonly tokens: ShopTokens;
  readonly adminFor: (shop: string) => AdminApi;
  /**
   * Whether the shop still lets us in: asked of Shopify, not of our records.
   * @throws {AdminUnreachableError} that cannot be told now
   */
  readonly isShopOpen: (shop: string) => Promise<boolean>;
}

export function createAccess({
  config,
  connection,
  cipher,
  guardedFetch,
  lifecycle,
  clock,
  observe,
}: {
  config: Pick<Config, 'SHOPIFY_CLIENT_ID' | 'SHOPIFY_CLIENT_SECRET' | 'APP_URL'>;
  connection: Connection;
  cipher: FieldCipher;
  guardedFetch: Outbound;
  lifecycle: () => ShopLifecycle;
  clock: Clock;
  observe?: (outcome: AdminCallOutcome) => void;
}): Access {
  const shopify = createShopify({
    clientId: config.SHOPIFY_CLIENT_ID,
    clientSecret: config.SHOPIFY_CLIENT_SECRET,
    appUrl: config.APP_URL,
    guardedFetch,
  });
  const oauth = createOAuth(shopify);
  const tokens = createShopTokens({
    sessions: new ShopSessions({ connection, cipher, clock }),
    oauth,
    lifecycle,
    clock,
  });
  const adminFor = createAdminClient({
    guardedFetch,
    openStream: guardedFetch.openStream,
    tokens,
    clock,
    ...(observe && { observe }),
  });

  return {
    shopify,
    verify: sessionTokenVerifier(shopify),
    oauth,
    tokens,
    adminFor,
    async isShopOpen(shop) {
      try {
        await adminFor(shop).query(SHOP_IS_OPEN);
        return true;
      } catch (error) {
        if (error instanceof TokenRefusedError) return false;
        if (error instanceof ThrottledError) return true; // who throttles us lets us in
        if (error instanceof AdminUnreachableError) throw error;
        throw new AdminUnreachableError(error);
      }
    },
  };
}
