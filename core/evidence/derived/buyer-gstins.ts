import { judgeGstin } from '../../gst/gstin.ts';
import type { GstinVerdict } from '../../gst/gstin.ts';
import type { BuyerGstinPlace, CompanyBuyer, Order } from '../orders.ts';

/** A buyer's number as one place holds it, and what arithmetic says of it. */
export interface BuyerNumber {
  readonly place: BuyerGstinPlace;
  readonly text: string;
  readonly verdict: GstinVerdict;
}

/** What the shop itself keeps counts before what a buyer typed. */
const PRECEDENCE: readonly BuyerGstinPlace[] = ['order-metafield', 'company', 'checkout-field', 'cart-attribute'];

/**
 * The numbers of one order from all four places, in the order in which they count. A text without a digit ("NA",
 * "URP", "-") says that there is none.
 */
export function buyerNumbersOf(order: Pick<Order, 'buyerGstins'>, companyTexts: readonly string[] = []): BuyerNumber[] {
  if (order.buyerGstins.length === 0 && companyTexts.length === 0) return [];
  const texts = [...order.buyerGstins, ...companyTexts.map((text) => ({ place: 'company' as const, text }))];
  return texts
    .filter(({ text }) => /\p{N}/u.test(text))
    .map(({ place, text }) => ({ place, text, verdict: judgeGstin(text) }))
    .sort((a, b) => PRECEDENCE.indexOf(a.place) - PRECEDENCE.indexOf(b.place));
}

/** The number that an invoice may carry: the first that could exist. Null: the order counts as one of a consumer. */
export function recipientAmong(numbers: readonly BuyerNumber[]): (GstinVerdict & { ok: true }) | null {
  return usedAmong(numbers)?.verdict ?? null;
}

/** The same with the place that holds it. */
export function usedAmong(
  numbers: readonly BuyerNumber[],
): (BuyerNumber & { readonly verdict: GstinVerdict & { ok: true } }) | null {
  for (const { verdict, ...held } of numbers) if (verdict.ok && isRecipient(verdict)) return { ...held, verdict };
  return null;
}

/** Sellers from abroad hold these two; nobody buys goods here with them. */
function isRecipient({ layout }: GstinVerdict & { ok: true }): boolean {
  return layout !== 'oidar' && layout !== 'nrtp';
}

/** Texts of B2B companies by order id; empty where that evidence is missing. */
export function companyTextsByOrder(buyers: readonly CompanyBuyer[] = []): ReadonlyMap<string, readonly string[]> {
  const byOrder = new Map<string, string[]>();
  for (const { orderId, text } of buyers) {
    const texts = byOrder.get(orderId);
    if (texts) texts.push(text);
    else byOrder.set(orderId, [text]);
  }
  return byOrder;
}
