import { getDomain } from 'tldts';
import { proofName, proofText } from '../../hosts/host-proof.ts';
import { atMost } from '../at-most.ts';
import { defineCollector, type CollectContext } from '../collector.ts';
import { shopHosts } from '../shop-hosts.ts';
import { domainRecords } from './domain-records.ts';

const MAX_DOMAINS = 10;
const ASKED_AT_ONCE = 2;
const QUESTIONS_MS = 90_000;

/** Names of the platform: their mail and their certificates are Shopify's. */
const OF_THE_PLATFORM = /(^|\.)(myshopify\.com|shopify\.com|shopifypreview\.com|myshopify\.io)$/;

/**
 * What the DNS says of the domains that the shop's hosts lie in: those of the Admin API, and the merchant's own whose
 * record proves it. None for a shop that has only its myshopify.com name.
 */
export const dns = defineCollector({
  kind: 'dns',
  rung: 'platform',
  deadlineMs: 120_000,
  scopes: [],
  async collect(context) {
    const { world, signal } = context;
    const ends = AbortSignal.timeout(QUESTIONS_MS);
    const hosts = [...(await shopHosts(context)).map(({ host }) => host), ...(await provenHosts(context))];
    const { dns: client, guardedFetch } = world;
    return atMost(ASKED_AT_ONCE, domainsOf(hosts).slice(0, MAX_DOMAINS), (domain) =>
      domainRecords(domain, { dns: client, guardedFetch, ends, signal }),
    );
  },
});

async function provenHosts({ ownHosts, world, signal }: CollectContext<'dns'>): Promise<string[]> {
  const proven = (await ownHosts()).map(async ({ host, proof }) => {
    const { records } = await world.dns.ask(proofName(host), 'TXT', signal);
    return records.flat().includes(proofText(proof)) ? [host] : [];
  });
  return (await Promise.all(proven)).flat();
}

/** Registrable domains with their hosts, in the order of the hosts. */
function domainsOf(hosts: readonly string[]): { readonly domain: string; readonly hosts: readonly string[] }[] {
  const domains = new Map<string, Set<string>>();
  for (const host of hosts) {
    const domain = OF_THE_PLATFORM.test(host) ? null : getDomain(host, { allowPrivateDomains: true });
    if (domain) domains.set(domain, (domains.get(domain) ?? new Set()).add(host));
  }
  return [...domains].map(([domain, inIt]) => ({ domain, hosts: [...inIt] }));
}
