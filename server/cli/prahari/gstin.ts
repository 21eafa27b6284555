import { lineReader } from '../../../core/csv/line-reader.ts';
import { judgeGstin } from '../../../core/gst/gstin.ts';
import { gstinLine } from '../../../core/verify/gstin-line.ts';
import { gstinRecord, type GstinRecord } from '../../../core/verify/gstin-record.ts';
import { csvColumnReader } from './csv-column.ts';
import { gstinJson } from './gstin-json.ts';
import { gstinRow, gstinSummary, GSTIN_TABLE_HEAD } from './gstin-table.ts';
import { piecesOf, read, type Reader } from './input.ts';
import { jsonLineReader } from './json-line.ts';
import type { Terminal } from './terminal.ts';
import { UnreadLine } from './unread-line.ts';

export interface GstinOptions {
  /** Absent or "-": standard input. */
  readonly file: string | undefined;
  /** Each line is a JSON string, or an object with one in "gstin": so any character can be given. */
  readonly isJsonLines: boolean;
  /** The file is CSV, and the numbers stand in the column of this name or number. */
  readonly column: string | undefined;
  /** One object a line instead of a table. */
  readonly asJson: boolean;
}

/** `prahari gstin`: judges one number a line. @returns the exit code: 0 when every line could exist, else 1 */
export async function gstin(options: GstinOptions, terminal: Terminal): Promise<number> {
  const { file, isJsonLines, column, asJson } = options;
  const { out } = terminal;
  if (asJson && !isJsonLines && column === undefined) return (await gstinJson(piecesOf(file), out)) ? 1 : 0;
  const counts = new Map<GstinRecord['reason'], number>();
  let unread = 0;
  let head = GSTIN_TABLE_HEAD;
  for await (const inputs of read(file, readerFor(options))) {
    for (const input of inputs) {
      if (input instanceof UnreadLine) {
        unread += 1;
        terminal.complain(`line ${input.line}: ${input.why}`);
        continue;
      }
      const verdict = judgeGstin(input);
      const reason = verdict.ok ? 'ok' : verdict.reason;
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      const isFull = out.write(
        asJson ? `${gstinLine(input, verdict)}\n` : head + gstinRow(terminal, input, gstinRecord(verdict)),
      );
      head = '';
      if (isFull) await isFull;
    }
    await out.flush();
  }
  if (!asJson) await out.write(head + gstinSummary(terminal, counts, unread));
  const hasRefusals = [...counts.keys()].some((reason) => reason !== 'ok');
  return hasRefusals || unread > 0 ? 1 : 0;
}

function readerFor({ isJsonLines, column }: GstinOptions): Reader<string | UnreadLine> {
  if (column !== undefined) return csvColumnReader(column);
  return isJsonLines ? jsonLineReader() : lineReader();
}
