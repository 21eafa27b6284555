import type { Zone } from '../evidence/dns.ts';
import { caaVerdict } from './caa.ts';
import { dkimVerdict } from './dkim.ts';
import { dmarcVerdict } from './dmarc.ts';
import { selectorsToTry } from './services-in-use.ts';
import { spfVerdict } from './spf.ts';
import { transportVerdict } from './transport.ts';

/**
 * Every question that the verdicts on a domain put to its zone, as "TXT _dmarc.shop.example". An answer may lead to
 * further ones, so whoever fills the zone asks those that are new until none is. Bounded: an endless chain of SPF
 * records is given up.
 */
export function mailQuestions(zone: Zone, domain: string, hosts: readonly string[]): string[] {
  const asked = [
    ...transportVerdict(zone, domain).questions,
    ...spfVerdict(zone, domain).questions,
    ...dmarcVerdict(zone, domain, domain).questions,
    ...dkimVerdict(zone, domain, selectorsToTry(zone, domain)).questions,
    ...[domain, ...hosts].flatMap((host) => caaVerdict(zone, host, domain).questions),
  ];
  return [...new Set(asked)];
}
