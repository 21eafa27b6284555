import type { Day } from '../time.ts';

/** A rate of GST with its dates of force. Rates in parts per million: 18% is 180,000; a half is exact. */
export interface RateRow {
  /** With `effectiveFrom` the row's key: "18", "40-tobacco". */
  readonly key: string;
  readonly ratePpm: number;
  readonly class: 'nil' | 'slab' | 'tobacco' | 'biri' | 'special';
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly appliesTo: string;
  /** Whether a shop's goods may carry it: "jewellery" for chapter 71 alone. */
  readonly inStore: 'yes' | 'jewellery' | 'no';
  readonly source: string;
  readonly status: 'verified' | 'unverified';
}
