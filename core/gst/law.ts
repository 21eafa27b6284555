import type { Day } from '../time.ts';
import type { DueDateRow } from '../data/due-dates.ts';
import type { PriceBandRow } from '../data/price-bands.ts';
import type { RateRow } from '../data/rates.ts';
import type { ThresholdRow } from '../data/thresholds.ts';

/** Rows that an operator adds to the dated tables, or puts in the place of the row with the same key and first day. */
export interface LawChanges {
  readonly rates: readonly RateRow[];
  readonly priceBands: readonly PriceBandRow[];
  readonly thresholds: readonly ThresholdRow[];
  readonly dueDates: readonly DueDateRow[];
  /** The portal's own list of codes, where it was imported. */
  readonly hsnList: { readonly importedOn: Day; readonly codes: readonly string[] } | null;
}

export const NO_CHANGES: LawChanges = { rates: [], priceBands: [], thresholds: [], dueDates: [], hsnList: null };
