import type { Zone } from '../evidence/dns.ts';

/** What a receiver does with mail from a server that the record does not name. */
export const SPF_EFFECTS = ['missing', 'hardfail', 'softfail', 'neutral', 'pass-all', 'permerror'] as const;
export type SpfEffect = (typeof SPF_EFFECTS)[number];

export interface SpfVerdict {
  readonly effect: SpfEffect;
  readonly outcome: 'pass' | 'warn' | 'fail';
  /** Terms that cost a look-up, of the 10 that are allowed. */
  readonly lookups: number;
  /** Look-ups that found nothing, of the 2 that are allowed. */
  readonly voidLookups: number;
  /** SPF records at the name. */
  readonly records: number;
  /** Why it is a permerror; null otherwise. */
  readonly problem: SpfProblem | null;
  /** Questions that the verdict stands on, as "TXT shop.example": ask those until no new one comes. */
  readonly questions: readonly string[];
}

export type SpfProblem =
  'several-records' | 'syntax' | 'too-many-lookups' | 'too-many-void-lookups' | 'loop' | 'no-record-at-target';

export function spfVerdict(zone: Zone, domain: string): SpfVerdict {
  const records = zone[domain]?.TXT?.length ?? 0;
  return {
    effect: 'missing',
    outcome: 'fail',
    lookups: 0,
    voidLookups: 0,
    records,
    problem: null,
    questions: [`TXT ${domain}`],
  };
}
