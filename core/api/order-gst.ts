import type { BuyerGstinPlace } from '../evidence/orders.ts';
import type { LookUpService, RegistrationStatus } from '../evidence/registry.ts';
import type { NotJudgedReason, TaxVerdict } from '../evidence/derived/order-tax.ts';
import type { Heads } from '../evidence/summaries.ts';
import type { HeadsOfLaw } from '../gst/place-of-supply.ts';
import type { Severity } from '../severity.ts';
import type { Text } from '../text.ts';
import type { Day, Instant } from '../time.ts';

/**
 * GET /api/orders/:id/gst (id: the digits of the order's gid), and POST /api/orders/:id/check, manager, which reads the
 * order anew, asks the look-up service for the buyer's number where one is connected and its budget allows, and has the
 * shop's check follow. Read live: nothing of the order is kept.
 */
export interface OrderGst {
  readonly id: string;
  /** "#1001" */
  readonly name: string;
  readonly placedOn: Day;
  /** When the order was read. */
  readonly asOf: Instant;
  readonly isCancelled: boolean;
  /** All texts that buyers' places hold, the one that counts first; empty: a consumer's order. */
  readonly buyerNumbers: readonly BuyerNumberShown[];
  /** As the buyer wrote it; never stored by us. */
  readonly buyerBusiness: string | null;
  readonly tax: OrderTaxShown;
  /** Open alerts about this order, gravest first. */
  readonly alerts: readonly { readonly id: string; readonly severity: Severity; readonly sentence: Text }[];
  /** Lines read; beyond them nothing is known. */
  readonly lines: number;
  readonly moreLines: boolean;
  /** Parts that Shopify did not let us see, as scopes or "protected-data". */
  readonly missing: readonly string[];
  /** Whether this person may ask anew. */
  readonly mayCheck: boolean;
}

export interface BuyerNumberShown {
  readonly place: BuyerGstinPlace;
  /** Whether this is the one that an invoice may carry. */
  readonly isUsed: boolean;
  /** As it is read; at most 40 characters, cleaned. Whole, since it stands on the order itself. */
  readonly gstin: string;
  readonly couldExist: boolean;
  /** One sentence: what arithmetic says, or what is wrong with it and what to do. */
  readonly verdict: Text;
  /** GST code; null where it could not exist. */
  readonly stateCode: string | null;
  /** What the registry told; null: never asked, or no service is connected. */
  readonly registry: {
    readonly status: RegistrationStatus | 'not-found' | null;
    readonly service: LookUpService;
    readonly learnedAt: Instant;
  } | null;
}

export type OrderTaxShown =
  | {
      readonly isJudged: true;
      readonly verdict: TaxVerdict;
      readonly dispatchState: string;
      readonly deliveryState: string;
      /** GST codes; "96" is abroad. */
      readonly placeOfSupply: string;
      readonly expected: HeadsOfLaw;
      readonly charged: Heads;
      /** As an invoice names them: "CGST + SGST". */
      readonly chargedNames: string;
      /** Each head with what the law asks at the rates charged, and what the order carries. In paise. */
      readonly heads: readonly HeadAmounts[];
      readonly taxPaise: number;
      /** Tax under a head, or at a rate, that the law does not ask for. */
      readonly differencePaise: number;
      readonly sentence: Text;
    }
  | {
      readonly isJudged: false;
      readonly reason: NotJudgedReason | 'no-check-yet' | 'not-permitted';
      readonly taxPaise: number;
      /** What is missing, and what to do. */
      readonly sentence: Text;
    };

export interface HeadAmounts {
  readonly head: 'cgst' | 'sgst' | 'utgst' | 'igst' | 'unnamed';
  readonly expectedPaise: number;
  readonly chargedPaise: number;
}

/** POST /api/orders/gst {ids}: at most 250 orders, in the order asked for; those that cannot be read say why. */
export interface OrdersGst {
  readonly asOf: Instant;
  readonly orders: readonly OrderGstRow[];
  /** How many are right, need work, and could not be judged. */
  readonly counts: { readonly right: number; readonly wrong: number; readonly notJudged: number };
  readonly differencePaise: number;
}

export interface OrderGstRow {
  readonly id: string;
  /** Null: this shop has no such order. */
  readonly name: string | null;
  readonly result: 'right' | 'wrong' | 'not-judged' | 'not-found';
  readonly differencePaise: number;
  readonly sentence: Text;
}
