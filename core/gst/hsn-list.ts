/** A line of the list that cannot be used. Lines count from 1, as a spreadsheet shows them. */
export interface HsnListError {
  readonly line: number;
  /** At most 40 characters. */
  readonly text: string;
  readonly problem: 'no-header' | 'lost-zero' | 'not-a-code';
}

export interface HsnList {
  /** Each code once, in the list's order. */
  readonly codes: readonly string[];
  readonly errors: readonly HsnListError[];
}

/** What the portal's download writes above its columns of codes: goods and services, some with a sheet each. */
const HEADER = /^(?:hsn|sac)[ _]?(?:cd|code)$/i;
const CODE = /^(?:[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{8})$/;
const SHORTEST = 4;
const LOST_ZERO = /^[1-9](?:[0-9]{2}){0,3}$/;
const MOST_ERRORS = 100;
const LONGEST_ECHO = 40;

/**
 * The portal's "Download HSN Codes List", saved as CSV and cut into cells. Several sheets may follow one another, each
 * with its own header. Chapters alone (two digits) are passed over. A code without its leading zero is an error and
 * never mended: "101" may be 0101, or a line that lost more.
 */
export function readHsnList(rows: Iterable<readonly string[]>): HsnList {
  const codes = new Set<string>();
  const errors: HsnListError[] = [];
  let column = -1;
  let line = 0;
  const report = (text: string, problem: HsnListError['problem']): void => {
    if (errors.length < MOST_ERRORS) errors.push({ line, text: text.slice(0, LONGEST_ECHO), problem });
  };
  for (const row of rows) {
    line += 1;
    const header = row.findIndex((cell) => HEADER.test(plain(cell)));
    if (header >= 0) {
      column = header;
      continue;
    }
    if (row.every((cell) => plain(cell) === '')) continue;
    if (column < 0) {
      // A title above the header is no error; a file without any header is one, told once below.
      continue;
    }
    const text = plain(row[column] ?? '');
    if (CODE.test(text)) {
      if (text.length >= SHORTEST) codes.add(text);
    } else {
      report(text, LOST_ZERO.test(text) ? 'lost-zero' : 'not-a-code');
    }
  }
  if (column < 0) errors.push({ line: 1, text: '', problem: 'no-header' });
  return { codes: [...codes], errors };
}

/** Without the mark at a file's beginning, and without the quote by which spreadsheets keep text as text. */
function plain(cell: string): string {
  return cell
    .replace(/^\ufeff/, '')
    .trim()
    .replace(/^'/, '');
}
