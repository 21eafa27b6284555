import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
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
