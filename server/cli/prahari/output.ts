import type { Writable } from 'node:stream';

/** Whoever reads has gone, as `| head` does when it has seen enough. */
export class ReaderGoneError extends Error {}

/** Results on their way to their reader, in one large piece after the other through one buffer. */
export interface Output {
  /** What is not handed over yet, up to `filled`; whoever fills it by hand moves `filled` on. */
  readonly buffer: Uint8Array;
  filled: number;
  /** @returns nothing as long as there is room; else a promise, to be awaited before the next write */
  write(text: string): Promise<void> | undefined;
  /** Hands over what is left. @throws {ReaderGoneError} */
  flush(): Promise<void>;
}

const BUFFER_BYTES = 128 * 1024;
/** UTF-8 needs that many bytes for one unit of a string at most. */
const MOST_BYTES_OF_UNIT = 3;

/** Waits while the stream's reader is slow, so that memory stays flat. */
export function output(stream: Writable): Output {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  stream.on('error', () => undefined); // told by the write's own callback

  const handOver = (piece: string | Buffer) =>
    new Promise<void>((resolve, reject) => {
      stream.write(piece, (error) => {
        if (!error) resolve();
        else reject((error as NodeJS.ErrnoException).code === 'EPIPE' ? new ReaderGoneError() : error);
      });
    });

  const writeLarge = async (text: string) => {
    await out.flush();
    if (text.length * MOST_BYTES_OF_UNIT > BUFFER_BYTES) await handOver(text);
    else out.filled = buffer.write(text, 0, 'utf8');
  };

  const out: Output = {
    buffer,
    filled: 0,
    write(text) {
      if (out.filled + text.length * MOST_BYTES_OF_UNIT > BUFFER_BYTES) return writeLarge(text);
      out.filled += buffer.write(text, out.filled, 'utf8');
      return undefined;
    },
    async flush() {
      // The buffer is written anew only after the stream has let go of it.
      const piece = buffer.subarray(0, out.filled);
      out.filled = 0;
      if (piece.length > 0) await handOver(piece);
    },
  };
  return out;
}
