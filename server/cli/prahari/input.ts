import { createReadStream } from 'node:fs';
import { stderr, stdin } from 'node:process';
import type { Readable } from 'node:stream';
import { textReader } from '../../../core/csv/text-reader.ts';
import { judgeGstin } from '../../../core/gst/gstin.ts';
import { UsageError } from './usage-error.ts';

/** Standard input goes by this name, as in other commands. */
const STANDARD_INPUT = '-';
const PIECE_BYTES = 64 * 1024;

/** Anything that takes text in pieces and gives back what is whole: lines, rows. */
export interface Reader<T> {
  push(text: string): T[];
  finish(): T[];
}

/**
 * What a reader finds in a file or in standard input, a batch for each piece of it; in any encoding of text.reader.
 *
 * @throws {UsageError} there is no such file, or it cannot be read
 */
export async function* read<T>(file: string | undefined, reader: Reader<T>): AsyncGenerator<T[]> {
  const bytes = textReader((label, options) => new TextDecoder(label, options));
  for await (const piece of piecesOf(file)) yield reader.push(bytes.push(piece));
  yield reader.push(bytes.finish());
  yield reader.finish();
}

/**
 * The bytes of a file or of standard input, piece by piece.
 *
 * @throws {UsageError} there is no such file, or it cannot be read
 */
export async function* piecesOf(file: string | undefined): AsyncGenerator<Buffer> {
  const isStandard = file === undefined || file === STANDARD_INPUT;
  if (isStandard && stdin.isTTY) stderr.write('Reading what you type; Ctrl-D ends it.\n');
  const stream: Readable = isStandard ? stdin : createReadStream(file, { highWaterMark: PIECE_BYTES });
  try {
    for await (const piece of stream) yield piece as Buffer;
  } catch (error) {
    throw unreadable(isStandard ? 'standard input' : file, error);
  }
}

function unreadable(name: string, cause: unknown): Error {
  const { code } = cause as { code?: string };
  if (code === 'ENOENT') {
    const hint = judgeGstin(name).ok ? ` For one number: echo ${name} | prahari gstin` : '';
    return new UsageError(`There is no file ${JSON.stringify(name)}.${hint}`);
  }
  if (code === 'EISDIR') return new UsageError(`${JSON.stringify(name)} is a folder. Name a file.`);
  return new UsageError(`${JSON.stringify(name)} cannot be read (${code ?? 'unknown reason'}).`);
}
