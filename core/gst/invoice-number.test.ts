import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gapsIn, judgeInvoiceNumber, seriesOf } from './invoice-number.ts';

describe('numbers by Rule 46', () => {
  it.each([
    ['VN/26-27/0042'],
    ['1'],
    ['ABCDEFGH12345678'], // the sixteenth character
    [' VN-1 '],
    ['/1'], // its first character: not confirmed, so not refused
  ])('%j can be one', (text) => {
    expect(judgeInvoiceNumber(text)).toEqual({ ok: true, number: text.trim() });
  });

  it.each([
    ['', 'empty', null],
    ['   ', 'empty', null],
    ['ABCDEFGH123456789', 'too-long', null],
    ['#1001', 'bad-character', '#'], // the shop's own order name
    ['VN 1', 'bad-character', ' '],
    ['VN_1', 'bad-character', '_'],
    ['VN/२६', 'bad-character', '२'],
    ['VN–1', 'bad-character', '–'],
    ['1\u00a0', 'bad-character', '\u00a0'],
    ['😀', 'bad-character', '😀'],
  ])('%j: %s', (text, problem, badCharacter) => {
    expect(judgeInvoiceNumber(text)).toEqual({ ok: false, problem, badCharacter });
  });
});

describe('series', () => {
  it.each([
    ['VN/26-27/0042', { prefix: 'VN/26-27/', serial: 42, width: 4, suffix: '' }],
    ['42', { prefix: '', serial: 42, width: 2, suffix: '' }],
    ['0042/26-27', { prefix: '', serial: 42, width: 4, suffix: '/26-27' }],
    ['VN42/2026-27', { prefix: 'VN', serial: 42, width: 2, suffix: '/2026-27' }],
    ['VN-26-27', { prefix: 'VN-26-', serial: 27, width: 2, suffix: '' }], // no other number to count by
    ['VN', null],
    ['1234567890123456', null],
  ])('%s', (number, series) => {
    expect(seriesOf(number)).toEqual(series);
  });
});

describe('gaps', () => {
  it.each([
    [['A1', 'A2', 'A3'], []],
    [['A3', 'A1'], [{ first: 'A2', last: 'A2', count: 1 }]],
    [['A1', 'A1', 'A2'], []],
    [['A001', 'A005'], [{ first: 'A002', last: 'A004', count: 3 }]],
    [['A9', 'A12'], [{ first: 'A10', last: 'A11', count: 2 }]],
    [['A1', 'B3'], []], // another series
    [['1/26-27', '3/26-27', '9/25-26'], [{ first: '2/26-27', last: '2/26-27', count: 1 }]],
    [['X', ''], []],
  ])('of %j', (numbers, gaps) => {
    expect(gapsIn(numbers)).toEqual(gaps);
  });

  it('used and skipped numbers together fill the whole run', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(5_000), { minLength: 1 }), (serials) => {
        const skipped = gapsIn(serials.map((serial) => `V${serial}`)).reduce((sum, { count }) => sum + count, 0);
        expect(skipped + serials.length).toBe(Math.max(...serials) - Math.min(...serials) + 1);
      }),
    );
  });
});
