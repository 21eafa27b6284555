import type { HostProbe } from '../../../core/evidence/storefront.ts';
import { atMost } from '../at-most.ts';
import { defineCollector, type CollectContext, type OwnHost } from '../collector.ts';
import { proofName, proofText } from '../../hosts/host-proof.ts';
import { shopHosts } from '../shop-hosts.ts';
import { unvisited, visitHost, type HostToVisit, type HostVisited } from './host-visit.ts';
import { readScriptCode } from './script-code.ts';

/** The main domain first, then the merchant's own hosts, then the others in Shopify's order. */
const MAX_HOSTS = 20;
const VISITED_AT_ONCE = 4;
const VISITS_MS = 60_000;
/** Of one page, as evidence keeps them; a page with more is one that nobody can take stock of. */
const MAX_SCRIPTS = 1_000;

/**
 * Every host of the shop, visited as a stranger: those that the Admin API lists, and those that the merchant named and
 * whose DNS says so. A host that answers badly, slowly or not at all is an entry that says so.
 */
export const storefront = defineCollector({
  kind: 'storefront',
  rung: 'platform',
  deadlineMs: 120_000,
  scopes: [],
  async collect(context) {
    const { world, signal } = context;
    const hosts = await hostsToVisit(context);
    const ends = AbortSignal.any([signal, AbortSignal.timeout(VISITS_MS)]);
    const visited = await atMost(VISITED_AT_ONCE, hosts, (host) => visitOne(host, context, ends));
    const scripts = visited.flatMap(({ pages }) => pages.flatMap(({ read }) => read.scripts));
    const codes = await readScriptCode(scripts, {
      code: world.code,
      guardedFetch: world.guardedFetch,
      ownHosts: new Set(hosts.map(({ host }) => host)),
      keepScriptText: context.keepScriptText,
      signal,
    });
    return {
      hosts: visited.map(({ probe, pages }): HostProbe => ({
        ...probe,
        pages: pages.map(({ kind, path, status, isPartial, read }) => ({
          ...{ kind, path, status },
          isPartial: isPartial || read.scripts.length > MAX_SCRIPTS,
          scripts: read.scripts.slice(0, MAX_SCRIPTS).map(codes.seen),
          forms: read.forms,
          insecure: read.insecure,
          frameHosts: read.frameHosts,
          hasLegacyLoader: read.hasLegacyLoader,
        })),
      })),
      libraries: codes.libraries,
    };
  },
});

type Context = CollectContext<'storefront'>;

async function hostsToVisit(context: Context): Promise<(HostToVisit & { readonly own: OwnHost | null })[]> {
  const listed = await shopHosts(context);
  const own = (await context.ownHosts()).filter(({ host }) => !listed.some((known) => known.host === host));
  const shopify = listed.map(({ host, isPrimary }) => ({
    host,
    listedBy: 'shopify' as const,
    isMain: isPrimary,
    own: null,
  }));
  const ours = own.map((one) => ({ host: one.host, listedBy: 'own' as const, isMain: false, own: one }));
  const inOrder = [...shopify.filter(({ isMain }) => isMain), ...ours, ...shopify.filter(({ isMain }) => !isMain)];
  return Promise.all(
    inOrder.slice(0, MAX_HOSTS).map(async (one) => ({ ...one, signature: await context.crawlerSignature(one.host) })),
  );
}

async function visitOne(
  to: HostToVisit & { readonly own: OwnHost | null },
  { world, asOf, signal }: Context,
  ends: AbortSignal,
): Promise<HostVisited> {
  try {
    if (
      to.own &&
      !(await world.dns.ask(proofName(to.host), 'TXT', ends)).records.flat().includes(proofText(to.own.proof))
    )
      return unvisited(to, 'not-verified', asOf);
    return await visitHost(to, { probe: world.probe, asOf, signal: ends });
  } catch (error) {
    signal.throwIfAborted();
    if (!ends.aborted) throw error;
    return unvisited(to, 'timed-out', asOf); // the others took the time
  }
}
