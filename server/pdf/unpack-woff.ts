import { inflateSync } from 'node:zlib';

const HEADER = 44;
const ENTRY = 20;

/**
 * A font out of its WOFF 1.0 wrapping. pdfkit would unpack it for each paper anew, in script, which takes longer than
 * all the rest of the paper.
 * Source: W3C, WOFF File Format 1.0, sections 3 to 5.
 *
 * @throws {RangeError} these are no bytes of a whole WOFF file
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF' || woff.readUInt32BE(8) !== woff.length)
    throw new RangeError('The bytes are no whole WOFF font.');
  const count = woff.readUInt16BE(12);
  const power = Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + 16 * count);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * count - 16 * 2 ** power, 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (let table = 0; table < count; table += 1) {
    const at = HEADER + table * ENTRY;
    const [from, packed, length] = [4, 8, 12].map((place) => woff.readUInt32BE(at + place)) as [number, number, number];
    const bytes = woff.subarray(from, from + packed);
    const entry = 12 + 16 * table;
    woff.copy(head, entry, at, at + 4); // its tag
    woff.copy(head, entry + 4, at + 16, at + 20); // its checksum
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(length, entry + 12);
    const whole = packed < length ? inflateSync(bytes, { maxOutputLength: length }) : bytes;
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4);
    whole.copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}
