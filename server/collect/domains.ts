import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { permitted } from './access-denied.ts';
import { defineCollector } from './collector.ts';
import { DOMAINS } from './documents.ts';
import { outsideText, parseEvidence } from './parse-evidence.ts';

const Answer = z.object({
  shop: z.object({
    primaryDomain: z.object({ host: outsideText(253) }),
    domains: z.array(z.object({ host: outsideText(253), sslEnabled: z.boolean() })).max(1_000),
  }),
});

/** The shop's addresses on the web, in Shopify's order. Source: Admin GraphQL `shop.domains`. */
export const domains = defineCollector({
  kind: 'domains',
  rung: 'platform',
  deadlineMs: 20_000,
  scopes: [],
  async collect({ admin, signal }) {
    const { shop } = parseEvidence(Answer, permitted(await admin.query(DOMAINS, {}, { signal }), []));
    return shop.domains.map(({ host, sslEnabled }) => ({
      host: asciiHost(host),
      isPrimary: asciiHost(host) === asciiHost(shop.primaryDomain.host),
      isTlsReady: sslEnabled,
    }));
  },
});

/** The form that certificates and browsers use: look-alike letters of another script show as "xn--…". */
const asciiHost = (host: string): string => domainToASCII(host) || host.toLowerCase();
