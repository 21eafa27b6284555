import type { Day } from '../time.ts';
import { REGISTRATION_THRESHOLDS } from './thresholds/registration.ts';
import { RETURNS_THRESHOLDS } from './thresholds/returns.ts';
import { SALES_THRESHOLDS } from './thresholds/sales.ts';

/** A limit or switch of the law with its dates of force. Rupee amounts in paise where the unit says so. */
export interface ThresholdRow {
  /** With `variant` and `effectiveFrom` the row's key: "b2cl-invoice-value", "hsn-digits". */
  readonly name: string;
  /** Tells rows of one name and day apart: "aato-above-5-crore"; empty where there is one. */
  readonly variant: string;
  readonly value: number;
  readonly unit: string;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly meaning: string;
  readonly source: string;
  readonly status: 'verified' | 'unverified';
}

const ROWS = [...SALES_THRESHOLDS, ...REGISTRATION_THRESHOLDS, ...RETURNS_THRESHOLDS];

/** Names of the limits that the program knows: an operator's row has one of them. */
export type ThresholdName = (typeof ROWS)[number]['name'];

export const THRESHOLDS: readonly ThresholdRow[] = ROWS;
