import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { unpackWoff } from './unpack-woff.ts';

const woff = readFileSync(new URL('./fonts/noto-sans-devanagari-400.woff', import.meta.url));

describe('a font out of its wrapping', () => {
  const font = unpackWoff(woff);
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const at = 12 + 16 * index;
    const [sum, offset, length] = [4, 8, 12].map((place) => font.readUInt32BE(at + place)) as [number, number, number];
    return {
      tag: font.toString('latin1', at, at + 4),
      sum,
      bytes: font.subarray(offset, offset + length),
      offset,
      length,
    };
  });

  it('has all tables, at places that divide by four, within the file', () => {
    expect(tables).toHaveLength(woff.readUInt16BE(12));
    for (const { offset, length } of tables) {
      expect(offset % 4).toBe(0);
      expect(offset + length).toBeLessThanOrEqual(font.length);
    }
    expect(tables.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['cmap', 'glyf', 'GSUB', 'head']));
  });

  it.each(['cmap', 'GSUB', 'hmtx', 'maxp'])('has the bytes of %s that its checksum was made of', (tag) => {
    const { bytes, sum } = tables.find((table) => table.tag === tag) ?? { bytes: Buffer.alloc(0), sum: -1 };
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    bytes.copy(padded);
    let total = 0;
    for (let at = 0; at < padded.length; at += 4) total = (total + padded.readUInt32BE(at)) >>> 0;
    expect(total).toBe(sum);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['another file', Buffer.from('%PDF-1.7 and more')],
    ['half a file', woff.subarray(0, 60)],
  ])('is refused: %s', (_, bytes) => {
    expect(() => unpackWoff(bytes)).toThrow(RangeError);
  });
});
