import type { CsvProblem } from '../../../core/csv/csv-reader.ts';

/** What is wrong with a row, for the person. */
export const CSV_PROBLEMS: Readonly<Record<CsvProblem, string>> = {
  'quote-left-open': 'a quote is left open; write "" for a quote inside a cell',
  'text-after-quote': 'letters stand behind a closing quote; write "" for a quote inside a cell',
  'too-long': 'the line is longer than four million characters',
};
