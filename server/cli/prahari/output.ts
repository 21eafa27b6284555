import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Whoever reads has gone, as `| head` does when it has seen enough. */
export class ReaderGoneError extends Error {}

/**
 * Writes to a stream in batches and waits while its reader is slow, so that memory stays flat.
 *
 * @throws {ReaderGoneError} from the write after the reader left
 */
export function output(stream: Writable): (text: string) => Promise<void> {
  let gone: unknown = null;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    gone = error.code === 'EPIPE' ? new ReaderGoneError() : error;
  });
  return async (text) => {
    if (gone !== null) throw gone as Error;
    if (text === '' || stream.write(text)) return;
    try {
      await once(stream, 'drain');
    } catch {
      // The listener above knows better what happened.
    }
    if (gone !== null) throw gone as Error;
  };
}
