import type { Zone } from '../evidence/dns.ts';
import { tagsOf } from './tag-list.ts';
import { bareName, zoneReader } from './zone-reader.ts';

export const DMARC_POLICIES = ['none', 'quarantine', 'reject'] as const;
export type DmarcPolicy = (typeof DMARC_POLICIES)[number];

export interface DmarcVerdict {
  /** What receivers are asked to do with mail that only claims to come from the domain. */
  readonly policy: DmarcPolicy | 'missing' | 'several' | 'invalid';
  readonly outcome: 'pass' | 'warn' | 'fail';
  /** Share of the mail that the policy is asked for, in percent. */
  readonly pct: number;
  /** Reports are asked for. */
  readonly hasReports: boolean;
  /** Name of the record that counts; null: none. */
  readonly foundAt: string | null;
  /** Questions that the verdict stands on, as "TXT _dmarc.shop.example". */
  readonly questions: readonly string[];
}

/** The version comes first and is written in capitals; another text is no DMARC record. */
const RECORD = /^v\s*=\s*DMARC1\s*(?:;|$)/;
/** Meant as one all the same. */
const MEANT = /^v\s*=\s*DMARC1/i;

/**
 * What RFC 7489 makes of the domain. `organisational`: the registrable domain that `domain` lies in, or `domain` itself:
 * its record speaks for subdomains without one, by `sp` where that is given. A record without a policy that receivers
 * know is `invalid`, even where they would read it as "none": nothing is protected by it.
 */
export function dmarcVerdict(zone: Zone, domain: string, organisational: string): DmarcVerdict {
  const reader = zoneReader(zone);
  let isMeant = false;
  for (const name of new Set([bareName(domain), bareName(organisational)])) {
    const foundAt = `_dmarc.${name}`;
    const texts = reader.texts(foundAt);
    const records = texts.filter((text) => RECORD.test(text));
    const questions = reader.questions();
    if (records.length > 1) return { ...NOTHING, policy: 'several', foundAt, questions };
    const [record] = records;
    if (record !== undefined) return { ...readRecord(record, name !== bareName(domain)), foundAt, questions };
    isMeant ||= texts.some((text) => MEANT.test(text));
  }
  return { ...NOTHING, policy: isMeant ? 'invalid' : 'missing', questions: reader.questions() };
}

const NOTHING = { outcome: 'fail', pct: 100, hasReports: false, foundAt: null } as const;

function readRecord(record: string, isOfParent: boolean): Omit<DmarcVerdict, 'foundAt' | 'questions'> {
  const tags = tagsOf(record, 'pass-over');
  const pct = percentOf(tags?.get('pct'));
  const hasReports = (tags?.get('rua') ?? '').split(',').some((uri) => /^\s*mailto:[^@\s]+@[^@\s]+/i.test(uri));
  const own = policyOf(tags?.get('p'));
  const policy = isOfParent && tags?.has('sp') ? policyOf(tags.get('sp')) : own;
  if (!own || !policy) return { policy: 'invalid', outcome: 'fail', pct, hasReports };
  return { policy, outcome: policy !== 'none' && pct === 100 ? 'pass' : 'warn', pct, hasReports };
}

function policyOf(value: string | undefined): DmarcPolicy | null {
  const word = value?.toLowerCase();
  return DMARC_POLICIES.find((policy) => policy === word) ?? null;
}

/** What is no whole number up to 100 is passed over, as receivers do. */
function percentOf(value: string | undefined): number {
  return value !== undefined && /^(?:100|\d{1,2})$/.test(value) ? Number(value) : 100;
}
