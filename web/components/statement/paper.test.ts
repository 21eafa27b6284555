import { describe, expect, it } from '@jest/globals';
import { LARGEST_PAPER_BYTES, paperFault, sizeOf } from './paper.ts';

describe('a paper', () => {
  it.each([
    ['application/pdf', 1, null],
    ['image/png', LARGEST_PAPER_BYTES, null],
    ['image/jpeg', LARGEST_PAPER_BYTES + 1, 'tooLarge'],
    ['application/pdf', 0, 'empty'],
    ['text/html', 100, 'type'],
    ['image/svg+xml', 100, 'type'], // may hold a script
    ['', 100, 'type'], // the browser does not know it
  ])('%s of %i bytes: %s', (type, size, fault) => {
    expect(paperFault({ type, size })).toBe(fault);
  });

  it.each([
    [1, { unit: 'kb', count: 1 }],
    [1536, { unit: 'kb', count: 2 }],
    [1_023_000, { unit: 'kb', count: 999 }],
    [1024 * 1024, { unit: 'mb', count: 1 }],
    [1_234_567, { unit: 'mb', count: 1.2 }],
  ])('%i bytes in words: %o', (bytes, words) => {
    expect(sizeOf(bytes)).toEqual(words);
  });
});
