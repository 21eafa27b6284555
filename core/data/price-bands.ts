import type { Day } from '../time.ts';

/** Goods whose rate depends on the value of one piece or pair, after discount and before tax. */
export interface PriceBandRow {
  /** With `effectiveFrom` the row's key: a chapter or heading, "61", "9404". */
  readonly hsnPrefix: string;
  readonly exceptPrefixes: readonly string[];
  readonly unit: 'piece' | 'pair';
  readonly goods: string;
  readonly maxLowPaise: number;
  readonly lowRatePpm: number;
  readonly highRatePpm: number;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly source: string;
  readonly status: 'verified' | 'unverified';
}
