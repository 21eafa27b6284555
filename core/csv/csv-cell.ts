/**
 * A spreadsheet takes a cell that begins so for a formula, also after blanks and characters that nobody sees, and also
 * in a line inside the cell, where a careless reader splits it.
 */
const FORMULA = /^[\t\r\n\0]|(?:^|[\r\n])[\s\p{Cc}\p{Cf}]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/u;

/** One cell for a spreadsheet: quoted where it must be, and never a formula (an apostrophe goes before it). RFC 4180. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One row with its line end. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** Excel reads Hindi in a file only behind this mark. */
export const BYTE_ORDER_MARK = '\uFEFF';
