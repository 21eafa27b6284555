import type { Day } from '../time.ts';

/** The day on which a return falls due. */
export interface DueDateRow {
  /** With `who` and `effectiveFrom` the row's key: "GSTR-3B". */
  readonly form: string;
  readonly who:
    | 'monthly'
    | 'quarterly'
    | 'quarterly-a'
    | 'quarterly-b'
    | 'quarterly-first-two'
    | 'composition'
    | 'marketplace'
    | 'deductor'
    | 'above-2-crore'
    | 'exporter';
  readonly period: 'month' | 'quarter' | 'financial-year';
  readonly dueDay: number;
  /** Months after the end of the period; -1: before it begins. */
  readonly monthsAfter: number;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly note: string;
  readonly source: string;
  readonly status: 'verified' | 'unverified';
}
