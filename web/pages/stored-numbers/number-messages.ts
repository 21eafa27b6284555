import type { PersonalNumber } from '../../../core/evidence/data-at-rest.ts';

/** What the worker is asked. */
export interface NumberQuestion {
  readonly files: readonly Blob[];
}

/** One number that should not stand there: its kind, where it is, and its last four. The number itself stays in the worker. */
export interface NumberFound {
  /** Place of the file among those asked about. */
  readonly file: number;
  readonly line: number;
  readonly type: PersonalNumber;
  readonly lastFour: string;
}

export interface NumberResult {
  /** Lines that were read, of all files. */
  readonly rows: number;
  readonly counts: Readonly<Record<PersonalNumber, number>>;
  /** The first of them. */
  readonly found: readonly NumberFound[];
}

/** What the worker answers: progress some times, then one of the others. */
export type NumberAnswer =
  | { readonly kind: 'progress'; readonly rows: number; readonly share: number }
  | { readonly kind: 'done'; readonly result: NumberResult }
  /** `spreadsheet`: a workbook and no text. `unreadable`: the browser could not read it to its end. */
  | { readonly kind: 'failed'; readonly problem: 'spreadsheet' | 'unreadable' | 'empty' };
