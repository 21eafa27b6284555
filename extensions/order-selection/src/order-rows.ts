import type { OrderGstRow } from '../../../core/api/order-gst.ts';
import { BYTE_ORDER_MARK, csvRow } from '../../../core/csv/csv-cell.ts';
import type { Words } from '../../shared/words.ts';

type Result = OrderGstRow['result'];

/** What needs work comes first. */
const WEIGHT: Readonly<Record<Result, number>> = { wrong: 0, 'not-judged': 1, 'not-found': 2, right: 3 };

/** Wrong orders first, those with the greatest difference before the others; otherwise as they were selected. */
export function worstFirst(rows: readonly OrderGstRow[]): OrderGstRow[] {
  return [...rows].sort((a, b) => WEIGHT[a.result] - WEIGHT[b.result] || b.differencePaise - a.differencePaise);
}

export interface OrderCounts {
  readonly right: number;
  readonly wrong: number;
  /** With those that this shop does not have. */
  readonly notJudged: number;
  readonly differencePaise: number;
}

export function countsOf(rows: readonly OrderGstRow[]): OrderCounts {
  const of = (...results: readonly Result[]) => rows.filter(({ result }) => results.includes(result)).length;
  return {
    right: of('right'),
    wrong: of('wrong'),
    notJudged: of('not-judged', 'not-found'),
    differencePaise: rows.reduce((sum, { differencePaise }) => sum + differencePaise, 0),
  };
}

/** The orders as a table for a spreadsheet, worst first, in the reader's words; sums in rupees as plain numbers. */
export function ordersCsv(rows: readonly OrderGstRow[], words: Words): string {
  const columns = ['order', 'result', 'difference', 'found'].map((column) => words.t(`csv.${column}`));
  const lines = worstFirst(rows).map(({ id, name, result, differencePaise, sentence }) =>
    csvRow([name ?? id, words.t(`result.${result}`), (differencePaise / 100).toFixed(2), words.of(sentence)]),
  );
  return `${BYTE_ORDER_MARK}${csvRow(columns)}${lines.join('')}`;
}

/** The file as a link: nothing of it leaves the browser. */
export function csvLink(csv: string): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`;
}
