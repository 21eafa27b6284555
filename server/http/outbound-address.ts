import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { OutboundFailedError, OutboundRefusedError } from './outbound-errors.ts';

/** All addresses of a name, asked once. Tests hand in a lying one. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export const resolveBySystem: Resolve = async (host) =>
  (await lookup(host, { all: true, order: 'verbatim' })).map(({ address }) => address);

/** A public name: letters, digits and hyphens, two labels or more, the last one not a number and not a private one. */
const PUBLIC_NAME = /^(?=.{4,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const PRIVATE_ENDINGS = ['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'arpa', 'onion'];

/**
 * https on 443 to a public name, without credentials; no bare addresses, in whatever notation. `allowsHttp`: or http on 80.
 * @throws {OutboundRefusedError}
 */
export function judgeUrl(text: string, { allowsHttp = false } = {}): URL {
  if (!URL.canParse(text)) throw new OutboundRefusedError('not-an-address');
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(allowsHttp && url.protocol === 'http:'))
    throw new OutboundRefusedError('not-https');
  if (url.username !== '' || url.password !== '') throw new OutboundRefusedError('credentials-in-address');
  if (url.port !== '') throw new OutboundRefusedError('port');
  const ending = url.hostname.slice(url.hostname.lastIndexOf('.') + 1);
  if (!PUBLIC_NAME.test(url.hostname) || PRIVATE_ENDINGS.includes(ending)) {
    throw new OutboundRefusedError('not-a-public-name');
  }
  url.hash = '';
  return url;
}

/** Only plain global unicast: mapped, translated (NAT64, 6to4, Teredo) and reserved ranges are all something else. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'unicast';
}

/**
 * The one address to dial. A name with a single inner address among public ones is refused whole.
 * @throws {OutboundRefusedError | OutboundFailedError}
 */
export async function publicAddressOf(host: string, resolve: Resolve): Promise<string> {
  let addresses: readonly string[];
  try {
    addresses = await resolve(host);
  } catch (cause) {
    throw new OutboundFailedError('unreachable', cause);
  }
  if (!addresses.every(isPublicAddress)) throw new OutboundRefusedError('not-a-public-address');
  // IPv4 first: a container often has IPv6 names without an IPv6 road.
  const dialled = addresses.find((address) => ipaddr.IPv4.isValid(address)) ?? addresses[0];
  if (dialled === undefined) throw new OutboundFailedError('unreachable');
  return dialled;
}
