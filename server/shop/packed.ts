import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { AppError } from '../errors.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Before what is packed; JSON never begins so. */
const MARK = 'br1:';
/** Shorter texts are kept as they are. */
const WORTH_PACKING_CHARS = 2_048;
const QUALITY = 4;
/** Far above any snapshot; a record that unpacks to more is not ours. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;

/** A record would not fit where it is kept. */
export class TooLargeToKeepError extends AppError {
  constructor(chars: number) {
    super({
      type: 'too-large-to-keep',
      title: 'What was read of this shop is too large to keep.',
      status: 507,
      cause: new Error(`${chars} characters packed`),
    });
  }
}

/**
 * A value as JSON, packed where that pays: the orders of a large shop are tens of megabytes, and a record of MongoDB
 * holds sixteen. The work is done off the event loop, except JSON's own.
 *
 * @throws {TooLargeToKeepError} packed it is still longer than `maxChars`
 */
export async function pack(value: unknown, { maxChars }: { maxChars: number }): Promise<string> {
  const json = JSON.stringify(value);
  const packed =
    json.length < WORTH_PACKING_CHARS
      ? json
      : MARK + (await compress(json, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })).toString('base64');
  if (packed.length > maxChars) throw new TooLargeToKeepError(packed.length);
  return packed;
}

/** What `pack` was given; also what was kept before there was packing. */
export async function unpack(packed: string): Promise<unknown> {
  if (!packed.startsWith(MARK)) return JSON.parse(packed);
  const bytes = await decompress(Buffer.from(packed.slice(MARK.length), 'base64'), {
    maxOutputLength: MAX_UNPACKED_BYTES,
  });
  return JSON.parse(bytes.toString('utf8'));
}
