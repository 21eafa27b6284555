import { pipeline, type Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress, createGunzip, gunzip, inflate } from 'node:zlib';
import { OutboundFailedError } from './outbound-errors.ts';

const UNPACK = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const;

/** Reads at most `maxBytes`, packed and unpacked alike. One encoding at most: nobody honest packs twice. */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  { encoding, maxBytes }: { encoding: string; maxBytes: number },
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let packedBytes = 0;
  for await (const chunk of body) {
    packedBytes += chunk.length;
    if (packedBytes > maxBytes) throw new OutboundFailedError('too-large');
    chunks.push(chunk);
  }
  const packed = Buffer.concat(chunks);
  const name = encoding.trim().toLowerCase();
  if (name === '' || name === 'identity' || packed.length === 0) return packed;
  if (!(name in UNPACK)) throw new OutboundFailedError('bad-encoding');
  try {
    return await UNPACK[name as keyof typeof UNPACK](packed, { maxOutputLength: maxBytes });
  } catch (cause) {
    const isTooLarge = (cause as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new OutboundFailedError(isTooLarge ? 'too-large' : 'bad-encoding', cause);
  }
}

const UNPACK_STREAM = { gzip: createGunzip, 'x-gzip': createGunzip, br: createBrotliDecompress } as const;

/** The same piece by piece. Breaking off lets go of the connection. */
export async function* streamBody(
  body: Readable,
  { encoding, maxBytes }: { encoding: string; maxBytes: number },
): AsyncGenerator<Uint8Array, void> {
  const name = encoding.trim().toLowerCase();
  const isPlain = name === '' || name === 'identity';
  try {
    if (!isPlain && !(name in UNPACK_STREAM)) throw new OutboundFailedError('bad-encoding');
    const unpacking = isPlain ? null : UNPACK_STREAM[name as keyof typeof UNPACK_STREAM]();
    // The error reaches the reader below; the callback is there so that none goes unheard.
    const plain = unpacking ? pipeline(body, unpacking, () => undefined) : body;
    let bytes = 0;
    for await (const chunk of plain as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new OutboundFailedError('too-large');
      yield chunk;
    }
  } catch (error) {
    const { code } = error as { code?: unknown };
    const isPacking = typeof code === 'string' && /^(Z_|ERR__|ERR_BROTLI|ERR_PADDING)/.test(code);
    throw isPacking ? new OutboundFailedError('bad-encoding', error) : error;
  } finally {
    body.on('error', () => undefined).destroy();
  }
}

/** Its first `maxBytes`, unpacked; the rest is left where it is. One encoding at most. */
export async function readStart(
  body: Readable,
  { encoding, maxBytes }: { encoding: string; maxBytes: number },
): Promise<{ readonly bytes: Buffer; readonly isPartial: boolean }> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of streamBody(body, { encoding, maxBytes: Infinity })) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > maxBytes) break;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, maxBytes), isPartial: bytes > maxBytes };
}
