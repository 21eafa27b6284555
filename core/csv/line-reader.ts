/** A longer line is cut there: no line of ours has a use for so much, and memory stays flat whatever the file is. */
const LONGEST_LINE = 2_000_000;

export interface LineReader {
  /** The lines that end within this text, without their line ends. */
  push(text: string): string[];
  /** The last line, where the file does not end with a line end. */
  finish(): string[];
}

/** Lines as they stand in a file, ended by "\n" or "\r\n". A line end at the end of the file begins no further line. */
export function lineReader(): LineReader {
  let waiting = '';
  return {
    push(text) {
      const lines = text.split('\n');
      lines[0] = joined(waiting, lines[0] ?? '');
      waiting = lines.pop() ?? '';
      for (let at = 0; at < lines.length; at += 1) lines[at] = withoutReturn(lines[at] ?? '');
      return lines;
    },
    finish() {
      const last = waiting;
      waiting = '';
      return last === '' ? [] : [withoutReturn(last)];
    },
  };
}

function joined(before: string, text: string): string {
  return before.length >= LONGEST_LINE ? before : before + text;
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
