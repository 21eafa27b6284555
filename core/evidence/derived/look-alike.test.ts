import { describe, expect, it } from '@jest/globals';
import { lookAlikeIn } from './look-alike.ts';

describe('lookAlikeIn', () => {
  it.each([
    ['27АAPFU0939F1ZV', 'other-script'], // Cyrillic А
    ['27ΑAPFU0939F1ZV', 'other-script'], // Greek Α
    ['２７ＡＡＰＦＵ０９３９Ｆ１ＺＶ', 'other-script'], // full width
    ['२७AAPFU0939F1ZV', 'other-script'],
    ['27AAPFU0939F1ſV', 'other-script'], // long s
    ['27AAPFU\u200B0939F1ZV', 'hidden'],
    ['\uFEFF27AAPFU0939F1ZV', 'hidden'],
    ['27AAPFU\u00A00939F1ZV', 'hidden'],
    ['\u202E27AAPFU0939F1ZV', 'hidden'],
    ['27AAPFU0939F1ZV', null],
    ['27 AAPFU 0939-F1ZV', null],
    ['27AAPFU.0939F1ZV', null], // a slip
    ['27AAPFU0939F1', null],
    ['27АAPFU0939F1', null], // another length looks like no number
    ['मेरे पास GST नहीं है', null],
    ['', null],
  ])('%j: %s', (text, found) => {
    expect(lookAlikeIn(text)).toBe(found);
  });

  it('reads no more than a number can need', () => {
    expect(lookAlikeIn(`27АAPFU0939F1ZV${' '.repeat(1_000_000)}`)).toBe('other-script');
  });
});
