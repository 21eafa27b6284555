import { z } from 'zod';
import type { BuyerGstin } from '../../core/evidence/orders.ts';
import type { Instant } from '../../core/time.ts';
import { taxAttributes } from '../collect/orders/order-attributes.ts';
import { instant, outsideText } from '../collect/parse-evidence.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** A number may be given as long after the order: then the shop has written its invoice. */
const OPEN_DAYS = 7;

const metafield = z.object({ value: outsideText(60) }).nullable();
const textOf = (field: { value: string } | null): string => field?.value.trim() ?? '';

/** An order as its buyer's page needs it. */
export interface BuyerOrder {
  readonly id: string;
  readonly placedAt: Instant;
  readonly isCancelled: boolean;
  /** Null on orders of before 2024. */
  readonly confirmationNumber: string | null;
  readonly buyerGstins: readonly BuyerGstin[];
  /** What was given here before. */
  readonly given: string;
  readonly isInvoiced: boolean;
  /** The shop itself keeps a number on the order, which counts before the buyer's. */
  readonly isKeptByShop: boolean;
}

export const OrderAnswer = z.object({
  order: z
    .object({
      id: outsideText(100),
      createdAt: instant,
      cancelledAt: instant.nullable(),
      confirmationNumber: outsideText(60).nullable(),
      customAttributes: z.array(z.object({ key: outsideText(100), value: outsideText(60).nullable() })).max(1_000),
      buyerGstin: metafield,
      checkoutGstin: metafield,
      invoiceNumber: metafield,
    })
    .transform((node): BuyerOrder => {
      const attributes = taxAttributes(node.customAttributes);
      const [kept, given] = [textOf(node.buyerGstin), textOf(node.checkoutGstin)];
      return {
        ...{ id: node.id, placedAt: node.createdAt, isCancelled: node.cancelledAt !== null },
        confirmationNumber: node.confirmationNumber,
        buyerGstins: [
          ...attributes.gstins.map((text): BuyerGstin => ({ place: 'cart-attribute', text })),
          ...(given === '' ? [] : [{ place: 'checkout-field' as const, text: given }]),
          ...(kept === '' ? [] : [{ place: 'order-metafield' as const, text: kept }]),
        ],
        given,
        isInvoiced: textOf(node.invoiceNumber) !== '' || attributes.invoiceNumber !== null,
        isKeptByShop: kept !== '',
      };
    })
    .nullable(),
});

export type WhyClosed = 'cancelled' | 'kept-by-shop' | 'invoiced' | 'seven-days';

/** Why no number may be given any more; null: it may. */
export function whyClosed(order: BuyerOrder, now: Date): WhyClosed | null {
  if (order.isCancelled) return 'cancelled';
  if (order.isKeptByShop) return 'kept-by-shop';
  if (order.isInvoiced) return 'invoiced';
  return now.getTime() - Date.parse(order.placedAt) > OPEN_DAYS * DAY_MS ? 'seven-days' : null;
}
