/** How the bytes of a text file are to be read. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** As much of the web's TextDecoder as is needed. */
export interface Decoder {
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
}

/** Makes a decoder: `(label, options) => new TextDecoder(label, options)`, in a browser and in Node alike. */
export type DecoderFor = (label: TextEncoding, options: { fatal: boolean; ignoreBOM: boolean }) => Decoder;

export interface TextReader {
  /** The text of the next bytes; a character cut in two waits for its other half. */
  push(bytes: Uint8Array): string;
  /** What was still waiting at the end of the file. */
  finish(): string;
  /** Known after the first bytes; UTF-8 may turn out later to be Windows-1252. */
  encoding(): TextEncoding | null;
}

/** So many bytes are enough to see where the zeros of UTF-16 stand. */
const SNIFFED_BYTES = 512;
const LONGEST_CHARACTER_BYTES = 4;
const EMPTY = new Uint8Array(0);

/**
 * Reads a file of unknown making: UTF-8 and UTF-16, with and without a byte order mark, and Windows-1252 from the
 * first byte on that is no UTF-8. A byte order mark is no part of the text.
 */
export function textReader(decoderFor: DecoderFor): TextReader {
  let encoding: TextEncoding | null = null;
  let decoder: Decoder | null = null;
  let waiting: Uint8Array = EMPTY;

  const decode = (bytes: Uint8Array, isLast: boolean): string => {
    if (encoding !== 'utf-8') return decoder?.decode(bytes, { stream: !isLast }) ?? '';
    const cut = isLast ? bytes.length : endOfLastCharacter(bytes);
    try {
      const text = decoder?.decode(bytes.subarray(0, cut)) ?? '';
      waiting = bytes.slice(cut);
      return text;
    } catch {
      encoding = 'windows-1252';
      decoder = decoderFor(encoding, { fatal: false, ignoreBOM: true });
      waiting = EMPTY;
      return decoder.decode(bytes, { stream: !isLast });
    }
  };

  const read = (bytes: Uint8Array, isLast: boolean): string => {
    const all = joined(waiting, bytes);
    waiting = EMPTY;
    if (encoding !== null) return decode(all, isLast);
    if (all.length < SNIFFED_BYTES && !isLast) {
      waiting = all;
      return '';
    }
    const found = sniff(all);
    encoding = found.encoding;
    decoder = decoderFor(encoding, { fatal: encoding === 'utf-8', ignoreBOM: true });
    return decode(all.subarray(found.markBytes), isLast);
  };

  return {
    push: (bytes) => read(bytes, false),
    finish: () => read(EMPTY, true),
    encoding: () => encoding,
  };
}

function sniff(head: Uint8Array): { encoding: TextEncoding; markBytes: number } {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  const zeros = [0, 0];
  const length = Math.min(head.length, SNIFFED_BYTES);
  for (let at = 0; at < length; at += 1) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [atEven = 0, atOdd = 0] = zeros;
  // A file of numbers is nearly all ASCII: in UTF-16 every other byte of it is zero, in UTF-8 none.
  const many = length / 4;
  if (atOdd > many && atEven < atOdd / 4) return { encoding: 'utf-16le', markBytes: 0 };
  if (atEven > many && atOdd < atEven / 4) return { encoding: 'utf-16be', markBytes: 0 };
  return { encoding: 'utf-8', markBytes: 0 };
}

/** Where the last whole UTF-8 character ends: the bytes behind are the beginning of one. */
function endOfLastCharacter(bytes: Uint8Array): number {
  for (let back = 1; back < LONGEST_CHARACTER_BYTES && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
