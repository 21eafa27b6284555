import { dayInIndia, financialYearOf } from '../../gst/days.ts';
import { judgeInvoiceNumber } from '../../gst/invoice-number.ts';
import type { InvoiceNumberVerdict } from '../../gst/invoice-number.ts';
import type { Order } from '../orders.ts';
import { orderTaxes } from './order-tax-book.ts';
import type { OrderTaxEvidence } from './order-tax-book.ts';

/** An order with the invoice number that was written down for it. */
export interface NumberedOrder {
  readonly order: Order;
  readonly verdict: InvoiceNumberVerdict;
  /** The text without the spaces around it. */
  readonly number: string;
  /** Shopify's own name of the order was written down: "#1001". */
  readonly isOrderName: boolean;
  /** Of the order's day in India: the invoice's own day is not known. */
  readonly financialYear: string;
  /** GST code of the registration that it counts under; empty where the State of dispatch is not known. */
  readonly state: string;
}

/** Orders with an invoice number, cancelled ones included: their numbers are used up too. */
export function numberedOrders(evidence: OrderTaxEvidence): NumberedOrder[] {
  const numbered: NumberedOrder[] = [];
  for (const result of orderTaxes(evidence)) {
    const { order } = result;
    const number = order.invoiceNumber?.trim() ?? '';
    if (number === '') continue;
    numbered.push({
      order,
      verdict: judgeInvoiceNumber(number),
      number,
      isOrderName: number === order.name || /^#\d+$/.test(number),
      financialYear: financialYearOf(dayInIndia(order.placedAt)),
      state: result.dispatchState ?? '',
    });
  }
  return numbered;
}
