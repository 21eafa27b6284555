import { dnsOf } from '../sandbox/dns/dns-state.ts';
import type { Sandbox } from '../sandbox/start.ts';
import type { CollectContext, World } from '../server/collect/collector.ts';
import { proofName, proofText } from '../server/hosts/host-proof.ts';
import { hostBudget } from '../server/http/host-budget.ts';
import { createGuardedFetch } from '../server/http/guarded-fetch.ts';
import { createProbe } from '../server/http/probe.ts';
import { dnsOverHttps } from '../server/dns/doh-client.ts';
import { noOwnFacts } from './own-facts.ts';

const PROOF = 'proof-of-the-sandbox';
const DAY_MS = 86_400_000;

/** The real ways out, with the sandbox at their other end. Visits are not counted: a test reads a shop many times. */
export function sandboxWorld(sandbox: Pick<Sandbox, 'httpsPort' | 'caFile' | 'clock'>): {
  readonly world: World;
  close(): Promise<void>;
} {
  const connector = { connectTo: { host: '127.0.0.1', port: sandbox.httpsPort }, caFile: sandbox.caFile };
  const guardedFetch = createGuardedFetch(connector);
  const budget = hostBudget({ clock: sandbox.clock, callsPerMinute: Infinity });
  const probe = createProbe({ ...connector, budget });
  return {
    world: { ...noOwnFacts().world, guardedFetch, probe, dns: dnsOverHttps({ guardedFetch }) },
    async close() {
      await probe.close();
      await guardedFetch.close();
    },
  };
}

/** Own hosts with their proof in the sandbox's DNS, and a crawler signature of the main domain. */
export function ownWire(
  sandbox: Sandbox,
  shop: string,
  entered: { ownHosts?: readonly string[]; isUnproven?: boolean; signatureDaysLeft?: number },
): Pick<CollectContext<'storefront'>, 'ownHosts' | 'crawlerSignature'> {
  const state = sandbox.shops.find(({ domain }) => domain === shop);
  if (!state) throw new RangeError(`The sandbox has no shop "${shop}".`);
  const { ownHosts = [], isUnproven = false, signatureDaysLeft } = entered;
  if (!isUnproven) for (const host of ownHosts) dnsOf(state).texts[proofName(host)] = proofText(PROOF);
  const main = state.domains.find(({ isPrimary }) => isPrimary)?.host;
  return {
    ownHosts: async () => ownHosts.map((host) => ({ host, proof: PROOF })),
    async crawlerSignature(host) {
      if (host !== main || signatureDaysLeft === undefined) return null;
      const endsOn = new Date(sandbox.clock.now().getTime() + signatureDaysLeft * DAY_MS).toISOString().slice(0, 10);
      return { headers: { signature: 'sig1=:of-nobody:', 'signature-input': 'sig1=("@authority")' }, endsOn };
    },
  };
}
