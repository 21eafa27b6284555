import type { ShopCompany, ShopProduct, ShopVariant } from './commerce-state.ts';
import type { CustomerId } from './customers.ts';

/** One order as it is worked out of the shop's settings; never kept. Amounts in paise, with tax where it is charged. */
export interface SandboxOrder {
  readonly number: number;
  readonly id: number;
  readonly name: string;
  /** "XPAV284CT": what the buyer is shown in place of a number that could be guessed. */
  readonly confirmationNumber: string;
  readonly customerId: CustomerId;
  readonly placedAt: string;
  readonly isTest: boolean;
  readonly isCancelled: boolean;
  readonly shipTo: Area;
  readonly billTo: Area;
  /** Null while nothing was sent. */
  readonly sentFrom: number | null;
  readonly lines: readonly SandboxLine[];
  readonly shipping: SandboxShipping;
  /** What somebody of the shop wrote on it. */
  readonly note: string | null;
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
  /** Our own metafields on the order, by key. */
  readonly metafields: Readonly<Record<string, string>>;
  readonly company: ShopCompany | null;
  readonly channel: { readonly appId: number; readonly handle: string; readonly name: string };
}

export interface Area {
  readonly provinceCode: string | null;
  readonly countryCode: string;
}

export interface SandboxLine {
  readonly title: string;
  /** Null: written by hand into the order. */
  readonly product: ShopProduct | null;
  readonly variant: ShopVariant | null;
  readonly unitPaise: number;
  readonly quantity: number;
  /** What is left of it after the order was edited. */
  readonly currentQuantity: number;
  /** Given by the shop on this product. */
  readonly ownDiscountPaise: number;
  /** This line's share of a code for the whole order. */
  readonly codeDiscountPaise: number;
  readonly taxes: readonly ChargedTax[];
}

export interface SandboxShipping {
  readonly title: string;
  readonly paise: number;
  readonly taxes: readonly ChargedTax[];
}

export interface ChargedTax {
  readonly title: string;
  /** Parts per million: 9% is 90,000. */
  readonly ratePpm: number;
  readonly paise: number;
}

/** For the whole line, after every discount. */
export function paidPaise(line: SandboxLine): number {
  return line.unitPaise * line.quantity - line.ownDiscountPaise - line.codeDiscountPaise;
}
