import { BYTE_ORDER_MARK, csvRow } from '../../../core/csv/csv-cell.ts';
import type { CsvRow } from '../../../core/csv/csv-reader.ts';
import { suggestionsFor } from '../../../core/gst/gstin-repairs.ts';
import { judgeGstin, type GstinVerdict } from '../../../core/gst/gstin.ts';
import { stateNameOf } from '../../../core/verify/gstin-record.ts';
import { lookAlikesIn } from '../../../core/verify/look-alikes.ts';
import { columnOf, hasHeader } from './bulk-columns.ts';
import { BULK_REASONS, type BulkReason, type BulkResult, type BulkRow } from './bulk-messages.ts';

export const MOST_ROWS = 100_000;
export const ROWS_OF_REASON = 50;
const PROBLEMS_SHOWN = 20;
/** So many rows show which column has the GSTINs. */
const ROWS_TO_LEARN_FROM = 200;
const LONGEST_SHOWN = 40;
/** Pieces of the file to come are handed over before they grow large. */
const PIECE_CHARACTERS = 1_000_000;

const VERDICT_COLUMNS = [
  'gstin_valid',
  'gstin_reason',
  'gstin_number',
  'gstin_type',
  'gstin_state_code',
  'gstin_state',
  'gstin_pan',
  'gstin_warnings',
  'gstin_did_you_mean',
];

export interface BulkBook {
  /** Judges rows as they come. @returns how many were read so far */
  add(rows: readonly CsvRow[]): number;
  /** Null where there was no row. */
  close(): BulkResult | null;
}

/** Judges the rows of one file and keeps what the page shows: counts, the first rows of each reason, the result file. */
export function bulkBook(askedColumn: number | null): BulkBook {
  const counts = Object.fromEntries(BULK_REASONS.map((reason) => [reason, 0])) as Record<BulkReason, number>;
  const shown: BulkRow[] = [];
  const pieces: Blob[] = [];
  const firstProblems: BulkResult['problems']['first'][number][] = [];
  let learning: CsvRow[] | null = [];
  let header: readonly string[] | null = null;
  let column = 0;
  let columns = 1;
  let piece = BYTE_ORDER_MARK;
  let [read, judged, leftOut, lookAlikes, warned, problems] = [0, 0, 0, 0, 0, 0];

  function learn(): void {
    const rows = learning ?? [];
    learning = null;
    column = askedColumn ?? columnOf(rows);
    columns = Math.max(1, ...rows.map(({ cells }) => cells.length));
    header = hasHeader(rows, column) ? (rows[0]?.cells ?? null) : null;
    write([
      ...widened(header ?? Array.from({ length: columns }, (_, index) => `column_${index + 1}`)),
      ...VERDICT_COLUMNS,
    ]);
    for (const row of header ? rows.slice(1) : rows) judge(row);
  }

  function judge({ line, cells, problem }: CsvRow): void {
    if (judged === MOST_ROWS) {
      leftOut += 1;
      return;
    }
    judged += 1;
    if (problem !== null) {
      problems += 1;
      if (firstProblems.length < PROBLEMS_SHOWN) firstProblems.push({ line, problem });
    }
    const cell = cells[column] ?? '';
    const verdict = judgeGstin(cell);
    const reason = verdict.ok ? 'ok' : verdict.reason;
    const foreign = lookAlikesIn(verdict);
    const suggestions = suggestionsFor(verdict);
    counts[reason] += 1;
    if (foreign.length > 0) lookAlikes += 1;
    if (verdict.ok && verdict.warnings.length > 0) warned += 1;
    if (counts[reason] <= ROWS_OF_REASON) {
      shown.push({
        line,
        input: [...cell.slice(0, 2 * LONGEST_SHOWN)].slice(0, LONGEST_SHOWN).join(''),
        reason,
        layout: verdict.ok ? verdict.layout : null,
        stateCode: verdict.ok ? verdict.stateCode : null,
        warnings: verdict.ok ? verdict.warnings : [],
        suggestions,
        lookAlikes: foreign,
      });
    }
    write([...widened(cells), ...verdictCells(verdict, suggestions)]);
  }

  /** Rows of unlike length would push the verdict under another name. */
  function widened(cells: readonly string[]): string[] {
    return Array.from({ length: Math.max(columns, cells.length) }, (_, index) => cells[index] ?? '');
  }

  function write(cells: readonly string[]): void {
    piece += csvRow(cells);
    if (piece.length < PIECE_CHARACTERS) return;
    pieces.push(new Blob([piece]));
    piece = '';
  }

  return {
    add(rows) {
      for (const row of rows) {
        if (row.cells.every((cell) => cell.trim() === '')) continue;
        read += 1;
        if (learning === null) judge(row);
        else {
          learning.push(row);
          if (learning.length === ROWS_TO_LEARN_FROM) learn();
        }
      }
      return read;
    },
    close() {
      if (learning !== null) learn();
      if (judged === 0) return null;
      return {
        header,
        columns,
        column,
        counts,
        judged,
        leftOut,
        lookAlikes,
        warned,
        problems: { count: problems, first: firstProblems },
        rows: shown.toSorted((a, b) => a.line - b.line),
        csv: new Blob([...pieces, piece], { type: 'text/csv;charset=utf-8' }),
      };
    },
  };
}

function verdictCells(verdict: GstinVerdict, suggestions: readonly string[]): string[] {
  if (!verdict.ok) return ['no', verdict.reason, '', '', '', '', '', '', suggestions.join(' ')];
  const { gstin, layout, stateCode, pan, warnings } = verdict;
  return ['yes', 'ok', gstin, layout, stateCode, stateNameOf(stateCode) ?? '', pan ?? '', warnings.join(' '), ''];
}
