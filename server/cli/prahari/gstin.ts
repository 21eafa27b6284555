import { lineReader } from '../../../core/csv/line-reader.ts';
import { gstinLine } from '../../../core/verify/gstin-line.ts';
import { gstinRecord, type GstinRecord } from '../../../core/verify/gstin-record.ts';
import { gstinRow, gstinSummary, GSTIN_TABLE_HEAD } from './gstin-table.ts';
import { read } from './input.ts';
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

/** So much is written at once: few calls, and strings short enough to be forgotten cheaply. */
const BATCH_CHARACTERS = 16 * 1024;

/** `prahari gstin`: judges one number a line. @returns the exit code: 0 when every line could exist, else 1 */
export async function gstin({ file, isJsonLines, asJson }: GstinOptions, terminal: Terminal): Promise<number> {
  const counts = new Map<GstinRecord['reason'], number>();
  let lineNumber = 0;
  let unread = 0;
  let head = asJson ? '' : GSTIN_TABLE_HEAD;
  for await (const lines of read(file, lineReader())) {
    let text = head;
    head = '';
    for (const line of lines) {
      lineNumber += 1;
      const input = isJsonLines ? textOfJson(line) : line;
      if (input === BLANK) continue;
      if (input === UNREADABLE) {
        unread += 1;
        terminal.complain(`line ${lineNumber}: neither a JSON string nor an object with "gstin"; left out`);
        continue;
      }
      const record = gstinRecord(input);
      counts.set(record.reason, (counts.get(record.reason) ?? 0) + 1);
      text += asJson ? `${gstinLine(input, record)}\n` : gstinRow(terminal, input, record);
      if (text.length < BATCH_CHARACTERS) continue;
      await terminal.write(text);
      text = '';
    }
    await terminal.write(text);
  }
  if (!asJson) await terminal.write(gstinSummary(terminal, counts, unread));
  const hasRefusals = [...counts.keys()].some((reason) => reason !== 'ok');
  return hasRefusals || unread > 0 ? 1 : 0;
}
