import { CUSTOMARY_SELECTORS, MAIL_SERVICES, type MailService } from '../data/mail-services.ts';
import { isWithin } from '../data/shopify-hosts.ts';
import type { Zone } from '../evidence/dns.ts';
import { isSpfRecord, parseSpf } from './spf-terms.ts';
import { bareName, zoneReader } from './zone-reader.ts';

/** Services that receive the domain's mail or that its SPF record lets send for it. */
export function mailServicesOf(zone: Zone, domain: string): MailService[] {
  const reader = zoneReader(zone);
  const hosts = reader.records(domain, 'MX').map((record) => bareName(record.trim().split(/\s+/).at(-1) ?? ''));
  const terms = reader
    .texts(domain)
    .filter(isSpfRecord)
    .flatMap((text) => parseSpf(text)?.mechanisms ?? []);
  const included = new Set(terms.flatMap(({ kind, target }) => (kind === 'include' ? [bareName(target ?? '')] : [])));
  return MAIL_SERVICES.filter(
    ({ receivers, spfHosts }) =>
      receivers.some((end) => hosts.some((host) => isWithin(host, end))) || spfHosts.some((host) => included.has(host)),
  );
}

/** Selectors to ask for: those of the services in use first, then the customary ones. */
export function selectorsToTry(zone: Zone, domain: string): string[] {
  const known = mailServicesOf(zone, domain).flatMap(({ selectors }) => selectors);
  return [...new Set([...known, ...CUSTOMARY_SELECTORS])];
}
