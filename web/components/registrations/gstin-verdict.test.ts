import { describe, expect, it } from '@jest/globals';
import { fieldState, isAddable } from './gstin-verdict.ts';
import { judgeGstin } from '../../../core/gst/gstin.ts';

describe('the GSTIN field', () => {
  it.each([
    ['', false, 'neutral'],
    ['27AAPFU', false, 'neutral'],
    ['27AAPFU', true, 'judged'],
    ['27 AAPFU 0939 F1Z', false, 'neutral'], // fourteen characters and spaces
    ['27AAPFU0939F1ZV', false, 'judged'],
    ['27AAPFU0939F1ZVX', false, 'judged'],
    ['', true, 'judged'],
  ])('"%s", left %s: %s', (input, isLeft, kind) => {
    expect(fieldState(input, isLeft).kind).toBe(kind);
  });

  it('adds only what a seller can sell with', () => {
    expect(isAddable(judgeGstin('27AAPFU0939F1ZV'))).toBe(true);
    expect(isAddable(judgeGstin('27AAPFU0939F1ZX'))).toBe(false);
  });
});
