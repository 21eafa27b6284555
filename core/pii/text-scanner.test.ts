import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scanText } from './scan.ts';
import { createTextScanner } from './text-scanner.ts';

const LINES = [
  'Name,Note,City',
  'Asha,paid 4242 4242 4242 4242,+91 98765 43210',
  'Ravi,AWB 4242424242424242,',
  'Meera,"aadhaar: 2345 6789 0124, door",',
  'Shop,27AAPFU0939F1ZV,AAPFU0939F',
];
const TEXT = LINES.join('\n');

function inPieces(pieces: readonly string[]) {
  const scanner = createTextScanner();
  return [...pieces.flatMap((piece) => scanner.push(piece)), ...scanner.finish()];
}

describe('a text in pieces', () => {
  it('tells the same wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(TEXT.length), { maxLength: 12 }), (places) => {
        const cuts = [0, ...places.toSorted((a, b) => a - b), TEXT.length];
        const pieces = cuts.slice(1).map((cut, index) => TEXT.slice(cuts[index], cut));
        expect(inPieces(pieces)).toEqual(scanText(TEXT));
      }),
    );
  });

  it.each([
    ['Name,Tracking Number\nAsha,4242424242424242', 0],
    ['Name,Phone\nAsha,234567890124', 0],
    ['Order,PAN\n#1,AAPFU0939F', 1],
    ['Order,Note\n#1,paid 4242424242424242', 1],
    ['Name,Tracking Number\r\nAsha,1\r\nRavi,4242424242424242\r\n', 0],
    ['Tracking Number,Note\n1,"two lines\n4242424242424242"', 1], // in the second line of a note
    ['paid, 4242424242424242', 1],
  ])('of %j: %s', (text, count) => {
    expect(inPieces([text])).toHaveLength(count);
    expect(inPieces([...text])).toHaveLength(count);
  });

  it('reads a line without end in bounded parts', () => {
    const cell = 'paid 4242 4242 4242 4242; ';
    const pieces = Array.from({ length: 400 }, () => cell.repeat(40));
    expect(inPieces(pieces)).toHaveLength(16_000);
  });

  it('finds nothing in nothing', () => {
    expect(inPieces([])).toEqual([]);
    expect(inPieces(['', '\n', ''])).toEqual([]);
  });
});
