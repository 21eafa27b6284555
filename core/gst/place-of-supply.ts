import { stateByCode } from '../data/states.ts';
import type { Day } from '../time.ts';
import { LAW, thresholdOn, type Law } from './law.ts';

/** Outside India: a place of supply, never the beginning of a GSTIN. */
export const ABROAD = '96';

/** Who sells to whom, and where the goods go. State codes are GST codes of two digits, "27". */
export interface Movement {
  readonly on: Day;
  readonly seller: 'regular' | 'composition' | 'unregistered';
  /** State of the registration, or of the place, from which the goods leave. */
  readonly dispatchState: string;
  readonly buyer: 'b2c' | 'b2b' | 'uin' | 'sez' | 'export';
  /** Null: no such address is known. "96": outside India. */
  readonly shipTo: string | null;
  readonly billTo: string | null;
  /** A letter of undertaking stands for the year: exports and supplies to a SEZ go without tax. */
  readonly hasLut: boolean;
}

export type Nature = 'intra' | 'inter' | 'none';
export type HeadsOfLaw = 'cgst-sgst' | 'cgst-utgst' | 'igst' | 'none';

/**
 * Place of supply of goods, as a GST code. A registered buyer: the State of the party that is billed, since goods may
 * go to a third one (IGST Act, section 10(1)(b)). An unregistered buyer: where the goods are delivered; from the day of
 * section 10(1)(ca) also a billing address counts before the seller's own State is assumed (Circular 209/3/2024).
 * Goods that leave India: 96. A State's retired code is read as its successor from the day it was replaced.
 *
 * @throws {RangeError} a State code that is none
 */
export function placeOfSupply(movement: Movement, law: Law = LAW): string {
  const { on, buyer, dispatchState } = movement;
  const home = stateCode(dispatchState, on, 'The State of dispatch');
  const shipTo = movement.shipTo === ABROAD ? ABROAD : orNull(movement.shipTo, on, 'The State of delivery');
  const billTo = movement.billTo === ABROAD ? null : orNull(movement.billTo, on, 'The State of billing');
  if (buyer === 'export') return ABROAD;
  if (buyer === 'sez') return billTo ?? (shipTo === ABROAD ? null : shipTo) ?? home;
  if (shipTo === ABROAD) return ABROAD;
  if (buyer !== 'b2c') return billTo ?? shipTo ?? home;
  const countsBilling = thresholdOn(law, 'place-of-supply-unregistered-goods', on) !== null;
  return shipTo ?? (countsBilling ? billTo : null) ?? home;
}

/** Whether a supply stays within one State. A SEZ is never in the State around it; who is unregistered supplies none. */
export function natureOf(movement: Movement, pos: string): Nature {
  if (movement.seller === 'unregistered') return 'none';
  if (movement.buyer === 'sez' || pos === ABROAD) return 'inter';
  return pos === stateCode(movement.dispatchState, movement.on, 'The State of dispatch') ? 'intra' : 'inter';
}

/** Heads under which the law has the seller collect tax, whatever the rate. 'none': nothing may be, or is, collected. */
export function headsOf(movement: Movement, law: Law = LAW): HeadsOfLaw {
  return headsAt(movement, placeOfSupply(movement, law));
}

/** As `headsOf`, where the place of supply is known already. */
export function headsAt(movement: Movement, pos: string): HeadsOfLaw {
  if (movement.seller !== 'regular') return 'none';
  if (isZeroRated(movement, pos) && movement.hasLut) return 'none';
  if (natureOf(movement, pos) === 'inter') return 'igst';
  return stateByCode(pos)?.localTax === 'UTGST' ? 'cgst-utgst' : 'cgst-sgst';
}

function isZeroRated(movement: Movement, pos: string): boolean {
  return movement.buyer === 'sez' || pos === ABROAD;
}

/**
 * The code that counts on a day: 25 is 26 from 2020-01-26 on, 28 is 37 (the day on which it ended is not established).
 * Null for what is no State.
 */
export function currentStateCode(code: string, on: Day): string | null {
  const state = stateByCode(code);
  if (state === null) return null;
  const isOver = state.effectiveTo === null || state.effectiveTo < on;
  return state.succeededBy !== null && isOver ? state.succeededBy : code;
}

function stateCode(code: string, on: Day, what: string): string {
  const current = currentStateCode(code, on);
  if (current === null) throw new RangeError(`${what} is no GST State code: use two digits such as 27.`);
  return current;
}

function orNull(code: string | null, on: Day, what: string): string | null {
  return code === null ? null : stateCode(code, on, what);
}
