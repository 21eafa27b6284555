import { createHmac } from 'node:crypto';

import type { Context } from 'koa';

import type { SandboxClock } from '../clock.ts';
import { readBody } from '../read-body.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { storefrontOf } from './storefront-state.ts';

const PREFIX = '/apps/prahari';
const LONGEST_MS = 10_000;
/** Neither goes to the app, nor comes back from it. */
const KEPT_BACK =
  /^(cookie|set-cookie|host|connection|content-length|transfer-encoding|content-encoding|keep-alive|x-forwarded-.*|x-sandbox-.*)$/;
const ERROR_PAGE =
  '<!doctype html><html lang="en"><title>Something went wrong</title><h1>There was an error in the third-party application.</h1><p><a href="/">Return home</a></p></html>';

export const PROXY_FAULTS = ['tampered', 'old', 'unreachable'] as const;

export interface ProxyParts {
  readonly appUrl: string;
  readonly clientSecret: string;
  readonly clock: Pick<SandboxClock, 'nowMs'>;
}

/**
 * https://SHOP/apps/prahari/… is asked at the app's /proxy/…, with the platform's parameters and its signature, and
 * without cookies. Whose address it comes from stands in X-Forwarded-For: the visitor's own, or another one that a test
 * names in X-Sandbox-Visitor. False: another path.
 */
export async function appProxy(
  ctx: Context,
  shop: ShopState,
  { path, customerId }: { path: string; customerId: number | null },
  parts: ProxyParts,
): Promise<boolean> {
  if (path !== PREFIX && !path.startsWith(`${PREFIX}/`)) return false;
  const fault = storefrontOf(shop).proxyFault ?? null;
  const body = ctx.method === 'GET' || ctx.method === 'HEAD' ? '' : await readBody(ctx);
  if (body === null) return refuse(ctx, 413);
  const nowMs = parts.clock.nowMs() - (fault === 'old' ? 3_600_000 : 0);
  const query = signedQuery(
    new URLSearchParams(ctx.querystring),
    {
      shop: shop.domain,
      path_prefix: PREFIX,
      timestamp: String(Math.floor(nowMs / 1_000)),
      logged_in_customer_id: customerId === null ? '' : String(customerId),
    },
    parts.clientSecret,
  );
  if (fault === 'tampered') query.set('logged_in_customer_id', '1');
  const url = new URL(`/proxy${path.slice(PREFIX.length)}?${query.toString()}`, parts.appUrl);
  try {
    const answer = await fetch(fault === 'unreachable' ? 'http://127.0.0.1:9/' : url, {
      method: ctx.method,
      headers: {
        ...forwarded(ctx),
        'X-Forwarded-For': ctx.get('X-Sandbox-Visitor') || ctx.ip,
        'X-Forwarded-Host': ctx.host,
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST_MS),
      ...(body !== '' && { body }),
    });
    ctx.status = answer.status;
    answer.headers.forEach((value, name) => {
      if (!KEPT_BACK.test(name)) ctx.set(name, value);
    });
    ctx.body = Buffer.from(await answer.arrayBuffer());
    return true;
  } catch {
    ctx.type = 'html';
    ctx.body = ERROR_PAGE;
    ctx.status = 502;
    return true;
  }
}

/** The visitor's parameters and the platform's own, which win, under their signature. */
export function signedQuery(
  visitors: URLSearchParams,
  own: Readonly<Record<string, string>>,
  secret: string,
): URLSearchParams {
  const query = new URLSearchParams([...visitors].filter(([name]) => name !== 'signature'));
  for (const [name, value] of Object.entries(own)) query.set(name, value);
  const joined = [...new Set(query.keys())]
    .map((name) => `${name}=${query.getAll(name).join(',')}`)
    .toSorted()
    .join('');
  query.set('signature', createHmac('sha256', secret).update(joined).digest('hex'));
  return query;
}

function forwarded(ctx: Context): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ctx.headers).flatMap(([name, value]) =>
      typeof value === 'string' && !KEPT_BACK.test(name) ? [[name, value]] : [],
    ),
  );
}

function refuse(ctx: Context, status: number): true {
  ctx.status = status;
  ctx.body = '';
  return true;
}
