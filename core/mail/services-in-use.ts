import { MAIL_SERVICES, type MailService } from '../data/mail-services.ts';
import { isWithin } from '../data/shopify-hosts.ts';
import type { Zone } from '../evidence/dns.ts';
import { isSpfRecord, parseSpf, type SpfMechanism } from './spf-terms.ts';
import { bareName, zoneReader } from './zone-reader.ts';

/** Services that receive the domain's mail or that its SPF record lets send for it. */
export function mailServicesOf(zone: Zone, domain: string): MailService[] {
  const hosts = mailHostsOf(zone, domain);
  const terms = spfMechanisms(zone, domain);
  const included = new Set(terms.flatMap(({ kind, target }) => (kind === 'include' ? [bareName(target ?? '')] : [])));
  return MAIL_SERVICES.filter(
    ({ receivers, spfHosts }) =>
      receivers.some((end) => hosts.some((host) => isWithin(host, end))) || spfHosts.some((host) => included.has(host)),
  );
}

/** Whether the domain seems to send mail: it takes some in, or its SPF record names somebody who may send. */
export function sendsMail(zone: Zone, domain: string): boolean {
  return mailHostsOf(zone, domain).length > 0 || spfMechanisms(zone, domain).some(({ kind }) => kind !== 'all');
}

/** Servers that take in the domain's mail. "." says that none does (RFC 7505). */
function mailHostsOf(zone: Zone, domain: string): string[] {
  const records = zoneReader(zone).records(domain, 'MX');
  return records.map((record) => bareName(record.trim().split(/\s+/).at(-1) ?? '')).filter((host) => host !== '');
}

function spfMechanisms(zone: Zone, domain: string): SpfMechanism[] {
  const records = zoneReader(zone).texts(domain).filter(isSpfRecord);
  return records.flatMap((text) => parseSpf(text)?.mechanisms ?? []);
}
