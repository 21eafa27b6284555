import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { paise } from './money.ts';

describe('an amount of money', () => {
  it.each([
    ['590.00', 59_000],
    ['590.0', 59_000],
    ['590', 59_000],
    ['0.01', 1],
    ['0.1', 10],
    ['1.10', 110],
    ['8.29', 829], // 8.29 × 100 is 828.9999… as a float
    ['1.005', 101], // three digits, as some currencies have
    ['1.0049', 100],
    ['0.995', 100],
    ['-5.25', -525],
    ['-0.00', 0],
    ['999999999999.99', 99_999_999_999_999],
  ])('%s is %i paise', (text, expected) => {
    expect(paise.parse(text)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    '.5',
    '5.',
    '1,050.00',
    '1e3',
    '0x10',
    'Rs 5',
    'NaN',
    'Infinity',
    '--5',
    '1.2.3',
    '१०',
    `${'9'.repeat(13)}.00`,
  ])('%j is none', (text) => {
    expect(paise.safeParse(text).success).toBe(false);
  });

  it.each([590, null, undefined, {}])('%j is none', (value) => {
    expect(paise.safeParse(value).success).toBe(false);
  });

  it('gives back what was written with two digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (amount) => {
        const text = `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
        expect(paise.parse(text)).toBe(amount);
      }),
    );
  });
});
