import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import type { BuyerSide } from '../server/buyers/buyer-side.ts';
import type { Clock } from '../server/clock.ts';
import { securityHeaders } from '../server/http/headers.ts';
import { problems } from '../server/http/problem.ts';
import type { AppState } from '../server/http/state.ts';
import { createLog } from '../server/log.ts';
import { guestRouters } from '../server/public-buyer/guest-router.ts';

export const GUEST_CLIENT_ID = 'prahari-test-client';
export const GUEST_SECRET = 'a secret of the tests';
export const FORMER_SECRET = 'the secret before it';

/** What buyers' pages call, listening, with the headers and the error answers of the whole app. */
export interface GuestPage {
  readonly origin: string;
  /** All that was logged, one JSON line each. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

export async function startGuestPage(buyers: BuyerSide, clock: Clock): Promise<GuestPage> {
  const lines: string[] = [];
  const log = createLog({ level: 'trace', destination: { write: (line: string) => void lines.push(line) } });
  const guests = guestRouters({
    ...{ buyers, clock, secrets: [GUEST_SECRET, FORMER_SECRET] },
    config: { SHOPIFY_CLIENT_ID: GUEST_CLIENT_ID, TRUSTED_PROXIES: 0 },
  });
  const app = new Koa<AppState>();
  app.silent = true;
  app.use(securityHeaders);
  app.use(problems({ log }));
  app.use(guests.cors);
  for (const router of guests.routers) app.use(router.routes()).use(router.allowedMethods());
  const handle = app.callback();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lines,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

type Parameters = Readonly<Record<string, string | readonly string[]>>;

/** A query as Shopify's app proxy signs it. */
export function proxyQuery(parameters: Parameters, secret = GUEST_SECRET): string {
  const joined = Object.entries(parameters)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : value.join(',')}`)
    .sort()
    .join('');
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) for (const one of [value].flat()) query.append(name, one);
  query.append('signature', createHmac('sha256', secret).update(joined).digest('hex'));
  return query.toString();
}

/** What Shopify adds to a visitor's request for a shop. */
export const proxyParameters = (shop: string, at: Date): Readonly<Record<string, string>> => ({
  shop,
  path_prefix: '/apps/prahari',
  timestamp: String(Math.floor(at.getTime() / 1_000)),
  logged_in_customer_id: '',
});

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as it is signed, whatever stands in it. */
export function signedToken(
  claims: unknown,
  {
    header = { alg: 'HS256', typ: 'JWT' },
    secret = GUEST_SECRET,
  }: { header?: Readonly<Record<string, unknown>>; secret?: string } = {},
) {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

/** Of a page after the order: `sub` only where somebody is signed in. */
export function buyerClaims(shop: string, at: Date, over: object = {}): Readonly<Record<string, unknown>> {
  const nowS = Math.floor(at.getTime() / 1_000);
  return { dest: shop, aud: GUEST_CLIENT_ID, exp: nowS + 300, nbf: nowS, iat: nowS, jti: 'invented', ...over };
}
