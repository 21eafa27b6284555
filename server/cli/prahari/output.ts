import type { Writable } from 'node:stream';

/** Whoever reads has gone, as `| head` does when it has seen enough. */
export class ReaderGoneError extends Error {}

/** Results on their way to their reader, in one large piece after the other through one buffer. */
export interface Output {
  /**
   * @param isAscii whether the caller knows that the text has no other character: such a text is copied faster
   * @returns nothing as long as there is room; else a promise, to be awaited before the next write
   */
  write(text: string, isAscii?: boolean): Promise<void> | undefined;
  /** Hands over what is left. @throws {ReaderGoneError} */
  flush(): Promise<void>;
}

const BUFFER_BYTES = 128 * 1024;
/** UTF-8 needs that many bytes for one unit of a string at most. */
const MOST_BYTES_OF_UNIT = 3;

/** Waits while the stream's reader is slow, so that memory stays flat. */
export function output(stream: Writable): Output {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  let filled = 0;
  stream.on('error', () => undefined); // told by the write's own callback

  const handOver = (piece: string | Buffer) =>
    new Promise<void>((resolve, reject) => {
      stream.write(piece, (error) => {
        if (!error) resolve();
        else reject((error as NodeJS.ErrnoException).code === 'EPIPE' ? new ReaderGoneError() : error);
      });
    });

  const flush = async () => {
    // The buffer is written anew only after the stream has let go of it.
    const piece = buffer.subarray(0, filled);
    filled = 0;
    if (piece.length > 0) await handOver(piece);
  };

  const writeLarge = async (text: string) => {
    await flush();
    if (text.length * MOST_BYTES_OF_UNIT > BUFFER_BYTES) await handOver(text);
    else filled = buffer.write(text, 0, 'utf8');
  };

  return {
    write(text, isAscii = false) {
      const most = isAscii ? text.length : text.length * MOST_BYTES_OF_UNIT;
      if (filled + most > BUFFER_BYTES) return writeLarge(text);
      filled += buffer.write(text, filled, isAscii ? 'latin1' : 'utf8');
      return undefined;
    },
    flush,
  };
}
