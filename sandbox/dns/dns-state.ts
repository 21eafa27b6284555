import { journalOf } from '../own-host/journal.ts';
import type { ShopState } from '../shops/shop-state.ts';

/** How the resolver misbehaves for the names of one shop. */
export const DNS_FAULTS = [
  'servfail', // the zone's own servers do not answer the resolver
  'silence', // no answer until the caller gives up
  'garbage', // a page where JSON belongs
  'flood', // more than anybody reads
] as const;
export type DnsFault = (typeof DNS_FAULTS)[number];

/** What the DNS and the registry hold of one shop's domain. Invented. */
export interface DnsState {
  spf: string | null;
  dmarc: string | null;
  hasDkim: boolean;
  hasMailTransport: boolean;
  caa: string[];
  isSigned: boolean;
  /** Further names of the domain, each an alias of another: "blog" of "shop-of-nobody.example". */
  aliases: Record<string, string>;
  /** Further TXT records by whole name: the proof of an own host. */
  texts: Record<string, string>;
  registration: { isTransferLocked: boolean; daysLeft: number };
  fault: DnsFault | null;
}

/** Mail with Google, which nobody can send in the shop's name. */
const CLEAN_SPF = 'v=spf1 include:_spf.google.com -all';

export function dnsOf(shop: ShopState): DnsState {
  return (shop.dns ??= {
    spf: CLEAN_SPF,
    dmarc: `v=DMARC1; p=reject; rua=mailto:dmarc@${shop.handle}.example`,
    hasDkim: true,
    hasMailTransport: true,
    caa: ['0 issue "letsencrypt.org"', '0 issue "pki.goog"', '0 issuewild ";"'],
    isSigned: true,
    aliases: {},
    texts: {},
    registration: { isTransferLocked: true, daysLeft: 300 },
    fault: null,
  });
}

/** Of a key pair that signs nothing. */
const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA7xPjkzT9Z8FaSLlUXoD5YyM7BlEYBW+a+7Hvaiy4dienk0SjqO+xIFC42L9yoGEhdslQ1mkL2Y24enQxvMNVPuBu7jnt1qAcWZ0DK6xUByWF/tcH0SrJYM96dJ29PKrrWV3atB91W0Ubh7oTL9E7LcI6iv2h+nThPk/piV7cIU3g4SfZlyf2NwxVSLbmotJvaIKb/zPzPni72webc6+xg2bz/wglkMCpqJm3XrwW891CtKp3RazVxeeAO1PLfDasztbFd1eziK0n81yldi2e/NQ93MQXtAyQK9Abzegzosr6XSgXpDKCAimOIq4WAXMFPDfXxgU0qfB0bB/s9fUqOQIDAQAB';

export type RecordType = 'TXT' | 'MX' | 'A' | 'AAAA' | 'CNAME' | 'NS' | 'CAA' | 'DS';
export type Records = Partial<Record<RecordType, readonly string[]>>;

/** Records by name, as a zone file would hold them. */
export function zoneOf(shop: ShopState): Record<string, Records> {
  const dns = dnsOf(shop);
  const domain = `${shop.handle}.example`;
  const text = (value: string | null): Records => (value === null ? {} : { TXT: [value] });
  return {
    [domain]: {
      ...text(dns.spf),
      MX: ['1 smtp.google.com.'],
      NS: ['ns1.invented-registrar.example.', 'ns2.invented-registrar.example.'],
      A: ['23.227.38.65'],
      ...(dns.caa.length > 0 && { CAA: dns.caa }),
      ...(dns.isSigned && { DS: ['2371 13 2 1f987cc6583e92df0890718c42a5e2cf1c7a8c8a3c4e5b6d7e8f901234567890'] }),
    },
    ...Object.fromEntries(
      shop.domains
        .filter(({ host }) => host !== domain && host.endsWith(`.${domain}`))
        .map(({ host }) => [host, { CNAME: ['shops.myshopify.com.'] }]),
    ),
    [journalOf(shop)]: { A: ['192.0.2.80'] },
    [`_dmarc.${domain}`]: text(dns.dmarc),
    [`google._domainkey.${domain}`]: text(dns.hasDkim ? `v=DKIM1; k=rsa; p=${PUBLIC_KEY}` : null),
    [`_mta-sts.${domain}`]: text(dns.hasMailTransport ? 'v=STSv1; id=20260801T000000' : null),
    [`_smtp._tls.${domain}`]: text(dns.hasMailTransport ? `v=TLSRPTv1; rua=mailto:tls@${domain}` : null),
    ...Object.fromEntries(
      Object.entries(dns.aliases).map(([label, to]) => [`${label}.${domain}`, { CNAME: [`${to}.`] }]),
    ),
    ...Object.fromEntries(Object.entries(dns.texts).map(([name, value]) => [name, { TXT: [value] }])),
  };
}

/** Names of others that the shops' records lead to. */
export const NAMES_OF_OTHERS: Readonly<Record<string, Records>> = {
  'shops.myshopify.com': { A: ['23.227.38.74'] },
  'smtp.google.com': { A: ['142.250.4.27'], AAAA: ['2404:6800:4003:c00::1b'] },
  '_spf.google.com': { TXT: ['v=spf1 ip4:74.125.0.0/16 ip4:209.85.128.0/17 ip6:2404:6800:4864::/56 ~all'] },
};
