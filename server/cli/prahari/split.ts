import { csvReader, type CsvRow } from '../../../core/csv/csv-reader.ts';
import type { TaxSplit } from '../../../core/gst/tax-split.ts';
import { CSV_PROBLEMS } from './csv-problems.ts';
import { read } from './input.ts';
import { rupees } from './rupees.ts';
import { BadCellError, SPLIT_COLUMNS, splitOfRow, type SplitColumn } from './split-row.ts';
import { SPLIT_TABLE_HEAD, splitTableRow } from './split-table.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export interface SplitOptions {
  /** Absent or "-": standard input. */
  readonly file: string | undefined;
  readonly asJson: boolean;
}

/** `prahari split`: one row, one answer. @returns the exit code: 0 when every row was split, else 1 */
export async function split({ file, asJson }: SplitOptions, terminal: Terminal): Promise<number> {
  let places: ReadonlyMap<SplitColumn, number> | null = null;
  let good = 0;
  let bad = 0;
  for await (const rows of read(file, csvReader())) {
    let text = '';
    for (const row of rows) {
      if (row.cells.length === 1 && row.cells[0] === '') continue;
      if (places === null) {
        places = placesOf(row);
        if (!asJson) text += SPLIT_TABLE_HEAD;
        continue;
      }
      try {
        const { id, result } = answerOf(row, places);
        text += asJson ? jsonLine(id, result) : splitTableRow(id, result);
        good += 1;
      } catch (error) {
        if (!(error instanceof BadCellError) && !(error instanceof BadRowError)) throw error;
        terminal.complain(`line ${row.line}: ${error.message}`);
        bad += 1;
      }
    }
    await terminal.out.write(text);
    await terminal.out.flush();
  }
  if (places === null)
    throw new UsageError(`The file is empty. Its first line names the columns: ${named(SPLIT_COLUMNS)}.`);
  if (!asJson) await terminal.out.write(`\n${good} split, ${bad} left out.\n`);
  return bad > 0 ? 1 : 0;
}

class BadRowError extends Error {}

/** @throws {UsageError} columns are missing */
function placesOf({ cells }: CsvRow): ReadonlyMap<SplitColumn, number> {
  const names = cells.map((name) => name.trim().toLowerCase());
  const missing = SPLIT_COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new UsageError(`The first line must name the columns; missing: ${named(missing)}.`);
  return new Map(SPLIT_COLUMNS.map((column) => [column, names.indexOf(column)]));
}

function answerOf(row: CsvRow, places: ReadonlyMap<SplitColumn, number>): { id: string; result: TaxSplit } {
  if (row.problem !== null) throw new BadRowError(CSV_PROBLEMS[row.problem]);
  const cellOf = (column: SplitColumn) => row.cells[places.get(column) ?? -1]?.trim() ?? '';
  return { id: cellOf('id'), result: splitOfRow(cellOf) };
}

function jsonLine(id: string, split: TaxSplit): string {
  const line = {
    id,
    pos: split.pos,
    nature: split.nature,
    taxable: rupees(split.taxablePaise),
    cgst: rupees(split.cgstPaise),
    sgst: rupees(split.sgstPaise),
    utgst: rupees(split.utgstPaise),
    igst: rupees(split.igstPaise),
    total_tax: rupees(split.totalTaxPaise),
    gstr1_section: split.gstr1Section,
  };
  return `${JSON.stringify(line)}\n`;
}

function named(columns: readonly string[]): string {
  return columns.join(', ');
}
