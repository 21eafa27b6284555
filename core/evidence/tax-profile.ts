import type { Day } from '../time.ts';

export const TURNOVER_BANDS = ['to-1.5-crore', 'to-5-crore', 'to-10-crore', 'above-10-crore'] as const;
/** Aggregate turnover of the last financial year under the PAN, each band up to and with its limit. */
export type TurnoverBand = (typeof TURNOVER_BANDS)[number];

/** What the merchant states of the business, because nobody else tells it. Null: not stated. */
export interface TaxProfile {
  readonly turnover: TurnoverBand | null;
  /** The merchant says to have no registration at all. */
  readonly isUnregistered: boolean | null;
  /** The shop also sells goods of other suppliers and collects their money. */
  readonly sellsForOthers: boolean | null;
  readonly registrations: readonly StatedRegistration[];
}

export interface StatedRegistration {
  readonly gstin: string;
  readonly scheme: 'regular' | 'composition' | null;
  readonly filing: 'monthly' | 'quarterly' | null;
  readonly registeredOn: Day | null;
  /** A bank account stands on the registration. */
  readonly hasBankAccount: boolean | null;
  /** Financial years with a letter of undertaking, "2026-27". */
  readonly lutYears: readonly string[];
}
