/** A line longer than this was written for machines. */
const LONG_LINE = 400;

export interface ReadableLines {
  readonly lines: readonly string[];
  /** Long lines were broken at the ends of statements, for reading. */
  readonly isBroken: boolean;
}

/**
 * The lines of a script. One that was written for machines is broken behind `;`, `{` and `}` outside of strings and
 * comments. A pattern that holds a quote may mislead it: it is for reading alone, and no character is lost. Linear in
 * the text.
 */
export function readableLines(text: string): ReadableLines {
  const lines = text.split(/\r\n|\r|\n/);
  if (!lines.some(({ length }) => length > LONG_LINE)) return { lines, isBroken: false };
  return { lines: lines.flatMap((line) => (line.length > LONG_LINE ? statementsOf(line) : [line])), isBroken: true };
}

function statementsOf(line: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  let quote: string | null = null;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? '';
    if (quote !== null) {
      if (sign === '\\') at += 1;
      else if (sign === quote) quote = null;
    } else if (sign === '"' || sign === "'" || sign === '`') {
      quote = sign;
    } else if (sign === '/' && line[at + 1] === '*') {
      const end = line.indexOf('*/', at + 2);
      at = end === -1 ? line.length : end + 1;
    } else if (sign === ';' || sign === '{' || sign === '}') {
      pieces.push(line.slice(start, at + 1));
      start = at + 1;
    }
  }
  if (start < line.length) pieces.push(line.slice(start));
  return pieces;
}
