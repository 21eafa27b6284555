import { describe, expect, it } from '@jest/globals';
import { formatCount, formatList, formatMoney, formatPercent } from './numbers.ts';

describe('money', () => {
  it.each([
    [12_345_600, '₹1,23,456'],
    [99_900, '₹999'],
    [100_000, '₹1,000'],
    [632_049, '₹6,320'],
    [1_050, '₹11'], // over ₹10 the paise do not matter
    [950, '₹9.50'],
    [40, '₹0.40'],
    [0, '₹0'],
    [-632_000, '-₹6,320'],
  ])('%i paise: %s', (paise, words) => {
    expect([formatMoney(paise, 'en'), formatMoney(paise, 'hi')]).toEqual([words, words]);
  });
});

describe('counts', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_204, '1,204'],
    [12_345_678, '1,23,45,678'],
  ])('%i: %s', (count, words) => {
    expect([formatCount(count, 'en'), formatCount(count, 'hi')]).toEqual([words, words]);
  });

  it('writes shares and lists', () => {
    expect(formatPercent(0.807, 'hi')).toBe('81%');
    expect(formatList(['Goa', 'Kerala', 'Bihar'], 'en')).toBe('Goa, Kerala and Bihar');
    expect(formatList(['गोवा', 'केरल'], 'hi')).toBe('गोवा और केरल');
  });
});
