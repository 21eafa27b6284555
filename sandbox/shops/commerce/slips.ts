import type { OrderSlip } from './commerce-state.ts';

/** Which of the orders of 58 days it is, by the remainder of its number. */
export const PLACE_OF_SLIP: Readonly<Record<OrderSlip, number>> = {
  'sent-from-surat': 17,
  'own-name-as-invoice-number': 31,
  'invoice-number-twice': 46,
  'invoice-gap': 62,
  'mistyped-gstin': 83,
  'look-alike-gstin': 103,
  'untaxed-export': 119,
  'card-in-note': 71,
  'aadhaar-in-note': 95,
  'sold-by-marketplace-app': 137,
};
