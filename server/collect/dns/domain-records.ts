import type { AliasSeen, DomainRecords } from '../../../core/evidence/dns.ts';
import { caaVerdict } from '../../../core/mail/caa.ts';
import { dmarcVerdict } from '../../../core/mail/dmarc.ts';
import { mailServicesOf } from '../../../core/mail/services-in-use.ts';
import { spfVerdict } from '../../../core/mail/spf.ts';
import { transportVerdict } from '../../../core/mail/transport.ts';
import type { DnsClient } from '../../dns/dns-client.ts';
import type { GuardedFetch } from '../../http/guarded-fetch.ts';
import { askerOf, type Asker } from './asker.ts';
import { dkimSelectorsFor } from './dkim-selectors.ts';
import { mailPolicyMode } from './mail-policy.ts';
import { registrationOf } from './registration.ts';

/** Names that shops give to what they once used: a dead alias there can be taken over by a stranger. */
const COMMON_NAMES = [
  'www',
  'shop',
  'store',
  'blog',
  'help',
  'support',
  'mail',
  'cdn',
  'app',
  'track',
  'returns',
  'sale',
];

/**
 * What the DNS and the registry say of one domain.
 * @throws the reason of `signal` alone
 */
export async function domainRecords(
  { domain, hosts }: { readonly domain: string; readonly hosts: readonly string[] },
  world: { dns: DnsClient; guardedFetch: GuardedFetch; ends: AbortSignal; signal: AbortSignal },
): Promise<DomainRecords> {
  const asker = askerOf(world);
  const { ask } = asker;
  const atDomain = ['MX', 'NS', 'TXT'] as const;
  const [registration, signatures, aliases] = await Promise.all([
    registrationOf(domain, world),
    ask('DS', domain),
    aliasesOf([...new Set([...hosts, ...COMMON_NAMES.map((name) => `${name}.${domain}`)])], asker),
    ...atDomain.map((type) => ask(type, domain)),
    ...[domain, ...hosts].map((host) => asker.askAll((zone) => caaVerdict(zone, host, domain).questions)),
    asker.askAll((zone) => transportVerdict(zone, domain).questions),
    asker.askAll((zone) => dmarcVerdict(zone, domain, domain).questions),
    asker.askAll((zone) => spfVerdict(zone, domain).questions),
  ]);
  const documented = mailServicesOf(asker.zone(), domain).flatMap(({ selectors }) => selectors);
  const dkimSelectors = [...new Set([...documented, ...dkimSelectorsFor(mailHosts(asker, domain))])].sort();
  await Promise.all(dkimSelectors.map((selector) => ask('TXT', `${selector}._domainkey.${domain}`)));
  const { hasPolicyRecord } = transportVerdict(asker.zone(), domain);
  return {
    domain,
    hosts,
    zone: asker.zone(),
    unanswered: asker.unanswered(),
    dkimSelectors,
    isSigned: signatures.status === 'failed' ? null : signatures.status === 'found',
    aliases,
    mailPolicyMode: hasPolicyRecord ? await mailPolicyMode(domain, world) : null,
    registration,
  };
}

/** Hosts that take or send the domain's mail: targets of MX, and what its SPF record includes. */
function mailHosts(asker: Asker, domain: string): string[] {
  const zone = asker.zone();
  const exchanges = (zone[domain]?.MX ?? []).map((record) => record.split(/\s+/).at(-1) ?? '');
  const texts = (zone[domain]?.TXT ?? []).map((record) => [record].flat().join(''));
  const included = texts.flatMap((text) =>
    text.startsWith('v=spf1') ? [...text.matchAll(/\binclude:(\S+)/g)].map(([, host = '']) => host.toLowerCase()) : [],
  );
  return [...exchanges, ...included];
}

async function aliasesOf(names: readonly string[], { ask }: Asker): Promise<AliasSeen[]> {
  const seen = await Promise.all(
    names.map(async (name): Promise<AliasSeen[]> => {
      const target = (await ask('CNAME', name)).records.flat()[0];
      if (target === undefined) return [];
      const [four, six] = await Promise.all([ask('A', target), ask('AAAA', target)]);
      const isThere = four.status === 'found' || six.status === 'found';
      const isUnknown = four.status === 'failed' || six.status === 'failed';
      return [{ name, target, state: isThere ? 'resolves' : isUnknown ? 'unknown' : 'missing' }];
    }),
  );
  return seen.flat().sort((a, b) => (a.name < b.name ? -1 : 1));
}
