import type { Day } from '../time.ts';
import type { VendorRiskWeights } from '../data/vendor-risk.ts';
import { DUE_DATES, type DueDateRow } from '../data/due-dates.ts';
import { PRICE_BANDS, type PriceBandRow } from '../data/price-bands.ts';
import { RATES, type RateRow } from '../data/rates.ts';
import { THRESHOLDS, type ThresholdName, type ThresholdRow } from '../data/thresholds.ts';
import { isInForce } from './days.ts';

/** Rows that an operator adds to the dated tables, or puts in the place of the row with the same key and first day. */
export interface LawChanges {
  readonly rates: readonly RateRow[];
  readonly priceBands: readonly PriceBandRow[];
  readonly thresholds: readonly ThresholdRow[];
  readonly dueDates: readonly DueDateRow[];
  /** The portal's own list of codes, where it was imported. */
  readonly hsnList: { readonly importedOn: Day; readonly codes: readonly string[] } | null;
  /** The operator's weights of the vendor model, whole; absent: ours. */
  readonly vendorRisk?: VendorRiskWeights;
}

export const NO_CHANGES: LawChanges = { rates: [], priceBands: [], thresholds: [], dueDates: [], hsnList: null };

/** The dated tables as they count: ours, with the operator's rows. */
export type Law = LawChanges;

const MADE = new WeakMap<LawChanges, Law>();

/** Our tables with the changes merged in; the same object for the same changes. */
export function lawWith(changes: LawChanges): Law {
  const made = MADE.get(changes);
  if (made) return made;
  const law: Law = {
    rates: merged(RATES, changes.rates, ({ key }) => key),
    priceBands: merged(PRICE_BANDS, changes.priceBands, ({ hsnPrefix }) => hsnPrefix),
    thresholds: merged(THRESHOLDS, changes.thresholds, ({ name, variant }) => `${name} ${variant}`),
    dueDates: merged(DUE_DATES, changes.dueDates, ({ form, who }) => `${form} ${who}`),
    hsnList: changes.hsnList,
  };
  MADE.set(changes, law);
  return law;
}

/** The tables as they come with the program. */
export const LAW: Law = lawWith(NO_CHANGES);

interface Dated {
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
}

function merged<R extends Dated>(ours: readonly R[], theirs: readonly R[], keyOf: (row: R) => string): readonly R[] {
  if (theirs.length === 0) return ours;
  const rows = new Map<string, R>();
  for (const row of [...ours, ...theirs]) rows.set(`${keyOf(row)} ${row.effectiveFrom}`, row);
  return [...rows.values()];
}

/** The row in force that began last: an operator's later row counts though the earlier one has no end. */
export function latestInForce<R extends Dated>(rows: readonly R[], day: Day): R | null {
  let latest: R | null = null;
  for (const row of rows) {
    if (isInForce(row, day) && (latest === null || latest.effectiveFrom <= row.effectiveFrom)) latest = row;
  }
  return latest;
}

export type RateAnswer =
  | { readonly kind: 'in-force'; readonly row: RateRow }
  | { readonly kind: 'retired'; readonly row: RateRow; readonly endedOn: Day }
  | { readonly kind: 'not-yet'; readonly row: RateRow }
  /** No tax of India has this rate. */
  | { readonly kind: 'unknown' };

/** A rate that any goods may have, before one for some goods alone. */
const WIDEST_FIRST: readonly RateRow['class'][] = ['nil', 'slab', 'special', 'tobacco', 'biri'];

/**
 * Whether a rate counts on a day, by the row that says most about it: 28% was general until 2025-09-21 and for
 * tobacco alone until 2026-01-31, and the row's `class` tells which.
 */
export function rateOn(law: Law, ratePpm: number, day: Day): RateAnswer {
  const rows = law.rates.filter((row) => row.ratePpm === ratePpm);
  for (const wanted of WIDEST_FIRST) {
    const row = latestInForce(
      rows.filter((one) => one.class === wanted),
      day,
    );
    if (row) return { kind: 'in-force', row };
  }
  let retired: RateAnswer | null = null;
  let notYet: RateAnswer | null = null;
  for (const row of rows) {
    const { effectiveTo } = row;
    if (effectiveTo !== null && effectiveTo < day) {
      if (retired?.kind !== 'retired' || retired.endedOn < effectiveTo) {
        retired = { kind: 'retired', row, endedOn: effectiveTo };
      }
    } else if (notYet?.kind !== 'not-yet' || row.effectiveFrom < notYet.row.effectiveFrom) {
      notYet = { kind: 'not-yet', row };
    }
  }
  return retired ?? notYet ?? { kind: 'unknown' };
}

/** The row of a limit that is in force on a day. Null: there was no such limit then. */
export function thresholdOn(law: Law, name: ThresholdName, day: Day, variant = ''): ThresholdRow | null {
  return latestInForce(
    law.thresholds.filter((row) => row.name === name && row.variant === variant),
    day,
  );
}
