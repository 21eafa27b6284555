import { separatorOf, type Separator } from './separator.ts';

/**
 * What was wrong with a row, which is given all the same:
 * `quote-left-open`: a quote is never closed, or closed lines below where none can close; its line was read by itself.
 * `text-after-quote`: letters stand between a closing quote and the next separator; the cell is given with its quotes.
 * `too-long`: the line has more than four million characters; the rest of it was left out.
 */
export type CsvProblem = 'quote-left-open' | 'text-after-quote' | 'too-long';

export interface CsvRow {
  /** The line of the file on which the row begins; the first is 1. */
  readonly line: number;
  /** As written, without the quotes around. A formula is text like any other. A blank line has one empty cell. */
  readonly cells: readonly string[];
  readonly problem: CsvProblem | null;
}

export interface CsvReader {
  /** The rows that end within this text or before. */
  push(text: string): CsvRow[];
  /** The row that the file's end closes. */
  finish(): CsvRow[];
}

/** A quoted cell may hold line ends (a description, an address), but not a whole file. */
const MOST_LINES_IN_CELL = 1_000;
const LONGEST_RECORD = 4_000_000;
const LONGEST_WAIT_FOR_LINE = 65_536;

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;
const BLANK = 32;

/** A row found in the buffer: where the next begins, and how many line ends it went over. */
interface Found {
  readonly cells: readonly string[];
  readonly end: number;
  readonly lineEnds: number;
  readonly problem: CsvProblem | null;
}

/** A quoted cell that does not end well: the row cannot be read as quoted. */
const LEFT_OPEN = 'left-open';
/** The row may go on in text that has not come yet. */
const MORE = 'more';

/**
 * Reads separated values as people's programs write them: comma, semicolon or tab, found by the first line ("sep=;" is
 * obeyed); line ends of any kind, inside quotes too. A quote that is left open costs its own line and no other.
 */
export function csvReader(): CsvReader {
  let buffer = '';
  let line = 1;
  let separator: Separator | null = null;
  let isSkipping = false;

  function take(isLast: boolean): CsvRow[] {
    const rows: CsvRow[] = [];
    let at = 0;
    if (separator === null) {
      const found = separatorOf(buffer, isLast || buffer.length > LONGEST_WAIT_FOR_LINE);
      if (found === null) return rows;
      separator = found.separator;
      at = found.skip;
      if (at > 0) line += 1;
    }
    while (at < buffer.length) {
      if (isSkipping) {
        const lineEnd = lineEndAt(buffer, at);
        const next = afterLineEnd(buffer, lineEnd, isLast);
        at = next ?? lineEnd;
        if (next === null) break;
        line += 1;
        isSkipping = false;
        continue;
      }
      const found = recordAt(buffer, at, separator, isLast);
      if (found === MORE) {
        if (buffer.length - at <= LONGEST_RECORD) break;
        rows.push({ line, cells: cellsOfLine(buffer.slice(at, at + LONGEST_RECORD), separator), problem: 'too-long' });
        isSkipping = true;
        continue;
      }
      rows.push({ line, cells: found.cells, problem: found.problem });
      at = found.end;
      line += found.lineEnds;
    }
    buffer = buffer.slice(at);
    return rows;
  }

  return {
    push(text) {
      buffer += text;
      return take(false);
    },
    finish() {
      return take(true);
    },
  };
}

function recordAt(text: string, start: number, separator: Separator, isLast: boolean): Found | typeof MORE {
  const cells: string[] = [];
  const stop = separator.charCodeAt(0);
  let at = start;
  let lineEnds = 0;
  let problem: CsvProblem | null = null;
  for (;;) {
    let end: number;
    const cell = text.charCodeAt(at) === QUOTE ? quotedCell(text, at, stop, isLast) : null;
    if (cell === MORE) return MORE;
    if (cell === LEFT_OPEN) return lineAlone(text, start, separator, isLast);
    if (cell === null || cell.text === null) {
      if (cell !== null) problem = 'text-after-quote';
      end = endOfPlainCell(text, at, stop);
      cells.push(text.slice(at, end));
    } else {
      end = cell.end;
      lineEnds += cell.lineEnds;
      cells.push(cell.text);
    }
    if (text.charCodeAt(end) === stop) {
      at = end + 1;
      continue;
    }
    const next = afterLineEnd(text, end, isLast);
    if (next === null) return MORE;
    return { cells, end: next, lineEnds: lineEnds + 1, problem };
  }
}

/** @returns a `text` of null where letters follow the closing quote on the same line: the cell is no quoted one */
function quotedCell(
  text: string,
  start: number,
  stop: number,
  isLast: boolean,
): { text: string | null; end: number; lineEnds: number } | typeof LEFT_OPEN | typeof MORE {
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) {
      const isTooFar =
        text.length - start > LONGEST_RECORD || lineEndsIn(text, start, text.length) > MOST_LINES_IN_CELL;
      return isLast || isTooFar ? LEFT_OPEN : MORE;
    }
    if (quote + 1 === text.length && !isLast) return MORE;
    if (text.charCodeAt(quote + 1) === QUOTE) {
      from = quote + 2;
      continue;
    }
    const lineEnds = lineEndsIn(text, start, quote);
    if (lineEnds > MOST_LINES_IN_CELL) return LEFT_OPEN;
    let end = quote + 1;
    while (text.charCodeAt(end) === BLANK && stop !== BLANK) end += 1;
    if (end === text.length && !isLast) return MORE;
    const next = text.charCodeAt(end);
    const isClosed = end === text.length || next === stop || next === LINE_FEED || next === RETURN;
    if (isClosed) return { text: text.slice(start + 1, quote).replaceAll('""', '"'), end, lineEnds };
    return lineEnds > 0 ? LEFT_OPEN : { text: null, end, lineEnds: 0 };
  }
}

/** The line at `start` by itself, whatever its quotes promise: what stands below stays whole. */
function lineAlone(text: string, start: number, separator: Separator, isLast: boolean): Found | typeof MORE {
  const end = lineEndAt(text, start);
  const next = afterLineEnd(text, end, isLast);
  if (next === null) return MORE;
  return { cells: cellsOfLine(text.slice(start, end), separator), end: next, lineEnds: 1, problem: 'quote-left-open' };
}

/** Cells of one line: those whose quotes close are read without them, the others as they stand. */
function cellsOfLine(line: string, separator: Separator): string[] {
  const cells: string[] = [];
  const stop = separator.charCodeAt(0);
  let at = 0;
  for (;;) {
    const cell = line.charCodeAt(at) === QUOTE ? quotedCell(line, at, stop, true) : null;
    const isQuoted = cell !== null && typeof cell === 'object' && cell.text !== null;
    const end = isQuoted ? cell.end : endOfPlainCell(line, at, stop);
    cells.push(isQuoted ? (cell.text ?? '') : line.slice(at, end));
    if (end >= line.length) return cells;
    at = end + 1;
  }
}

function endOfPlainCell(text: string, start: number, stop: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === stop || code === LINE_FEED || code === RETURN) return at;
  }
  return text.length;
}

function lineEndAt(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === RETURN) return at;
  }
  return text.length;
}

/** Where the next line begins; null where the text ends before that is sure. */
function afterLineEnd(text: string, end: number, isLast: boolean): number | null {
  if (end >= text.length) return isLast ? end : null;
  if (text.charCodeAt(end) === LINE_FEED) return end + 1;
  if (end + 1 === text.length && !isLast) return null;
  return text.charCodeAt(end + 1) === LINE_FEED ? end + 2 : end + 1;
}

/** Line ends of any kind between two places; "\r\n" is one. */
function lineEndsIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) count += 1;
    else if (code === RETURN && text.charCodeAt(at + 1) !== LINE_FEED) count += 1;
  }
  return count;
}
