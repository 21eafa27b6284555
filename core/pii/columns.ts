import { labelBefore, type Label } from './labels.ts';

const SEPARATORS = [',', ';', '\t', '|'] as const;
const MIN_COLUMNS = 2;
const MAX_COLUMNS = 500;

/** What the first line of a table calls its columns; null for a text that is no table. */
export interface Columns {
  readonly separator: string;
  readonly labels: readonly (Label | null)[];
}

/** A first line of short names between separators. "Dear all, here they are" is none: no column is said to be anything. */
export function columnsOf(firstLine: string): Columns | null {
  const separator = SEPARATORS.find((one) => cellsOf(firstLine, one).length >= MIN_COLUMNS);
  if (separator === undefined) return null;
  const cells = cellsOf(firstLine, separator);
  if (cells.length > MAX_COLUMNS || cells.some((cell) => cell.length > 60 || /\d{6}/.test(cell))) return null;
  const labels = cells.map((cell) => labelBefore(`${cell}:`, cell.length + 1));
  return labels.some((label) => label !== null) ? { separator, labels } : null;
}

/** What the column says of a number at this place of a row; null where it says nothing, or the row is not whole. */
export function columnLabelAt(row: string, at: number, { separator, labels }: Columns): Label | null {
  const before = cellsOf(row.slice(0, at), separator, { isPart: true });
  return cellsOf(row, separator).length === labels.length ? (labels[before.length - 1] ?? null) : null;
}

/** Quotes hold separators together. A line that ends within quotes goes on in the next one: it has no cells. */
function cellsOf(line: string, separator: string, { isPart = false } = {}): string[] {
  const cells: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (character === '"') isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) {
      cells.push(line.slice(start, at));
      start = at + 1;
    }
  }
  return isQuoted && !isPart ? [] : [...cells, line.slice(start)].map((cell) => cell.trim().replace(/^"|"$/g, ''));
}
