import { decodeBase64 } from './base64.ts';

const MAX_HOSTS = 50;
/** "https://host", "//host" behind a quote, also with JSON's "\/". A bare "host.com" in a text is no address. */
const ADDRESS =
  /(?:\b(?:https?|wss?):|(?<=["'`(=\s]))\\?\/\\?\/((?:[a-z0-9\u0400-\u04ff_](?:[a-z0-9\u0400-\u04ff_-]{0,61}[a-z0-9\u0400-\u04ff])?\.){1,8}[a-z][a-z0-9-]{1,23})(?![a-z0-9.-]*@)/gi;
const HIDDEN = /["'`](aHR0c[A-Za-z0-9+/_-]{8,400}={0,2}|Ly9[A-Za-z0-9+/_-]{8,400}={0,2})["'`]/g;

export interface HostNamed {
  readonly host: string;
  readonly at: number;
  /** Written so that nobody reads it: base64. */
  readonly isHidden: boolean;
}

/** Hosts that code names in addresses, each at its first place; those written as base64 too. At most 50. */
export function hostsNamed(text: string): HostNamed[] {
  const found = new Map<string, HostNamed>();
  const add = (host: string, at: number, isHidden: boolean) => {
    const name = host.toLowerCase();
    if (!isAboutNothing(name) && !found.has(name) && found.size < MAX_HOSTS)
      found.set(name, { host: name, at, isHidden });
  };
  for (const match of text.matchAll(HIDDEN)) {
    const decoded = decodeBase64(match[1] ?? '') ?? '';
    const host = /^(?:https?:|wss?:)?\/\/([\w.-]{4,253})/.exec(decoded)?.[1];
    if (host?.includes('.')) add(host, match.index, true);
  }
  for (const match of text.matchAll(ADDRESS)) add(match[1] ?? '', match.index, false);
  return [...found.values()];
}

/** Names in namespaces and licences: no browser ever calls them. */
const NOT_CALLED = ['www.w3.org', 'schema.org', 'json-schema.org', 'ogp.me', 'purl.org', 'ns.adobe.com'];
const isAboutNothing = (host: string) =>
  NOT_CALLED.includes(host) || /\.(?:js|css|html?|json|png|svg|liquid)$/.test(host);
