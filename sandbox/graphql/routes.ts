import { randomUUID } from 'node:crypto';

import Router from 'koa-router';

import type { BulkBook } from '../bulk/bulk-book.ts';
import type { SandboxClock } from '../clock.ts';
import type { TokenBook } from '../oauth/token-book.ts';
import { readObject } from '../read-body.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { answerAdmin, type AdminRequest } from './admin-graphql.ts';
import type { AppIdentity } from './app-node.ts';
import { costBucket, type CostBucket } from './cost-bucket.ts';
import { rootValue } from './root.ts';
import { SCHEMA_VERSION } from './schema.ts';

const REFUSED = '[API] Invalid API key or access token (unrecognized login or wrong password)';

/** POST /admin/api/VERSION/graphql.json. The shop is in `ctx.state.shop`. */
export function adminRoutes(parts: {
  app: AppIdentity;
  tokens: TokenBook;
  clock: SandboxClock;
  bulk: BulkBook;
  revokeScopes: (shop: ShopState, scopes: readonly string[]) => void;
  changed: () => void;
}): Router {
  const router = new Router();
  const buckets = new Map<string, CostBucket>();

  router.post('/admin/api/:version/graphql.json', async (ctx) => {
    const shop = (ctx.state as { shop: ShopState }).shop;
    ctx.set('X-Request-Id', randomUUID());
    if (!isVersion(ctx.params['version'])) {
      ctx.status = 404;
      ctx.body = { errors: 'Not Found' };
      return;
    }
    // Whatever was asked for, the answer is of the version that the sandbox holds, and says so.
    ctx.set('X-Shopify-API-Version', SCHEMA_VERSION);
    if (!mayEnter(shop, ctx.get('X-Shopify-Access-Token'), parts.tokens)) {
      ctx.status = 401;
      ctx.body = { errors: REFUSED };
      return;
    }
    // The body of a locked shop's answer is Shopify's, as developers reported it; a frozen shop's was not seen.
    if (shop.faults.closed) {
      ctx.status = shop.faults.closed === 'frozen' ? 402 : 423;
      ctx.body = { errors: 'This store is unavailable' };
      return;
    }
    const request = requestOf(await readObject(ctx));
    if (!request) {
      ctx.status = 400;
      ctx.body = { errors: { query: 'Required parameter missing or invalid' } };
      return;
    }
    const bucket = buckets.get(shop.domain) ?? costBucket(parts.clock);
    buckets.set(shop.domain, bucket);
    ctx.body = answerAdmin(request, {
      rootValue: rootValue(
        shop,
        parts.app,
        { bulk: parts.bulk, revokeScopes: (scopes) => parts.revokeScopes(shop, scopes), changed: parts.changed },
        parts.clock.nowMs,
      ),
      grantedScopes: shop.installation.grantedScopes,
      bucket,
      isThrottled: shop.faults.throttle,
    });
  });

  return router;
}

function isVersion(version: string | undefined): boolean {
  return version === 'unstable' || (/^20\d\d-(01|04|07|10)$/.test(version ?? '') && (version ?? '') <= SCHEMA_VERSION);
}

function mayEnter(shop: ShopState, accessToken: string, tokens: TokenBook): boolean {
  if (!shop.installation.isInstalled || shop.faults.uninstalled || shop.faults.revokedToken) return false;
  return tokens.isGood(shop.domain, accessToken);
}

function requestOf(body: Record<string, unknown> | null): AdminRequest | null {
  if (typeof body?.['query'] !== 'string' || body['query'].trim() === '') return null;
  const { variables, operationName } = body;
  return {
    query: body['query'],
    variables: typeof variables === 'object' && variables !== null ? (variables as Record<string, unknown>) : {},
    operationName: typeof operationName === 'string' ? operationName : null,
  };
}
