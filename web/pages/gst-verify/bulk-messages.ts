import type { CsvProblem } from '../../../core/csv/csv-reader.ts';
import type { GstinLayout } from '../../../core/gst/gstin-layouts.ts';
import type { GstinReason, GstinWarning } from '../../../core/gst/gstin.ts';
import type { WorkerAnswer } from '../../components/use-worker-task.ts';

/** What a row came to; in this order the page tells it. */
export const BULK_REASONS = [
  'ok',
  'bad_checksum',
  'bad_charset',
  'bad_length',
  'bad_state_code',
  'bad_layout',
  'temporary_id',
  'transporter_enrolment_id',
  'empty',
] as const satisfies readonly ('ok' | GstinReason)[];
export type BulkReason = (typeof BULK_REASONS)[number];

/** What the page asks the worker: one file or text. */
export interface BulkQuestion {
  readonly source: Blob | string;
  /** The column with the GSTINs, from 0; null: the one that holds most of them. */
  readonly column: number | null;
}

/** One judged row, as the table shows it. */
export interface BulkRow {
  /** Line of the file, from 1. */
  readonly line: number;
  /** What stands in the cell, at most 40 characters. */
  readonly input: string;
  readonly reason: BulkReason;
  readonly layout: GstinLayout | null;
  readonly stateCode: string | null;
  readonly warnings: readonly GstinWarning[];
  readonly suggestions: readonly string[];
  /** The characters of another script that look as if they belonged there. */
  readonly lookAlikes: readonly string[];
}

export interface BulkResult {
  /** Names of the first row; null where it holds a GSTIN itself. */
  readonly header: readonly string[] | null;
  readonly columns: number;
  readonly column: number;
  readonly counts: Readonly<Record<BulkReason, number>>;
  readonly judged: number;
  /** Rows beyond the hundred-thousandth: read, and not judged. */
  readonly leftOut: number;
  /** Rows with look-alikes of another script. */
  readonly lookAlikes: number;
  /** Rows with a warning. */
  readonly warned: number;
  /** Rows that were not written as CSV asks; the first of them with their lines. */
  readonly problems: { readonly count: number; readonly first: readonly { line: number; problem: CsvProblem }[] };
  /** The first rows of each reason. */
  readonly rows: readonly BulkRow[];
  /** Every judged row with its own columns and the verdict's. */
  readonly csv: Blob;
}

/** `spreadsheet`: a workbook and no text. `empty`: no row. `unreadable`: the browser could not read it to its end. */
export type BulkProblem = 'spreadsheet' | 'empty' | 'unreadable';
export type BulkAnswer = WorkerAnswer<BulkResult, BulkProblem>;
