import type { HttpHop } from '../evidence/storefront.ts';
import type { HeaderGradeInput } from './input.ts';
import { isPreloaded } from './hsts.ts';

/** Result of the test `redirection`: where http://host/ leads. */
export function redirectionResult(input: HeaderGradeInput): string {
  const { httpChain, hstsPreload } = input;
  if (!input.isHttpReachable || httpChain.length === 0) return 'redirection-not-needed-no-http';
  const hops = httpChain.map(hopOf);
  if (!input.isTlsTrusted && hops.some(({ isHttps }) => isHttps)) return 'redirection-invalid-cert';
  if (hops.every(({ host }) => isPreloaded(host, hstsPreload))) return 'redirection-all-redirects-preloaded';
  const [first, second] = hops;
  if (!second) return 'redirection-missing';
  if (!hops.at(-1)?.isHttps) return 'redirection-not-to-https';
  if (!second.isHttps) return 'redirection-not-to-https-on-initial-redirection';
  return first?.host === second.host ? 'redirection-to-https' : 'redirection-off-host-from-http';
}

interface Hop {
  readonly isHttps: boolean;
  readonly host: string;
}

/** Scheme and host of an address, in lower case, without port. */
export function hopOf({ url }: HttpHop): Hop {
  const [, scheme = '', host = ''] = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#]*@)?([^/?#:]*)/i.exec(url) ?? [];
  return { isHttps: scheme.toLowerCase() === 'https', host: host.toLowerCase() };
}
