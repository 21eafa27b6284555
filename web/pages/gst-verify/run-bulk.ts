import { csvReader } from '../../../core/csv/csv-reader.ts';
import { textReader } from '../../../core/csv/text-reader.ts';
import { bulkBook } from './bulk-book.ts';
import type { BulkAnswer, BulkQuestion } from './bulk-messages.ts';

const PIECE_CHARACTERS = 65_536;
/** First bytes of a zip file (.xlsx, .ods) and of an old workbook (.xls). */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Reads and judges one file or text piece by piece, and answers while it does. Runs in a worker. */
export async function runBulk({ source, column }: BulkQuestion, answer: (answer: BulkAnswer) => void): Promise<void> {
  const book = bulkBook(column);
  const reader = csvReader();
  const size = typeof source === 'string' ? source.length : source.size;
  try {
    for await (const { text, done } of typeof source === 'string' ? piecesOf(source) : textOf(source)) {
      const rows = book.add(reader.push(text));
      answer({ kind: 'progress', rows, share: size === 0 ? 1 : done / size });
    }
  } catch (error) {
    answer({ kind: 'failed', problem: error instanceof WorkbookError ? 'spreadsheet' : 'unreadable' });
    return;
  }
  book.add(reader.finish());
  const result = book.close();
  answer(result ? { kind: 'done', result } : { kind: 'failed', problem: 'empty' });
}

interface Piece {
  readonly text: string;
  /** Characters or bytes behind us. */
  readonly done: number;
}

class WorkbookError extends Error {}

function* piecesOf(text: string): Generator<Piece> {
  for (let at = 0; at < text.length; at += PIECE_CHARACTERS) {
    yield { text: text.slice(at, at + PIECE_CHARACTERS), done: Math.min(text.length, at + PIECE_CHARACTERS) };
  }
}

/** @throws {WorkbookError} the file is a workbook; or what the browser throws when a file went away */
async function* textOf(file: Blob): AsyncGenerator<Piece> {
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
