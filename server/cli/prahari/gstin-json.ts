import { lineReader } from '../../../core/csv/line-reader.ts';
import { textReader } from '../../../core/csv/text-reader.ts';
import { judgeGstin } from '../../../core/gst/gstin.ts';
import { gstinLine } from '../../../core/verify/gstin-line.ts';
import { hasRoom, writeRegularLines, type Progress } from '../../../core/verify/regular-lines.ts';
import type { Output } from './output.ts';

const LINE_FEED = 10;
const RETURN = 13;
const LAST_ASCII = 127;

/**
 * Judges one number a line and writes one object a line. Regular numbers go from bytes to bytes. All else goes by way of
 * texts: other lines, the file's first bytes while its encoding is not known, and the whole of a file in UTF-16.
 *
 * @returns whether a line could not exist
 */
export async function gstinJson(pieces: AsyncIterable<Buffer>, out: Output): Promise<boolean> {
  const texts = textReader((label, options) => new TextDecoder(label, options));
  const lines = lineReader();
  const progress: Progress = { at: 0, hasRefusals: false };

  const judge = (line: string) => {
    const verdict = judgeGstin(line);
    if (!verdict.ok) progress.hasRefusals = true;
    return out.write(`${gstinLine(line, verdict)}\n`);
  };

  let isLineStart = true;
  for await (const piece of pieces) {
    progress.at = 0;
    while (progress.at < piece.length) {
      const isAsciiAlike = texts.encoding() === 'utf-8' || texts.encoding() === 'windows-1252';
      if (isAsciiAlike && isLineStart) {
        writeRegularLines(piece, progress, out);
        if (!hasRoom(out)) await out.flush();
        if (progress.at === piece.length) break;
      }
      const start = progress.at;
      const end = isAsciiAlike ? piece.indexOf(LINE_FEED, start) + 1 || piece.length : piece.length;
      const line = isAsciiAlike && isLineStart ? asciiLine(piece, start, end) : null;
      for (const text of line === null ? lines.push(texts.push(piece.subarray(start, end))) : [line]) {
        const isFull = judge(text);
        if (isFull) await isFull;
      }
      isLineStart = piece[end - 1] === LINE_FEED;
      progress.at = end;
    }
    await out.flush();
  }
  for (const line of [...lines.push(texts.finish()), ...lines.finish()]) await judge(line);
  return progress.hasRefusals;
}

/** A whole line of ASCII without its end: it needs neither of the two readers. Null: it is none. */
function asciiLine(bytes: Buffer, start: number, end: number): string | null {
  if (bytes[end - 1] !== LINE_FEED) return null;
  for (let at = start; at < end; at += 1) if ((bytes[at] ?? 0) > LAST_ASCII) return null;
  const hasReturn = end - 2 >= start && bytes[end - 2] === RETURN;
  return bytes.toString('latin1', start, hasReturn ? end - 2 : end - 1);
}
