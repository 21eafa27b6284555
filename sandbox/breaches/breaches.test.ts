import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readRange } from '../../core/passwords/breach-range.ts';
import { rangeAnswer } from './range.ts';

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();

describe('the list of breached passwords', () => {
  it.each([
    ['Password@123', true],
    ['password', true],
    ['teal-otter-cabinet-mild-violin', false],
  ])('%s is on it: %s', (password, isListed) => {
    const sum = sha1(password);
    expect(readRange(rangeAnswer(sum.slice(0, 5)))?.has(sum.slice(5))).toBe(isListed);
  });

  it('hides how many there are among rows that count for nothing', () => {
    const rows = rangeAnswer('00000').split('\r\n');
    expect(rows.length).toBeGreaterThanOrEqual(800);
    expect(readRange(rangeAnswer('00000'))?.size).toBe(0);
  });
});
