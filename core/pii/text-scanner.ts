import { columnLabelAt, columnsOf, type Columns } from './columns.ts';
import { scanText, type Found } from './scan.ts';

/** Text kept before the part that is read next, for the words before a number. */
const CONTEXT_CHARS = 64;
/** Longest number with its gaps. A line longer than MAX_LINE is cut where no number stands, or, failing that, anyhow. */
const MAX_NUMBER_CHARS = 64;
const MAX_LINE_CHARS = 64 * 1024;

/** Reads a long text in pieces, in bounded memory; of a table, the names of its columns count as words before a number. */
export interface TextScanner {
  /** What is found in whole lines so far; `at` counts from the beginning of the text. */
  push(piece: string): Found[];
  /** What stands in the last line. */
  finish(): Found[];
}

export function createTextScanner(): TextScanner {
  let context = '';
  let waiting = '';
  /** Where `waiting` begins in the whole text. */
  let offset = 0;
  let columns: Columns | null = null;
  let isFirst = true;

  const read = (end: number): Found[] => {
    if (end === 0) return [];
    const part = waiting.slice(0, end);
    const start = offset - context.length;
    const whole = context + part;
    if (isFirst) columns = columnsOf(part.split(/\r?\n/, 1)[0] ?? '');
    isFirst = false;
    // What lies in the context was told before.
    const found = scanText(whole).flatMap((one) =>
      one.at < context.length || isOtherColumn(whole, one, columns) ? [] : [{ ...one, at: one.at + start }],
    );
    context = whole.slice(-CONTEXT_CHARS);
    waiting = waiting.slice(end);
    offset += end;
    return found;
  };

  return {
    push(piece) {
      waiting += piece;
      const found = read(waiting.lastIndexOf('\n') + 1);
      while (waiting.length > MAX_LINE_CHARS) found.push(...read(safeCut(waiting, MAX_LINE_CHARS)));
      return found;
    },
    finish: () => read(waiting.length),
  };
}

/** A column called "Tracking" or "Phone" holds no card and no Aadhaar, whatever the digits say. */
function isOtherColumn(text: string, { type, at }: Found, columns: Columns | null): boolean {
  if (!columns) return false;
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  const row = text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '');
  const label = columnLabelAt(row, at - start, columns);
  return label === 'parcel' || (label === 'other' && type !== 'pan');
}

/** The last place up to `limit` that lies in no number: after a character that no number contains. */
function safeCut(text: string, limit: number): number {
  for (let at = limit; at > limit - MAX_NUMBER_CHARS; at -= 1) {
    if (/[^\dA-Za-z .\u0080-\uffff-]/.test(text.charAt(at - 1))) return at;
  }
  return limit;
}
