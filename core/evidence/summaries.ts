import type { RegistryEntry } from './registry.ts';
import type { UnavailableReason } from './snapshot.ts';
import type { Day, Instant } from '../time.ts';

/** Instead of figures: why there are none. */
export interface NoFigures {
  readonly reason: UnavailableReason;
  readonly missingScopes: readonly string[];
}

/** What the GST page shows of one snapshot; derived from it alone, so that any snapshot gives it again. */
export interface GstSummary {
  readonly asOf: Instant;
  readonly registry: readonly RegistryEntry[] | NoFigures;
  readonly places: readonly StatePlaces[] | NoFigures;
  readonly taxAudit: TaxAudit | NoFigures;
  readonly hsn: HsnCoverage | NoFigures;
  readonly calendar: readonly CalendarEntry[] | NoFigures;
}

/** One State in which the shop is registered, keeps goods, or both. */
export interface StatePlaces {
  /** GST code. */
  readonly state: string;
  readonly isRegistered: boolean;
  readonly locations: readonly {
    readonly id: string;
    readonly name: string;
    readonly pin: string | null;
    readonly fulfillsOnlineOrders: boolean;
    /** Whether the registration names a place with this PIN; null: not known, or the PIN straddles States. */
    readonly isOnRegistration: boolean | null;
  }[];
}

/** Heads as the law asks for them, and as an order carries them. */
export const HEADS = ['cgst-sgst', 'cgst-utgst', 'igst', 'none', 'mixed'] as const;
export type Heads = (typeof HEADS)[number];

/** What the shop charged against what the law asks, by State of delivery. */
export interface TaxAudit {
  readonly since: Instant;
  /** Orders read; those in another currency, cancelled or without a State of dispatch are not judged. */
  readonly orders: number;
  readonly ordersJudged: number;
  /** Orders beyond the 50,000 that were read. */
  readonly moreOrders: number;
  readonly taxChargedPaise: number;
  /** Tax that was charged under a head, or at a rate, that the law does not ask for. */
  readonly wrongHeadPaise: number;
  readonly rows: readonly TaxAuditRow[];
}

export interface TaxAuditRow {
  /** GST code of the State of delivery, "96" abroad. */
  readonly deliveryState: string;
  /** GST code of the State of dispatch. */
  readonly dispatchState: string;
  readonly expected: Heads;
  /** What most of the wrong orders carry; equals `expected` when none is wrong. */
  readonly charged: Heads;
  readonly orders: number;
  readonly wrongOrders: number;
  readonly taxPaise: number;
  /** The tax of the wrong orders: to be paid again under the right head. */
  readonly wrongPaise: number;
  readonly lastWrongAt: Instant | null;
  readonly lastRightAt: Instant | null;
}

/** Taxable variants of active products, by what is known of their HSN. */
export interface HsnCoverage {
  readonly variants: number;
  readonly withCode: number;
  readonly missing: number;
  /** A code that no goods can have, or with too few digits for the turnover. */
  readonly wrong: number;
  /** Digits that the turnover asks for; null: the turnover is not stated. */
  readonly digitsNeeded: number | null;
  /** When the portal's list was imported; null: it was not. */
  readonly listImportedOn: Day | null;
  readonly moreProducts: number;
  /** The first hundred that need work, by product. */
  readonly open: readonly {
    readonly productId: string;
    readonly product: string;
    readonly variant: string | null;
    readonly code: string | null;
    readonly problem: 'missing' | 'malformed' | 'too-short' | 'not-on-list' | 'no-such-chapter';
  }[];
}

/** One day by which something must be done. */
export interface CalendarEntry {
  readonly dueOn: Day;
  /** "GSTR-1", "GSTR-3B", "LUT", "BANK" … */
  readonly form: string;
  readonly gstin: string;
  /** Month in which the period ends, "2026-10", or the financial year, "2026-27". */
  readonly period: string;
  readonly state: 'upcoming' | 'filed' | 'overdue' | 'unknown';
  readonly filedOn: Day | null;
  /** False where the day rests on a source that could not be confirmed. */
  readonly isVerified: boolean;
}
