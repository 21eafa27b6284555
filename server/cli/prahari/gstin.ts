import { lineReader } from '../../../core/csv/line-reader.ts';
import { judgeGstin } from '../../../core/gst/gstin.ts';
import { gstinLine, LONGEST_INPUT } from '../../../core/verify/gstin-line.ts';
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

/** So many lines are put together before they become bytes: a longer string costs more than it saves. */
const BATCH_CHARACTERS = 2_048;

/** `prahari gstin`: judges one number a line. @returns the exit code: 0 when every line could exist, else 1 */
export async function gstin({ file, isJsonLines, asJson }: GstinOptions, terminal: Terminal): Promise<number> {
  const counts = new Map<GstinRecord['reason'], number>();
  let lineNumber = 0;
  let unread = 0;
  let head = asJson ? '' : GSTIN_TABLE_HEAD;
  for await (const lines of read(file, lineReader())) {
    let text = head;
    let isAscii = true;
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
      const verdict = judgeGstin(input);
      const reason = verdict.ok ? 'ok' : verdict.reason;
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      text += asJson ? `${gstinLine(input, verdict)}\n` : gstinRow(terminal, input, gstinRecord(verdict));
      // Every other reason has read nothing but ASCII; a table and a long input are cut with "…".
      isAscii &&= asJson && reason !== 'bad_charset' && input.length <= LONGEST_INPUT;
      if (text.length < BATCH_CHARACTERS) continue;
      const isFull = terminal.out.write(text, isAscii);
      if (isFull) await isFull;
      text = '';
      isAscii = true;
    }
    await terminal.out.write(text);
    await terminal.out.flush();
  }
  if (!asJson) await terminal.out.write(gstinSummary(terminal, counts, unread));
  const hasRefusals = [...counts.keys()].some((reason) => reason !== 'ok');
  return hasRefusals || unread > 0 ? 1 : 0;
}
