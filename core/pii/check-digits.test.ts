import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cardLength } from './card-ranges.ts';
import { isLuhnValid } from './luhn.ts';
import { isVerhoeffValid } from './verhoeff.ts';

const digits = (min: number, max: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((list) => list.join(''));
const DIGITS = [...'0123456789'];

describe.each([
  ['Luhn', isLuhnValid],
  ['Verhoeff', isVerhoeffValid],
])('%s', (name, isValid) => {
  const completed = (text: string): string => text + (DIGITS.find((digit) => isValid(text + digit)) ?? '?');

  it('fits exactly one last digit', () => {
    fc.assert(
      fc.property(digits(1, 18), (text) => {
        expect(DIGITS.filter((digit) => isValid(text + digit))).toHaveLength(1);
      }),
    );
  });

  it('is broken by any other single digit', () => {
    fc.assert(
      fc.property(digits(11, 15), fc.nat(), fc.integer({ min: 1, max: 9 }), (text, place, by) => {
        const whole = completed(text);
        const at = place % whole.length;
        const changed = whole.slice(0, at) + ((Number(whole[at]) + by) % 10) + whole.slice(at + 1);
        expect([isValid(whole), isValid(changed)]).toEqual([true, false]);
      }),
    );
  });

  it.each(['', '0', 'abc', '12 34', '4242-4242', '４２'])('takes no %j', (text) => {
    expect(isValid(text)).toBe(false);
  });

  it('notices two neighbours exchanged, Luhn all but 09', () => {
    fc.assert(
      fc.property(digits(11, 15), fc.nat(), (text, place) => {
        const whole = completed(text);
        const at = place % (whole.length - 1);
        const [left = '', right = ''] = whole.slice(at, at + 2);
        const isSeen = left !== right && !(name === 'Luhn' && ['09', '90'].includes(left + right));
        expect(isValid(whole.slice(0, at) + right + left + whole.slice(at + 2))).toBe(!isSeen);
      }),
    );
  });
});

describe('the ranges of cards', () => {
  it.each([
    ['4242424242424242', 'usual'],
    ['5555555555554444', 'usual'],
    ['2221000000000009', 'usual'], // the first of Mastercard's new range
    ['2720999999999996', 'usual'], // and its last
    ['2220990000000000', null],
    ['2721000000000000', null],
    ['378282246310005', 'usual'],
    ['6074820000000007', 'usual'], // RuPay
    ['6521000000000000', 'usual'],
    ['8100000000000000', 'usual'],
    ['8200000000000000', 'usual'],
    ['8300000000000000', null],
    ['5080000000000000', 'usual'],
    ['5070000000000000', null],
    ['3530111333300000', 'usual'], // JCB
    ['30569309025904', 'rare'],
    ['4222222222222', 'rare'], // thirteen digits, as EAN codes have
    ['424242424242', null],
    ['9999999999999999', null],
  ])('%s: %s', (number, length) => {
    expect(cardLength(number)).toBe(length);
  });
});
