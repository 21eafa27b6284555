import { lineReader } from '../../../core/csv/line-reader.ts';
import type { Reader } from './input.ts';
import { UnreadLine } from './unread-line.ts';

/** The texts of lines of JSON: each is a string, or an object with a string in "gstin". Blank lines are left out. */
export function jsonLineReader(): Reader<string | UnreadLine> {
  const lines = lineReader();
  let lineNumber = 0;
  const textsOf = (some: readonly string[]) =>
    some.flatMap((line) => {
      lineNumber += 1;
      return line.trim() === '' ? [] : [textOf(line, lineNumber)];
    });
  return { push: (text) => textsOf(lines.push(text)), finish: () => textsOf(lines.finish()) };
}

function textOf(line: string, lineNumber: number): string | UnreadLine {
  try {
    const value: unknown = JSON.parse(line);
    const text = typeof value === 'object' && value !== null && 'gstin' in value ? value.gstin : value;
    if (typeof text === 'string') return text;
  } catch {
    // As a value of another kind.
  }
  return new UnreadLine(lineNumber, 'neither a JSON string nor an object with "gstin"; left out');
}
