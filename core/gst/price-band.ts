import type { PriceBandRow } from '../data/price-bands.ts';
import type { Day } from '../time.ts';
import { latestInForce, type Law } from './law.ts';

const WHOLE_PPM = 1_000_000;

/**
 * The band of a code on a day: the row with the longest prefix, and none for a code under its exceptions. A code too
 * short to tell whether it is one of these ("6309" of "63090000") gets none either: nothing may be concluded.
 *
 * @param hsn digits alone, as `judgeHsn` gives them
 */
export function bandFor(law: Law, hsn: string, day: Day): PriceBandRow | null {
  const rows = law.priceBands.filter((row) => hsn.startsWith(row.hsnPrefix));
  const longest = Math.max(0, ...rows.map(({ hsnPrefix }) => hsnPrefix.length));
  const band = latestInForce(
    rows.filter(({ hsnPrefix }) => hsnPrefix.length === longest),
    day,
  );
  const isExcepted = band?.exceptPrefixes.some((prefix) => hsn.startsWith(prefix) || prefix.startsWith(hsn)) ?? false;
  return isExcepted ? null : band;
}

/** Rate of one piece or pair. @param unitValuePaise after discount and before tax */
export function rateByValue(band: PriceBandRow, unitValuePaise: number): number {
  return unitValuePaise <= band.maxLowPaise ? band.lowRatePpm : band.highRatePpm;
}

/** What a price that holds the tax already can mean. */
export type InclusivePrice =
  | { readonly kind: 'low' | 'high'; readonly ratePpm: number }
  /** At the low rate the value lies above the limit and at the high rate not: no rate fits. Both ends are in it. */
  | { readonly kind: 'dead-zone'; readonly fromPaise: number; readonly toPaise: number };

/**
 * The rate that fits a price with tax inside. With 5% and 18% around Rs 2,500: up to Rs 2,625 the low one, above
 * Rs 2,950 the high one, and from 2,625.01 to 2,950 none, so that such a price has to move.
 */
export function judgeInclusivePrice(band: PriceBandRow, unitPricePaise: number): InclusivePrice {
  const lastLow = Math.floor((band.maxLowPaise * (WHOLE_PPM + band.lowRatePpm)) / WHOLE_PPM);
  const lastDead = Math.floor((band.maxLowPaise * (WHOLE_PPM + band.highRatePpm)) / WHOLE_PPM);
  if (unitPricePaise <= lastLow) return { kind: 'low', ratePpm: band.lowRatePpm };
  if (unitPricePaise > lastDead) return { kind: 'high', ratePpm: band.highRatePpm };
  return { kind: 'dead-zone', fromPaise: lastLow + 1, toPaise: lastDead };
}
