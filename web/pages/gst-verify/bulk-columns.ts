import { judgeGstin } from '../../../core/gst/gstin.ts';
import type { CsvRow } from '../../../core/csv/csv-reader.ts';

/** A name has few digits; a GSTIN, also a mistyped one, has many. */
const MOST_DIGITS_IN_NAME = 4;

/** The column with most GSTINs that could exist; where none has any, the one with most texts as long as one. */
export function columnOf(rows: readonly CsvRow[]): number {
  const score = (column: number) => rows.reduce((sum, { cells }) => sum + scoreOf(cells[column] ?? ''), 0);
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.length));
  let best = 0;
  let most = score(0);
  for (let column = 1; column < columns; column += 1) {
    const found = score(column);
    if (found > most) [best, most] = [column, found];
  }
  return best;
}

/** Whether the first row names the columns. */
export function hasHeader(rows: readonly CsvRow[], column: number): boolean {
  const [first, second] = rows;
  if (!first || !second) return false;
  const cell = first.cells[column] ?? '';
  return !judgeGstin(cell).ok && cell.replace(/[^0-9]/g, '').length <= MOST_DIGITS_IN_NAME;
}

function scoreOf(cell: string): number {
  const verdict = judgeGstin(cell);
  if (verdict.ok) return 1_000;
  return verdict.reason !== 'empty' && verdict.normalized.length === 15 ? 1 : 0;
}
