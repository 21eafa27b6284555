import type { Zone } from '../evidence/dns.ts';
import { tagsOf } from './tag-list.ts';
import { bareName, zoneReader } from './zone-reader.ts';

export interface TransportVerdict {
  /** Somebody receives mail for the domain. "." as the only host says that nobody does (RFC 7505). */
  readonly receivesMail: boolean;
  /** An MTA-STS record stands at its name. Which mode the policy file behind it has, the DNS does not tell. */
  readonly hasPolicyRecord: boolean;
  /** Senders are asked to report failed encryption. */
  readonly hasReports: boolean;
  readonly questions: readonly string[];
}

/** What the domain tells senders about encrypted delivery: RFC 8461 (MTA-STS) and RFC 8460 (TLS reports). */
export function transportVerdict(zone: Zone, domain: string): TransportVerdict {
  const reader = zoneReader(zone);
  const name = bareName(domain);
  const hosts = reader.records(name, 'MX').map((record) => bareName(record.trim().split(/\s+/).at(-1) ?? ''));
  const policies = reader.texts(`_mta-sts.${name}`).filter((text) => /^v=STSv1\s*;/.test(text));
  const reports = reader.texts(`_smtp._tls.${name}`).filter((text) => /^v=TLSRPTv1\s*;/.test(text));
  return {
    receivesMail: hosts.some((host) => host !== ''),
    hasPolicyRecord: policies.length === 1 && /^[a-z0-9]{1,32}$/i.test(tagsOf(policies[0] ?? '')?.get('id') ?? ''),
    hasReports: reports.length === 1 && /^(?:mailto|https):/i.test(tagsOf(reports[0] ?? '')?.get('rua') ?? ''),
    questions: reader.questions(),
  };
}
