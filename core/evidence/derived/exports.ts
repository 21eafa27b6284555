import type { Order } from '../orders.ts';

/** Whether the goods leave India. An order without an address, or a cancelled one, is none. */
export function isExport({ isCancelled, shipTo }: Order): boolean {
  return !isCancelled && shipTo !== null && shipTo.countryCode !== null && shipTo.countryCode !== 'IN';
}
