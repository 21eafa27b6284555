import type { Day } from '../../time.ts';
import type { Order, OrderLine } from '../orders.ts';
import { orderTaxes } from './order-tax-book.ts';
import type { OrderTaxEvidence } from './order-tax-book.ts';
import { dayInIndia } from '../../gst/days.ts';
import { lineRate } from './order-tax-rates.ts';
import type { LineRate } from './order-tax-rates.ts';
import { titleReader } from './order-tax-titles.ts';
import type { TaxVerdict } from './order-tax.ts';

/** A line of goods with the rate that it carries. */
export interface TaxedLine {
  readonly order: Order;
  readonly day: Day;
  readonly line: OrderLine;
  readonly rate: LineRate;
  /** What its order's heads are; null where they could not be judged. */
  readonly verdict: TaxVerdict | null;
}

/**
 * Lines whose rate can be judged, oldest order first: in rupees, not cancelled, and of a seller who may charge tax.
 * The State does not matter to a rate, so orders without one are here too.
 */
export function* taxedLines(evidence: OrderTaxEvidence): Generator<TaxedLine> {
  const headOf = titleReader();
  for (const result of orderTaxes(evidence)) {
    const { order } = result;
    if (order.isCancelled || order.currencyCode !== 'INR') continue;
    const verdict = result.isJudged ? result.verdict : null;
    if (verdict === 'not-allowed') continue;
    const day = dayInIndia(order.placedAt);
    for (const line of order.lines) yield { order, day, line, rate: lineRate(line, order, headOf), verdict };
  }
}
