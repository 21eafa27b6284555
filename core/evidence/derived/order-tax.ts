import { stateOfZone } from '../../data/states.ts';
import { dayInIndia } from '../../gst/days.ts';
import type { Law } from '../../gst/law.ts';
import { ABROAD, currentStateCode, headsAt, placeOfSupply } from '../../gst/place-of-supply.ts';
import type { HeadsOfLaw, Movement } from '../../gst/place-of-supply.ts';
import type { Day } from '../../time.ts';
import type { Order, OrderArea } from '../orders.ts';
import type { Heads } from '../summaries.ts';
import { recipientAmong } from './buyer-gstins.ts';
import type { BuyerNumber } from './buyer-gstins.ts';
import { chargedTax } from './order-tax-charged.ts';
import type { ChargedTax } from './order-tax-charged.ts';
import type { TitleHead } from './order-tax-titles.ts';

/** Why an order's heads cannot be judged. */
export type NotJudgedReason =
  | 'cancelled'
  | 'other-currency'
  | 'no-lines'
  | 'dispatch-unknown' // no location, or one whose State cannot be read, and several States come into question
  | 'dispatch-several' // sent from several States: which lines from where, the order does not tell
  | 'delivery-unknown' // a State that cannot be read, or goods handed over with a bill to another State
  | 'buyer-state-unclear'; // the buyer's GSTIN is of a State that neither address is in

/**
 * `untaxed`: nothing was charged, which exempt goods and exports may be. `half`: CGST without its other half, within
 * the State. `unnamed`: a tax whose title names no head. `may-be-sez`: IGST to a registered buyer of the own State,
 * right for a special economic zone and wrong for all others. `not-allowed`: the seller may charge nothing.
 */
export type TaxVerdict = 'right' | 'wrong' | 'untaxed' | 'half' | 'unnamed' | 'may-be-sez' | 'not-allowed';

export interface JudgedOrder {
  readonly order: Order;
  /** Day of the order in India. */
  readonly day: Day;
  /** GST codes; "96" is abroad. */
  readonly dispatchState: string;
  readonly deliveryState: string;
  readonly placeOfSupply: string;
  readonly isToBusiness: boolean;
  readonly isExport: boolean;
  readonly expected: HeadsOfLaw;
  readonly charged: Heads;
  /** What it carries, as an invoice names it: "CGST + SGST". */
  readonly chargedNames: string;
  readonly verdict: TaxVerdict;
  readonly taxPaise: number;
  /** The part of it that stands under a head for which the law does not ask. */
  readonly wrongPaise: number;
}

export type OrderTaxResult =
  | ({ readonly isJudged: true } & JudgedOrder)
  | {
      readonly isJudged: false;
      readonly order: Order;
      readonly reason: NotJudgedReason;
      /** Null: not known, or several. */
      readonly dispatchState: string | null;
      readonly taxPaise: number;
    };

/** What an order is judged against. */
export interface SellerPlaces {
  /** GST State by location id; null for a location abroad or of a State that cannot be read. */
  readonly stateOfLocation: ReadonlyMap<string, string | null>;
  /** The one State in which the shop is registered; null: in none, or in several. */
  readonly onlyState: string | null;
  /** As what the seller sells from a State. */
  readonly kindIn: (state: string) => Movement['seller'];
  readonly law: Law;
  readonly headOf: (title: string) => TitleHead;
}

const INDIA = 'IN';
const INDIAN_MONEY = 'INR';

/** Judges the heads of one order: where it was sent from, where the supply takes place, and what it carries. */
export function orderTax(order: Order, numbers: readonly BuyerNumber[], seller: SellerPlaces): OrderTaxResult {
  const charged = chargedTax(order, seller.headOf);
  const dispatchStates = dispatchStatesOf(order, seller);
  const [dispatch] = dispatchStates;
  const notJudged = (reason: NotJudgedReason): OrderTaxResult => ({
    isJudged: false,
    order,
    reason,
    dispatchState: dispatchStates.length === 1 ? (dispatch ?? null) : null,
    taxPaise: charged.totalPaise,
  });
  if (order.isCancelled) return notJudged('cancelled');
  if (order.currencyCode !== INDIAN_MONEY) return notJudged('other-currency');
  if (order.lines.length === 0 && order.shipping.length === 0) return notJudged('no-lines');
  if (dispatch === undefined) return notJudged('dispatch-unknown');
  if (dispatchStates.length > 1) return notJudged('dispatch-several');
  const delivery = deliveryStateOf(order, dispatch);
  if (delivery === null) return notJudged('delivery-unknown');
  const day = dayInIndia(order.placedAt);
  const recipient = recipientAmong(numbers);
  const isToBusiness = recipient !== null;
  const isExport = delivery === ABROAD;
  const billTo = recipient && !isExport ? currentStateCode(recipient.stateCode, day) : null;
  if (billTo !== null && !isAnAddress(order, delivery, billTo)) return notJudged('buyer-state-unclear');
  const movement: Movement = {
    on: day,
    seller: seller.kindIn(dispatch),
    dispatchState: dispatch,
    buyer: isExport ? 'export' : isToBusiness ? 'b2b' : 'b2c',
    shipTo: delivery,
    billTo,
    // Without tax an export is judged by its own check, which asks for the letter.
    hasLut: false,
  };
  const pos = placeOfSupply(movement, seller.law);
  const expected = headsAt(movement, pos);
  const parts = {
    order,
    day,
    dispatchState: dispatch,
    deliveryState: delivery,
    placeOfSupply: pos,
    isToBusiness,
    isExport,
    expected,
    chargedNames: charged.names,
    taxPaise: charged.totalPaise,
  };
  return { isJudged: true, ...parts, ...verdictOn(charged, expected, { isToBusiness }) };
}

function verdictOn(
  charged: ChargedTax,
  expected: HeadsOfLaw,
  { isToBusiness }: { isToBusiness: boolean },
): Pick<JudgedOrder, 'charged' | 'verdict' | 'wrongPaise'> {
  const heads = charged.headsFor(expected);
  const wrong = (verdict: TaxVerdict, wrongPaise = charged.totalPaise) => ({ charged: heads, verdict, wrongPaise });
  if (heads === 'none') return wrong('untaxed', 0);
  if (expected === 'none') return wrong('not-allowed');
  if (charged.isUnnamed) return wrong('unnamed', 0);
  if (heads === expected) return wrong('right', 0);
  if (expected === 'igst') return wrong('wrong', charged.totalPaise - charged.igstPaise);
  if (heads === 'igst' && isToBusiness) return wrong('may-be-sez', 0);
  if (charged.igstPaise > 0) return wrong('wrong', charged.igstPaise);
  if (charged.isHalf) return wrong('half', 0);
  return wrong('wrong', expected === 'cgst-utgst' ? charged.sgstPaise : charged.utgstPaise);
}

/** More than one where the goods came from several States; none where nothing tells. */
function dispatchStatesOf(order: Order, { stateOfLocation, onlyState }: SellerPlaces): string[] {
  const states = new Set<string>();
  let hasUnknown = order.dispatchedFrom.length === 0;
  for (const id of order.dispatchedFrom) {
    const state = stateOfLocation.get(id) ?? null;
    if (state === null) hasUnknown = true;
    else states.add(state);
  }
  if (!hasUnknown) return [...states];
  // What is not known is taken to be where the shop is registered, if that is one State.
  return onlyState === null ? [] : [...states.add(onlyState)];
}

/** Where the goods go. Without an address they were handed over where they lay, unless the bill names another State. */
function deliveryStateOf(order: Order, dispatch: string): string | null {
  if (order.shipTo !== null) return stateOf(order.shipTo);
  const billed = order.billTo === null ? dispatch : stateOf(order.billTo);
  return billed === dispatch ? dispatch : null;
}

function stateOf(area: OrderArea): string | null {
  if (area.countryCode !== INDIA) return area.countryCode === null ? null : ABROAD;
  return stateOfZone(area.provinceCode);
}

/**
 * Goods count where the billed business is registered, though they go to another place (IGST Act, section 10(1)(b)):
 * but a number of a State that neither address is in tells nothing.
 */
function isAnAddress(order: Order, delivery: string, registeredIn: string): boolean {
  return registeredIn === delivery || (order.billTo !== null && stateOf(order.billTo) === registeredIn);
}
