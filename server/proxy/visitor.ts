import type { AppContext } from '../http/state.ts';

const LONGEST_ADDRESS = 100;

/**
 * The visitor's address as Shopify told it. What our own proxies added behind it is theirs: the address of Shopify's
 * machine, which all visitors share. A visitor may claim another in front; the shop's own limit holds all the same.
 */
export function visitorAddress(ctx: Pick<AppContext, 'get' | 'ip'>, trustedProxies: number): string {
  const told = ctx
    .get('X-Forwarded-For')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  const [visitor = ctx.ip] = told.slice(0, Math.max(0, told.length - trustedProxies));
  return visitor.slice(0, LONGEST_ADDRESS);
}
