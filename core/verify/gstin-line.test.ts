import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeGstin } from '../gst/gstin.ts';
import { echoOf, gstinLine } from './gstin-line.ts';
import { gstinRecord } from './gstin-record.ts';

const KEYS = ['input', 'valid', 'reason', 'gstin', 'type', 'stateCode', 'state', 'pan', 'warnings'];

describe('gstinLine', () => {
  it.each([
    '27AAPFU0939F1ZV',
    ' 27 aapfu0939f-1zv',
    '06DELI09652G1DA', // on a TAN: no PAN inside
    '9917SGP29001OST',
    '27GSPMH1881G1ZH', // a warning
    '27AAPFU0939F1ZO',
    '',
    '"quoted"',
    '\\ \u0007 \u001b[31m',
    '\ud800 half a character',
    '२७AAPFU0939F1ZV',
  ])('writes what JSON.stringify would: %j', (input) => {
    expect(gstinLine(input)).toBe(JSON.stringify({ input, ...gstinRecord(judgeGstin(input)) }));
    expect(Object.keys(JSON.parse(gstinLine(input)) as object)).toEqual(KEYS);
  });

  it('gives any input back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (input) => {
        expect((JSON.parse(gstinLine(input)) as { input: string }).input).toBe(input);
      }),
    );
  });

  it.each([
    ['A'.repeat(200), 'A'.repeat(200)],
    ['A'.repeat(201), `${'A'.repeat(200)}…`],
    [`${'A'.repeat(199)}😀`, `${'A'.repeat(199)}…`], // its second half would be the 201st
  ])('cuts an input after 200 characters', (input, echo) => {
    expect(echoOf(input)).toBe(echo);
  });
});

describe('gstinRecord', () => {
  it.each([
    ['27AAPFU0939F1ZV', 'regular', '27', 'Maharashtra', 'AAPFU0939F', []],
    ['9917SGP29001OST', 'oidar', '99', 'Centre Jurisdiction', null, []],
    ['25AAPFU0939F1ZZ', 'regular', '25', 'Daman and Diu', 'AAPFU0939F', ['legacy_state_code']],
  ])('%s: %s of %s', (input, type, stateCode, state, pan, warnings) => {
    expect(gstinRecord(judgeGstin(input))).toEqual({
      valid: true,
      reason: 'ok',
      gstin: input,
      type,
      stateCode,
      state,
      pan,
      warnings,
    });
  });

  it('knows nothing of a number that could not exist', () => {
    expect(gstinRecord(judgeGstin('27AAPFU0939F1ZO'))).toEqual({
      valid: false,
      reason: 'bad_checksum',
      gstin: null,
      type: null,
      stateCode: null,
      state: null,
      pan: null,
      warnings: [],
    });
  });
});
