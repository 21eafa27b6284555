import { judgedOrders } from './order-tax-book.ts';
import type { OrderTaxEvidence } from './order-tax-book.ts';
import type { JudgedOrder } from './order-tax.ts';

/** Orders from the home State to one State that carry a wrong head again and again: the table's doing. */
export interface TaxPattern {
  readonly deliveryState: string;
  /** The wrong orders, oldest first; at least one. */
  readonly wrong: readonly JudgedOrder[];
  readonly last: JudgedOrder;
  readonly wrongPaise: number;
  /** Later orders to that State are right: the table was mended. */
  readonly isMended: boolean;
}

export interface TaxPatterns {
  /** The State that most orders are sent from: the one that Shopify's single table can be right for. */
  readonly homeState: string | null;
  readonly patterns: readonly TaxPattern[];
  /** Wrong orders that no pattern explains, oldest first. */
  readonly others: readonly JudgedOrder[];
}

const ENOUGH = 2;

/** Tells the wrong table from the wrong order. */
export function taxPatterns(evidence: OrderTaxEvidence): TaxPatterns {
  const judged = judgedOrders(evidence).filter(({ verdict }) => verdict === 'right' || verdict === 'wrong');
  const homeState = mostFrequent(judged.map(({ dispatchState }) => dispatchState));
  const groups = new Map<string, JudgedOrder[]>();
  const others: JudgedOrder[] = [];
  for (const order of judged) {
    // The table goes by the State of delivery: an order that is billed elsewhere tells nothing of it.
    const isTablesDoing = order.dispatchState === homeState && order.placeOfSupply === order.deliveryState;
    const group = isTablesDoing ? groups.get(order.deliveryState) : undefined;
    if (group) group.push(order);
    else if (isTablesDoing) groups.set(order.deliveryState, [order]);
    else if (order.verdict === 'wrong') others.push(order);
  }
  const patterns: TaxPattern[] = [];
  for (const [deliveryState, orders] of groups) {
    const pattern = patternOf(deliveryState, orders);
    if (pattern) patterns.push(pattern);
    else others.push(...orders.filter(isWrong));
  }
  return { homeState, patterns, others: others.sort(byTime) };
}

/** A pattern when every order is wrong, or at least two and half of those from the first wrong one to the last. */
function patternOf(deliveryState: string, orders: readonly JudgedOrder[]): TaxPattern | null {
  const wrong = orders.filter(isWrong);
  const last = wrong.at(-1);
  if (!last) return null;
  const spell = orders.findLastIndex(isWrong) - orders.findIndex(isWrong) + 1;
  const isPattern = wrong.length === orders.length || (wrong.length >= ENOUGH && 2 * wrong.length >= spell);
  if (!isPattern) return null;
  const wrongPaise = wrong.reduce((sum, one) => sum + one.wrongPaise, 0);
  return { deliveryState, wrong, last, wrongPaise, isMended: orders.at(-1) !== last };
}

function isWrong({ verdict }: JudgedOrder): boolean {
  return verdict === 'wrong';
}

function mostFrequent(states: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const state of states) counts.set(state, (counts.get(state) ?? 0) + 1);
  let most: string | null = null;
  for (const [state, count] of counts) if (most === null || count > (counts.get(most) ?? 0)) most = state;
  return most;
}

function byTime(a: JudgedOrder, b: JudgedOrder): number {
  if (a.order.placedAt === b.order.placedAt) return 0;
  return a.order.placedAt < b.order.placedAt ? -1 : 1;
}
