import { textReader } from '../../../core/csv/text-reader.ts';
import { createTextScanner } from '../../../core/pii/text-scanner.ts';
import type { Found } from '../../../core/pii/scan.ts';
import type { PersonalNumber } from '../../../core/evidence/data-at-rest.ts';
import { lineCounter } from './line-counter.ts';
import type { NumberAnswer, NumberFound, NumberQuestion } from './number-messages.ts';

/** Enough to find the way; the counts are whole. */
export const MOST_FOUND = 200;
/** First bytes of a zip file (.xlsx, .ods) and of an old workbook (.xls). */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Reads files piece by piece and answers while it does. Runs in a worker; nothing of a file leaves it but what is found. */
export async function runNumbers({ files }: NumberQuestion, answer: (answer: NumberAnswer) => void): Promise<void> {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const counts: Record<PersonalNumber, number> = { card: 0, aadhaar: 0, pan: 0 };
  const found: NumberFound[] = [];
  let before = 0;
  let rows = 0;
  for (const [index, file] of files.entries()) {
    const scanner = createTextScanner();
    const lines = lineCounter();
    const take = (seen: readonly Found[]) => {
      for (const { type, lastFour, at } of seen) {
        counts[type] += 1;
        if (found.length < MOST_FOUND) found.push({ file: index, line: lines.lineAt(at), type, lastFour });
      }
    };
    try {
      for await (const { text, done } of textOf(file)) {
        lines.push(text);
        take(scanner.push(text));
        answer({ kind: 'progress', rows: rows + lines.filled(), share: size === 0 ? 1 : (before + done) / size });
      }
    } catch (error) {
      answer({ kind: 'failed', problem: error instanceof WorkbookError ? 'spreadsheet' : 'unreadable' });
      return;
    }
    take(scanner.finish());
    rows += lines.filled();
    before += file.size;
  }
  answer(rows === 0 ? { kind: 'failed', problem: 'empty' } : { kind: 'done', result: { rows, counts, found } });
}

class WorkbookError extends Error {}

/** @throws {WorkbookError} the file is a workbook; or what the browser throws when a file went away */
async function* textOf(file: Blob): AsyncGenerator<{ readonly text: string; readonly done: number }> {
  const bytes = textReader((label, options) => new TextDecoder(label, options));
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (WORKBOOKS.some((start) => start.every((byte, place) => head[place] === byte))) throw new WorkbookError();
  const stream = file.stream().getReader();
  let done = 0;
  for (;;) {
    const { value, done: isOver } = await stream.read();
    if (isOver) break;
    done += value.length;
    yield { text: bytes.push(value), done };
  }
  yield { text: bytes.finish(), done };
}
