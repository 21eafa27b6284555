import type { PersonalNumber } from '../../../core/evidence/data-at-rest.ts';
import type { WorkerAnswer } from '../../components/use-worker-task.ts';

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

/** `spreadsheet`: a workbook and no text. `empty`: no line. `unreadable`: the browser could not read it to its end. */
export type NumberProblem = 'spreadsheet' | 'empty' | 'unreadable';
export type NumberAnswer = WorkerAnswer<NumberResult, NumberProblem>;
