import type { Day } from '../time.ts';

/** Whose return it is; `quarterly-a` and `-b`: by the State's group, `-first-two`: the first two months of a quarter. */
export const RETURN_FILERS = [
  'monthly',
  'quarterly',
  'quarterly-a',
  'quarterly-b',
  'quarterly-first-two',
  'composition',
  'marketplace',
  'deductor',
  'above-2-crore',
  'exporter',
] as const;
export type ReturnFiler = (typeof RETURN_FILERS)[number];

/** The day on which a return falls due. A row counts for the periods whose last day lies within its dates. */
export interface DueDateRow {
  /** With `who` and `effectiveFrom` the row's key: "GSTR-3B". */
  readonly form: string;
  readonly who: ReturnFiler;
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

const START = 'first period general knowledge';

/** The government often extends a single period: the operator's folder takes such rows (docs/operations.md). */
export const DUE_DATES: readonly DueDateRow[] = [
  {
    form: 'GSTR-1',
    who: 'monthly',
    period: 'month',
    dueDay: 11,
    monthsAfter: 1,
    effectiveFrom: '2021-01-01',
    effectiveTo: null,
    note: '',
    source: `ca-practice-management-software.in 2026; ${START}`,
    status: 'verified',
  },
  {
    form: 'GSTR-1',
    who: 'quarterly',
    period: 'quarter',
    dueDay: 13,
    monthsAfter: 1,
    effectiveFrom: '2021-01-01',
    effectiveTo: null,
    note: '',
    source: `nikhilpatkar.com; ${START}`,
    status: 'verified',
  },
  {
    form: 'IFF',
    who: 'quarterly-first-two',
    period: 'month',
    dueDay: 13,
    monthsAfter: 1,
    effectiveFrom: '2021-01-01',
    effectiveTo: null,
    note: 'optional upload of sales to businesses',
    source: `wildaf.org; ${START}`,
    status: 'verified',
  },
  {
    form: 'GSTR-3B',
    who: 'monthly',
    period: 'month',
    dueDay: 20,
    monthsAfter: 1,
    effectiveFrom: '2021-01-01',
    effectiveTo: null,
    note: '',
    source: `ca-practice-management-software.in 2026; ${START}`,
    status: 'verified',
  },
  {
    form: 'GSTR-3B',
    who: 'quarterly-a',
    period: 'quarter',
    dueDay: 22,
    monthsAfter: 1,
    effectiveFrom: '2021-01-01',
    effectiveTo: null,
    note: 'State group A of states.ts',
    source: `gstindiaguide.com (Notif. 76/2020-CT); ${START}`,
    status: 'verified',
  },
  {
    form: 'GSTR-3B',
    who: 'quarterly-b',
    period: 'quarter',
    dueDay: 24,
    monthsAfter: 1,
    effectiveFrom: '2021-01-01',
    effectiveTo: null,
    note: 'State group B of states.ts',
    source: `gstindiaguide.com (Notif. 76/2020-CT); ${START}`,
    status: 'verified',
  },
  {
    form: 'PMT-06',
    who: 'quarterly-first-two',
    period: 'month',
    dueDay: 25,
    monthsAfter: 1,
    effectiveFrom: '2021-01-01',
    effectiveTo: null,
    note: 'tax deposit',
    source: `nikhilpatkar.com; ${START}`,
    status: 'verified',
  },
  {
    form: 'CMP-08',
    who: 'composition',
    period: 'quarter',
    dueDay: 18,
    monthsAfter: 1,
    effectiveFrom: '2019-04-01',
    effectiveTo: null,
    note: '',
    source: `nikhilpatkar.com; ${START}`,
    status: 'verified',
  },
  {
    form: 'GSTR-4',
    who: 'composition',
    period: 'financial-year',
    dueDay: 30,
    monthsAfter: 1,
    effectiveFrom: '2019-04-01',
    effectiveTo: '2024-03-31',
    note: '30 April up to the financial year 2023-24',
    source: 'general knowledge',
    status: 'unverified',
  },
  {
    form: 'GSTR-4',
    who: 'composition',
    period: 'financial-year',
    dueDay: 30,
    monthsAfter: 3,
    effectiveFrom: '2024-04-01',
    effectiveTo: null,
    note: '30 June from the financial year 2024-25 by Notif. 12/2024-CT; several pages still print 30 April',
    source: 'general knowledge',
    status: 'unverified',
  },
  {
    form: 'GSTR-8',
    who: 'marketplace',
    period: 'month',
    dueDay: 10,
    monthsAfter: 1,
    effectiveFrom: '2018-10-01',
    effectiveTo: null,
    note: '',
    source: `ca-practice-management-software.in 2026; ${START}`,
    status: 'verified',
  },
  {
    form: 'GSTR-7',
    who: 'deductor',
    period: 'month',
    dueDay: 10,
    monthsAfter: 1,
    effectiveFrom: '2018-10-01',
    effectiveTo: null,
    note: '',
    source: `ca-practice-management-software.in 2026; ${START}`,
    status: 'verified',
  },
  {
    form: 'GSTR-9',
    who: 'above-2-crore',
    period: 'financial-year',
    dueDay: 31,
    monthsAfter: 9,
    effectiveFrom: '2017-07-01',
    effectiveTo: null,
    note: '31 December',
    source: `nikhilpatkar.com; ${START}`,
    status: 'verified',
  },
  {
    form: 'RFD-11',
    who: 'exporter',
    period: 'financial-year',
    dueDay: 31,
    monthsAfter: -1,
    effectiveFrom: '2017-07-01',
    effectiveTo: null,
    note: 'letter of undertaking (LUT): before the first export of the year; expires on 31 March',
    source: 'hrareceipt.in',
    status: 'verified',
  },
];
