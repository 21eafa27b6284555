import { describe, expect, it } from '@jest/globals';
import { percentText, rupeesText } from './finding-figures.ts';

describe('figures in a finding', () => {
  it.each([
    [0, '0'],
    [5, '0.05'],
    [50, '0.50'],
    [99_900, '999'],
    [100_000, '1,000'],
    [262_501, '2,625.01'],
    [10_000_000, '1,00,000'],
    [123_456_789, '12,34,567.89'],
    [-15_000_000_000, '-15,00,00,000'],
  ])('%d paise: %s', (paise, text) => {
    expect(rupeesText(paise)).toBe(text);
  });

  it.each([
    [180_000, '18'],
    [25_000, '2.5'],
    [2_500, '0.25'],
    [0, '0'],
  ])('%d parts per million: %s', (ppm, text) => {
    expect(percentText(ppm)).toBe(text);
  });
});
