import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '../errors.ts';
import { isShopName } from '../shopify/shop-name.ts';

/** Seconds that a request may be old, or ahead of our clock. */
const WINDOW_S = 90;
/** 32 bytes in hex. */
const SIGNATURE = /^[0-9a-f]{64}$/;
const TIMESTAMP = /^\d{1,12}$/;
/** What Shopify writes itself, once each: a visitor who adds another of these speaks for nobody. */
const SHOPIFYS = ['shop', 'path_prefix', 'timestamp', 'logged_in_customer_id', 'signature'];

/** The request did not come through the shop's own domain, or not just now. */
export class ProxySignatureError extends AppError {
  constructor() {
    super({ type: 'proxy-signature', title: 'This address answers through the shop alone.', status: 401 });
  }
}

/**
 * The shop in whose name Shopify forwarded a request: HMAC-SHA256 in hex over every parameter but the signature, as
 * "name=value" with repeated values joined by a comma, sorted and written one after the other. The library's own check
 * reads the machine's clock and knows one secret; for an hour after a rotation the old one may still sign.
 * Source: shopify.dev, "Authenticate app proxies".
 *
 * @throws {ProxySignatureError}
 */
export function proxyShop(query: string, { secrets, now }: { secrets: readonly string[]; now: Date }): string {
  const given = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(query)) given.set(name, [...(given.get(name) ?? []), value]);
  if (SHOPIFYS.some((name) => (given.get(name)?.length ?? 0) > 1)) throw new ProxySignatureError();
  const one = (name: string): string => given.get(name)?.[0] ?? '';

  const signature = one('signature');
  given.delete('signature');
  if (!SIGNATURE.test(signature) || !isSigned(given, signature, secrets)) throw new ProxySignatureError();
  const shop = one('shop');
  const isFresh = TIMESTAMP.test(one('timestamp')) && ageS(Number(one('timestamp')), now) <= WINDOW_S;
  if (!isFresh || !isShopName(shop)) throw new ProxySignatureError();
  return shop;
}

function isSigned(
  given: ReadonlyMap<string, readonly string[]>,
  signature: string,
  secrets: readonly string[],
): boolean {
  const text = [...given].map(([name, values]) => `${name}=${values.join(',')}`);
  const joined = text.sort().join('');
  const told = Buffer.from(signature, 'hex');
  return secrets.some((secret) => timingSafeEqual(createHmac('sha256', secret).update(joined).digest(), told));
}

const ageS = (timestamp: number, now: Date): number => Math.abs(Math.floor(now.getTime() / 1_000) - timestamp);
