import { describe, expect, it } from '@jest/globals';
import { paperEnd } from './paper-end.ts';

describe('until when a paper counts', () => {
  it.each([
    [null, { state: 'none' }],
    ['2026-11-21', { state: 'ended', on: '2026-11-21', days: 1 }],
    ['2026-11-22', { state: 'soon', on: '2026-11-22', days: 0 }], // its last day still counts
    ['2026-12-22', { state: 'soon', on: '2026-12-22', days: 30 }],
    ['2026-12-23', { state: 'later', on: '2026-12-23', days: 31 }],
    ['2028-02-29', { state: 'later', on: '2028-02-29', days: 464 }],
  ])('%s', (validUntil, end) => {
    expect(paperEnd(validUntil, '2026-11-22')).toEqual(end);
  });
});
