import type { AlertSummary } from '../../../core/api/alerts.ts';

/** Excel reads UTF-8 only behind this mark. */
const BYTE_ORDER_MARK = '\u{FEFF}';

/** A cell that begins like this is a formula to a spreadsheet, whoever wrote it. */
const FORMULA_START = /^[=+\-@\t\r]/;

export interface CsvWords {
  readonly heads: readonly string[];
  readonly row: (alert: AlertSummary) => readonly string[];
}

/** The alerts as comma-separated values in the reader's language, one line an alert. */
export function alertsCsv(alerts: readonly AlertSummary[], words: CsvWords): string {
  const lines = [words.heads, ...alerts.map(words.row)].map((cells) => cells.map(cell).join(','));
  return BYTE_ORDER_MARK + lines.join('\r\n') + '\r\n';
}

function cell(text: string): string {
  const harmless = FORMULA_START.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Hands a text to the browser as a file. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
