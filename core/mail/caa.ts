import type { Zone } from '../evidence/dns.ts';
import { bareName, zoneReader } from './zone-reader.ts';

export interface CaaVerdict {
  /** The name whose records count: the host or the nearest one above it; null: none up to the domain. */
  readonly foundAt: string | null;
  /** Authorities that may issue for the host, "letsencrypt.org"; empty: none may. Null: any may. */
  readonly issuers: readonly string[] | null;
  readonly questions: readonly string[];
}

const RECORD = /^(\d{1,3})\s+([a-z0-9]+)\s+"?([^"]*)"?$/i;
const CRITICAL = 128;
const KNOWN_TAGS = ['issue', 'issuewild', 'iodef', 'issuemail', 'issuevmc', 'contactemail', 'contactphone'];

/** Who may issue a certificate for `host` by RFC 8659. Names from the host up to `domain` are asked, nearest first. */
export function caaVerdict(zone: Zone, host: string, domain: string): CaaVerdict {
  const reader = zoneReader(zone);
  for (const name of climb(bareName(host), bareName(domain))) {
    const records = reader.records(name, 'CAA');
    if (records.length > 0) return { foundAt: name, issuers: issuersIn(records), questions: reader.questions() };
  }
  return { foundAt: null, issuers: null, questions: reader.questions() };
}

function* climb(host: string, domain: string): Generator<string> {
  if (host !== domain && !host.endsWith(`.${domain}`)) return;
  for (let name = host; name !== domain; name = name.slice(name.indexOf('.') + 1)) yield name;
  yield domain;
}

function issuersIn(records: readonly string[]): string[] | null {
  const parsed = records.map((record) => {
    const [, flags = '0', tag = '', value = ''] = RECORD.exec(record.trim()) ?? [];
    return { isCritical: Number(flags) >= CRITICAL, tag: tag.toLowerCase(), value };
  });
  // A critical record that an authority does not know forbids it to issue.
  if (parsed.some(({ isCritical, tag }) => isCritical && !KNOWN_TAGS.includes(tag))) return [];
  const issue = parsed.filter(({ tag }) => tag === 'issue');
  if (issue.length === 0) return null;
  return issue.map(({ value }) => bareName(value.split(';', 1)[0] ?? '')).filter((issuer) => issuer !== '');
}
