import type { OrderSlip } from './commerce-state.ts';
import { PLACE_OF_SLIP } from './slips.ts';
import type { OrderTimes } from './order-times.ts';

/** What a slip does to the numbers from its order on. */
const SHIFTS: Partial<Record<OrderSlip, number>> = {
  'own-name-as-invoice-number': -1, // takes no number of the series
  'invoice-number-twice': -1, // takes the one before it again
  'invoice-gap': 3,
};

/**
 * "SD/26-27/000412": one series a financial year, without a gap but for the slips. `every` is the number of orders in
 * which each slip happens once.
 */
export function invoiceNumber(
  order: number,
  { times, prefix, slips, every }: { times: OrderTimes; prefix: string; slips: readonly OrderSlip[]; every: number },
): string {
  const first = times.firstOfYear(order);
  const shift = slips.reduce((sum, slip) => {
    const happened =
      timesPassed(order, PLACE_OF_SLIP[slip], every) - timesPassed(first - 1, PLACE_OF_SLIP[slip], every);
    return sum + (SHIFTS[slip] ?? 0) * happened;
  }, 0);
  return `${prefix}/${times.yearOf(order)}/${String(order - first + 1 + shift).padStart(6, '0')}`;
}

/** How many of the orders up to this one have their place there. */
function timesPassed(order: number, place: number, every: number): number {
  return Math.floor((order - place) / every) + 1;
}
