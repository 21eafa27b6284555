import type { NoFigures, TaxAudit, TaxAuditRow } from '../../../core/evidence/summaries.ts';

/** A part of the summary whose evidence was missing. */
export function isNoFigures<T extends object>(part: T | NoFigures): part is NoFigures {
  return 'reason' in part;
}

/** Tax on deliveries to one State, or to all the smaller ones together (`state` null). In paise. */
export interface StateTax {
  readonly state: string | null;
  readonly rightPaise: number;
  readonly wrongPaise: number;
}

const MOST_BARS = 10;

/** Most tax at stake first, then most tax; what is beyond ten becomes one bar. */
export function taxByState(rows: readonly TaxAuditRow[]): readonly StateTax[] {
  const byState = new Map<string, { rightPaise: number; wrongPaise: number }>();
  for (const { deliveryState, taxPaise, wrongPaise } of rows) {
    const sum = byState.get(deliveryState) ?? { rightPaise: 0, wrongPaise: 0 };
    sum.rightPaise += taxPaise - wrongPaise;
    sum.wrongPaise += wrongPaise;
    byState.set(deliveryState, sum);
  }
  const sorted = [...byState]
    .map(([state, sum]): StateTax => ({ state, ...sum }))
    .sort((a, b) => b.wrongPaise - a.wrongPaise || b.rightPaise - a.rightPaise);
  const rest = sorted.slice(MOST_BARS);
  if (rest.length === 0) return sorted;
  const sum = (of: (tax: StateTax) => number) => rest.reduce((total, tax) => total + of(tax), 0);
  return [
    ...sorted.slice(0, MOST_BARS),
    { state: null, rightPaise: sum((tax) => tax.rightPaise), wrongPaise: sum((tax) => tax.wrongPaise) },
  ];
}

/** States to which an order went with wrong tax; GST codes. */
export function wrongTaxStates(audit: TaxAudit | NoFigures): ReadonlySet<string> {
  if (isNoFigures(audit)) return new Set();
  return new Set(audit.rows.filter(({ wrongOrders }) => wrongOrders > 0).map(({ deliveryState }) => deliveryState));
}

/** Rows with the most at stake first; those in order after them, by tax. */
export function sortedRows(rows: readonly TaxAuditRow[]): readonly TaxAuditRow[] {
  return [...rows].sort(
    (a, b) => b.wrongPaise - a.wrongPaise || b.wrongOrders - a.wrongOrders || b.taxPaise - a.taxPaise,
  );
}
