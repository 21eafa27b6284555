/** A row of the list, and the line of its file on which it begins. */
export interface HsnListRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A line of the list that cannot be used. */
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
 * with its own header. Chapters alone (two digits) and rows without a code are passed over. A code without its leading zero is an error and
 * never mended: "101" may be 0101, or a line that lost more.
 */
export function readHsnList(rows: Iterable<HsnListRow>): HsnList {
  const codes = new Set<string>();
  const errors: HsnListError[] = [];
  let column: number | null = null;
  for (const { line, cells } of rows) {
    const header = cells.findIndex((cell) => HEADER.test(plain(cell)));
    if (header >= 0) {
      column = header;
      continue;
    }
    // Above the first header stand titles.
    const text = column === null ? '' : plain(cells[column] ?? '');
    if (text === '') continue;
    if (!CODE.test(text)) {
      const problem = LOST_ZERO.test(text) ? 'lost-zero' : 'not-a-code';
      if (errors.length < MOST_ERRORS) errors.push({ line, text: text.slice(0, LONGEST_ECHO), problem });
    } else if (text.length >= SHORTEST) codes.add(text);
  }
  if (column === null) errors.push({ line: 1, text: '', problem: 'no-header' });
  return { codes: [...codes], errors };
}

/** Without the mark at a file's beginning, and without the quote by which spreadsheets keep text as text. */
function plain(cell: string): string {
  return cell
    .replace(/^\ufeff/, '')
    .trim()
    .replace(/^'/, '');
}
