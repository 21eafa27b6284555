import type { Day } from '../time.ts';

/** Goods whose rate depends on the value of one piece or pair, after discount and before tax. */
export interface PriceBandRow {
  /** With `effectiveFrom` the row's key: a chapter or heading, "61", "9404". */
  readonly hsnPrefix: string;
  readonly exceptPrefixes: readonly string[];
  readonly unit: 'piece' | 'pair';
  readonly goods: string;
  /** False: the prefix holds other goods too, so that the band may excuse a rate and never accuses one. */
  readonly isAllGoods: boolean;
  readonly maxLowPaise: number;
  readonly lowRatePpm: number;
  readonly highRatePpm: number;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly source: string;
  readonly status: 'verified' | 'unverified';
}

const APPAREL_SOURCES = 'msassociates.pro/gst/gst-apparel.php; bbhushan.in chapter 61; mid-day.com 2025-09-03';

/**
 * By transaction value after discount and before tax (CGST Act, section 15; its wording is not confirmed). In heading
 * 9404 only cotton quilts are banded: mattresses and pillows are not.
 */
export const PRICE_BANDS: readonly PriceBandRow[] = [
  {
    hsnPrefix: '61',
    exceptPrefixes: [],
    unit: 'piece',
    goods: 'knitted apparel',
    isAllGoods: true,
    maxLowPaise: 100_000,
    lowRatePpm: 50_000,
    highRatePpm: 120_000,
    effectiveFrom: '2017-07-01',
    effectiveTo: '2025-09-21',
    source: APPAREL_SOURCES,
    status: 'verified',
  },
  {
    hsnPrefix: '62',
    exceptPrefixes: [],
    unit: 'piece',
    goods: 'woven apparel',
    isAllGoods: true,
    maxLowPaise: 100_000,
    lowRatePpm: 50_000,
    highRatePpm: 120_000,
    effectiveFrom: '2017-07-01',
    effectiveTo: '2025-09-21',
    source: APPAREL_SOURCES,
    status: 'verified',
  },
  {
    hsnPrefix: '63',
    exceptPrefixes: ['63053200', '63053300', '6309'],
    unit: 'piece',
    goods: 'made-up textiles',
    isAllGoods: true,
    maxLowPaise: 100_000,
    lowRatePpm: 50_000,
    highRatePpm: 120_000,
    effectiveFrom: '2017-07-01',
    effectiveTo: '2025-09-21',
    source: APPAREL_SOURCES,
    status: 'verified',
  },
  {
    hsnPrefix: '64',
    exceptPrefixes: [],
    unit: 'pair',
    goods: 'footwear',
    isAllGoods: true,
    maxLowPaise: 100_000,
    lowRatePpm: 50_000,
    highRatePpm: 180_000,
    effectiveFrom: '2019-01-01',
    effectiveTo: '2021-12-31',
    source: 'general knowledge',
    status: 'unverified',
  },
  {
    hsnPrefix: '64',
    exceptPrefixes: [],
    unit: 'pair',
    goods: 'footwear',
    isAllGoods: true,
    maxLowPaise: 100_000,
    lowRatePpm: 120_000,
    highRatePpm: 180_000,
    effectiveFrom: '2022-01-01',
    effectiveTo: '2025-09-21',
    source: 'rediff.com 2025-09-03 (ANI); start date general knowledge',
    status: 'verified',
  },
  {
    hsnPrefix: '61',
    exceptPrefixes: [],
    unit: 'piece',
    goods: 'knitted apparel',
    isAllGoods: true,
    maxLowPaise: 250_000,
    lowRatePpm: 50_000,
    highRatePpm: 180_000,
    effectiveFrom: '2025-09-22',
    effectiveTo: null,
    source: APPAREL_SOURCES,
    status: 'verified',
  },
  {
    hsnPrefix: '62',
    exceptPrefixes: [],
    unit: 'piece',
    goods: 'woven apparel',
    isAllGoods: true,
    maxLowPaise: 250_000,
    lowRatePpm: 50_000,
    highRatePpm: 180_000,
    effectiveFrom: '2025-09-22',
    effectiveTo: null,
    source: APPAREL_SOURCES,
    status: 'verified',
  },
  {
    hsnPrefix: '63',
    exceptPrefixes: ['63053200', '63053300', '6309'],
    unit: 'piece',
    goods: 'made-up textiles',
    isAllGoods: true,
    maxLowPaise: 250_000,
    lowRatePpm: 50_000,
    highRatePpm: 180_000,
    effectiveFrom: '2025-09-22',
    effectiveTo: null,
    source: APPAREL_SOURCES,
    status: 'verified',
  },
  {
    hsnPrefix: '64',
    exceptPrefixes: [],
    unit: 'pair',
    goods: 'footwear',
    isAllGoods: true,
    maxLowPaise: 250_000,
    lowRatePpm: 50_000,
    highRatePpm: 180_000,
    effectiveFrom: '2025-09-22',
    effectiveTo: null,
    source: APPAREL_SOURCES,
    status: 'verified',
  },
  {
    hsnPrefix: '9404',
    exceptPrefixes: [],
    unit: 'piece',
    goods: 'cotton quilts',
    isAllGoods: false,
    maxLowPaise: 250_000,
    lowRatePpm: 50_000,
    highRatePpm: 180_000,
    effectiveFrom: '2025-09-22',
    effectiveTo: null,
    source: APPAREL_SOURCES,
    status: 'verified',
  },
];
