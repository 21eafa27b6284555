import { describe, expect, it } from '@jest/globals';
import { readList } from './read-list.ts';

describe('a chosen file', () => {
  const bytes = (...values: number[]) => fileOf(new Uint8Array(values));
  /** jsdom's own File has no arrayBuffer. */
  function fileOf(content: Uint8Array, size = content.length): File {
    return { size, arrayBuffer: () => Promise.resolve(content.buffer) } as unknown as File;
  }

  it.each([
    ['UTF-8', fileOf(new TextEncoder().encode('नाम\n')), { kind: 'read', csv: 'नाम\n' }],
    ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, 0x61), { kind: 'read', csv: 'a' }],
    ['UTF-16', bytes(0xff, 0xfe, 0x61, 0), { kind: 'read', csv: 'a' }],
    ['an older code page', bytes(0x63, 0x61, 0x66, 0xe9), { kind: 'read', csv: 'café' }],
    ['a workbook', bytes(0x50, 0x4b, 3, 4, 0), { kind: 'fault', fault: 'spreadsheet' }],
    ['more than a list may hold', fileOf(new Uint8Array(), 250 * 1024 + 1), { kind: 'fault', fault: 'too-large' }],
    ['a file of another type', undefined, { kind: 'fault', fault: 'wrong-type' }],
    [
      'a file that went away',
      { size: 1, arrayBuffer: () => Promise.reject(new Error('gone')) } as unknown as File,
      { kind: 'fault', fault: 'unreadable' },
    ],
  ])('%s', async (_, file, result) => {
    expect(await readList(file)).toEqual(result);
  });
});
