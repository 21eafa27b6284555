import { lawWith } from '../../gst/law.ts';
import type { Heads, TaxAudit, TaxAuditRow } from '../summaries.ts';
import { orderTaxes } from './order-tax-book.ts';
import type { OrderTaxEvidence } from './order-tax-book.ts';
import type { JudgedOrder } from './order-tax.ts';
import { rateReader, wrongRateTax } from './order-tax-rate-problems.ts';
import { titleReader } from './order-tax-titles.ts';

/**
 * What the shop charged against what the law asks, by State of dispatch and of delivery: the rows with the most at
 * stake first. Linear in tax lines: fifty thousand orders take less than a second.
 */
export function taxAudit(evidence: OrderTaxEvidence): TaxAudit {
  const headOf = titleReader();
  const problemWith = rateReader(lawWith(evidence.law));
  const rows = new Map<string, JudgedOrder[]>();
  let ordersJudged = 0;
  let taxChargedPaise = 0;
  let wrongHeadPaise = 0;
  for (const result of orderTaxes(evidence)) {
    if (!result.isJudged) {
      if (result.reason !== 'cancelled' && result.reason !== 'other-currency') taxChargedPaise += result.taxPaise;
      continue;
    }
    ordersJudged += 1;
    taxChargedPaise += result.taxPaise;
    // A line can be wrong in both: its tax is corrected once.
    wrongHeadPaise += Math.max(result.wrongPaise, wrongRateTax(result, headOf, problemWith));
    const key = rowKey(result);
    const row = rows.get(key);
    if (row) row.push(result);
    else rows.set(key, [result]);
  }
  return {
    since: evidence.orders.since,
    orders: evidence.orders.orders.length,
    ordersJudged,
    moreOrders: evidence.orders.moreOrders,
    taxChargedPaise,
    wrongHeadPaise,
    rows: [...rows.values()].map(rowOf).sort(byStake),
  };
}

/** Orders of one key were asked for the same heads. */
function rowKey({ dispatchState, deliveryState, expected }: JudgedOrder): string {
  return `${dispatchState} ${deliveryState} ${expected}`;
}

function isWrong({ verdict }: JudgedOrder): boolean {
  return verdict === 'wrong' || verdict === 'not-allowed';
}

function rowOf(orders: readonly JudgedOrder[]): TaxAuditRow {
  const [first] = orders;
  if (!first) throw new TypeError('A row of the audit has at least one order');
  const wrong = orders.filter(isWrong);
  return {
    deliveryState: first.deliveryState,
    dispatchState: first.dispatchState,
    expected: first.expected,
    charged: mostFrequent(wrong.map(({ charged }) => charged)) ?? first.expected,
    orders: orders.length,
    wrongOrders: wrong.length,
    taxPaise: orders.reduce((sum, { taxPaise }) => sum + taxPaise, 0),
    wrongPaise: wrong.reduce((sum, { wrongPaise }) => sum + wrongPaise, 0),
    lastWrongAt: wrong.at(-1)?.order.placedAt ?? null,
    lastRightAt: orders.findLast(({ verdict }) => verdict === 'right')?.order.placedAt ?? null,
  };
}

function mostFrequent(heads: readonly Heads[]): Heads | null {
  const counts = new Map<Heads, number>();
  for (const one of heads) counts.set(one, (counts.get(one) ?? 0) + 1);
  let most: Heads | null = null;
  for (const [one, count] of counts) if (most === null || count > (counts.get(most) ?? 0)) most = one;
  return most;
}

function byStake(a: TaxAuditRow, b: TaxAuditRow): number {
  const states = (row: TaxAuditRow) => `${row.deliveryState} ${row.dispatchState} ${row.expected}`;
  return b.wrongPaise - a.wrongPaise || b.orders - a.orders || (states(a) < states(b) ? -1 : 1);
}
