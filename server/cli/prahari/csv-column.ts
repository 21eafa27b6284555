import { csvReader, type CsvRow } from '../../../core/csv/csv-reader.ts';
import { CSV_PROBLEMS } from './csv-problems.ts';
import type { Reader } from './input.ts';
import { printable } from './terminal.ts';
import { UnreadLine } from './unread-line.ts';
import { UsageError } from './usage-error.ts';

const MOST_NAMES = 12;
const LONGEST_NAME = 40;

/**
 * The cells of one column of a CSV file, a cell that a row lacks as an empty one; blank rows are left out.
 *
 * @param column its name, small letters or capitals: the first row names the columns. Or its number from 1, and the
 *   first row is one like any other.
 * @throws {UsageError} no column has this name, or nothing stands in the file
 */
export function csvColumnReader(column: string): Reader<string | UnreadLine> {
  const rows = csvReader();
  let place: number | null = /^[1-9][0-9]{0,3}$/.test(column) ? Number(column) - 1 : null;
  const cellsOf = (some: readonly CsvRow[]) =>
    some.flatMap(({ line, cells, problem }) => {
      if (cells.length === 1 && cells[0] === '') return [];
      if (place === null) {
        place = placeOf(column, cells);
        return [];
      }
      return [problem === null ? (cells[place] ?? '') : new UnreadLine(line, CSV_PROBLEMS[problem])];
    });
  return {
    push: (text) => cellsOf(rows.push(text)),
    finish() {
      const last = cellsOf(rows.finish());
      if (place === null) throw new UsageError('The file is empty. Its first line names the columns.');
      return last;
    },
  };
}

function placeOf(column: string, names: readonly string[]): number {
  const plain = (name: string) => name.trim().toLowerCase();
  const place = names.findIndex((name) => plain(name) === plain(column));
  if (place !== -1) return place;
  const some = names.slice(0, MOST_NAMES).map((name) => printable(name.trim()).slice(0, LONGEST_NAME));
  const more = names.length > MOST_NAMES ? ' …' : '';
  throw new UsageError(`There is no column ${JSON.stringify(column)}. The first line names: ${some.join(', ')}${more}`);
}
