import type { Zone } from '../evidence/dns.ts';

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

/** `organisational`: the registrable domain that `domain` lies in, or `domain` itself. */
export function dmarcVerdict(zone: Zone, domain: string, organisational: string): DmarcVerdict {
  const questions = [`TXT _dmarc.${domain}`, `TXT _dmarc.${organisational}`].filter(
    (question) => zone[question] === undefined,
  );
  return { policy: 'missing', outcome: 'fail', pct: 100, hasReports: false, foundAt: null, questions };
}
