import { lineReader } from '../../../core/csv/line-reader.ts';
import { judgeGstin } from '../../../core/gst/gstin.ts';
import { gstinLine } from '../../../core/verify/gstin-line.ts';
import { gstinRecord, type GstinRecord } from '../../../core/verify/gstin-record.ts';
import { gstinJson } from './gstin-json.ts';
import { gstinRow, gstinSummary, GSTIN_TABLE_HEAD } from './gstin-table.ts';
import { piecesOf, read } from './input.ts';
import { BLANK, textOfJson, UNREADABLE } from './json-line.ts';
import type { Terminal } from './terminal.ts';

export interface GstinOptions {
  /** Absent or "-": standard input. */
  readonly file: string | undefined;
  /** Each line is a JSON string, or an object with one in "gstin": so any character can be given. */
  readonly isJsonLines: boolean;
  /** One object a line instead of a table. */
  readonly asJson: boolean;
}

/** `prahari gstin`: judges one number a line. @returns the exit code: 0 when every line could exist, else 1 */
export async function gstin({ file, isJsonLines, asJson }: GstinOptions, terminal: Terminal): Promise<number> {
  const { out } = terminal;
  if (asJson && !isJsonLines) return (await gstinJson(piecesOf(file), out)) ? 1 : 0;
  const counts = new Map<GstinRecord['reason'], number>();
  let lineNumber = 0;
  let unread = 0;
  if (!asJson) await out.write(GSTIN_TABLE_HEAD);
  for await (const lines of read(file, lineReader())) {
    for (const line of lines) {
      lineNumber += 1;
      const input = isJsonLines ? textOfJson(line) : line;
      if (input === BLANK) continue;
      if (input === UNREADABLE) {
        unread += 1;
        terminal.complain(`line ${lineNumber}: neither a JSON string nor an object with "gstin"; left out`);
        continue;
      }
      const verdict = judgeGstin(input);
      const reason = verdict.ok ? 'ok' : verdict.reason;
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      const isFull = out.write(
        asJson ? `${gstinLine(input, verdict)}\n` : gstinRow(terminal, input, gstinRecord(verdict)),
      );
      if (isFull) await isFull;
    }
    await out.flush();
  }
  if (!asJson) await out.write(gstinSummary(terminal, counts, unread));
  const hasRefusals = [...counts.keys()].some((reason) => reason !== 'ok');
  return hasRefusals || unread > 0 ? 1 : 0;
}
