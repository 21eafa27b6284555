import type { Severity } from '../severity.ts';
import type { Day } from '../time.ts';

/** Within how many days of its opening an alert should be mended. A row counts for alerts opened within its dates. */
export interface MendingTimeRow {
  readonly severity: Exclude<Severity, 'info'>;
  readonly days: number;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly source: string;
}

/** The times are ours. Where somebody else sets one, ours is no longer than theirs. */
const OURS = 'ours, from the first release on';
const AMAZON = 'Amazon Data Protection Policy: critical flaws within 7 days, high ones within 30';
const CLOSING = 'control AUD-04 of core/data/controls: medium 90 days, low 180';

export const MENDING_TIMES: readonly MendingTimeRow[] = [
  {
    severity: 'critical',
    days: 1,
    effectiveFrom: '2026-11-01',
    effectiveTo: null,
    source: `${OURS}; ${AMAZON}; access of leavers ends within 24 hours there`,
  },
  { severity: 'high', days: 7, effectiveFrom: '2026-11-01', effectiveTo: null, source: `${OURS}; ${AMAZON}` },
  { severity: 'medium', days: 30, effectiveFrom: '2026-11-01', effectiveTo: null, source: `${OURS}; ${CLOSING}` },
  { severity: 'low', days: 90, effectiveFrom: '2026-11-01', effectiveTo: null, source: `${OURS}; ${CLOSING}` },
];
