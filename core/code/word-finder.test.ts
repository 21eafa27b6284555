import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wordFinder } from './word-finder.ts';

const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', '_'), maxLength: 4 }), { maxLength: 12 });
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '_', 'A', 'é', '\u0900'), maxLength: 40 });

describe('words in a text', () => {
  it('are those that the text contains', () => {
    fc.assert(
      fc.property(words, text, (list, whole) => {
        const expected = list.flatMap((word, at) => (whole.includes(word) ? [at] : []));
        expect([...wordFinder(list)(whole)].toSorted((a, b) => a - b)).toEqual(expected);
      }),
    );
  });

  it('are found in capitals too, where case does not count', () => {
    fc.assert(
      fc.property(words, text, (list, whole) => {
        const small = whole.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
        const expected = list.flatMap((word, at) => (small.includes(word) ? [at] : []));
        expect([...wordFinder(list, { ignoreCase: true })(whole)].toSorted((a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});
