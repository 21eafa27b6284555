import { isWithin } from '../data/shopify-hosts.ts';
import type { DomainRecords } from '../evidence/dns.ts';
import type { HostProbe, PageScript } from '../evidence/storefront.ts';
import type { HeaderGrade } from './grade.ts';
import { gradeHeaders } from './grade.ts';
import type { ScriptSource } from './input.ts';
import { firstValueOf } from './input.ts';

/**
 * The grade of a host that answered with a page; null for one that did not. `domains` say which hosts lie under one
 * registrable domain; a host that none of them names is taken for its own domain. The browsers' preload list is not
 * asked: a host that is in it loses no more than a bonus that only the best would get.
 */
export function gradeOf(probe: HostProbe, domains: readonly DomainRecords[] = []): HeaderGrade | null {
  const home = probe.pages.find(({ kind }) => kind === 'home') ?? probe.pages[0];
  if (probe.outcome !== 'answered' || !home) return null;
  const site = domains.find(({ hosts }) => hosts.includes(probe.host))?.domain ?? probe.host.replace(/^www\./, '');
  return gradeHeaders({
    host: probe.host,
    contentType: firstValueOf(probe.headers, 'content-type') ?? 'text/html',
    headers: probe.headers,
    cookies: probe.cookies,
    metaPolicies: probe.metaPolicies,
    metaReferrers: [],
    scripts: home.scripts.filter(({ isPreloaded }) => !isPreloaded).map((script) => sourceOf(script, site)),
    httpChain: probe.httpChain,
    isHttpReachable: probe.httpChain.length > 0,
    isHttpsReachable: true,
    isTlsTrusted: probe.tls ? probe.tls.isTrusted && probe.tls.isNameRight : true,
    cors: probe.cors,
    hstsPreload: {},
  });
}

function sourceOf({ scheme, hasIntegrity, host }: PageScript, site: string): ScriptSource {
  return { scheme, hasIntegrity, isSameSite: host === null || isWithin(host.toLowerCase(), site) };
}
