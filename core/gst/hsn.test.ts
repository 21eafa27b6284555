import { describe, expect, it } from '@jest/globals';
import { hsnDigitsNeeded, judgeHsn } from './hsn.ts';
import { LAW, NO_CHANGES, lawWith, type Law } from './law.ts';

const withList = (...codes: string[]): Law => lawWith({ ...NO_CHANGES, hsnList: { importedOn: '2026-11-01', codes } });
const judged = (text: string, digitsNeeded: number | null = null, law = LAW) => judgeHsn(text, { law, digitsNeeded });

describe('codes by their structure', () => {
  it.each([
    ['6109', '6109', false],
    ['610910', '610910', false],
    ['61091000', '61091000', false],
    ['6109.10.00', '61091000', false],
    [' 6109 1000 ', '61091000', false],
    ['0101', '0101', false], // the zero is part of it
    ['9801', '9801', false],
    ['996311', '996311', true],
    ['6109100012', '610910', false], // ten digits: another country's tariff
    ['6109100012345', '610910', false],
  ])('%j is %s', (text, code, isService) => {
    expect(judged(text)).toEqual({ ok: true, code, isService });
  });

  it.each([
    ['', 'malformed', null],
    ['cotton', 'malformed', null],
    ['6109A0', 'malformed', null],
    ['६१०९', 'malformed', null],
    ['61091', 'malformed', '061091'],
    ['101', 'malformed', '0101'], // a spreadsheet ate the zero
    ['1012100', 'malformed', '01012100'],
    ['1', 'malformed', null],
    ['61', 'too-short', null],
    ['7701', 'no-such-chapter', null],
    ['0001', 'no-such-chapter', null],
    ['61091000123456', 'malformed', null],
    ['6'.repeat(1_000), 'malformed', null],
  ])('%j: %s', (text, problem, suggestion) => {
    expect(judged(text)).toEqual({ ok: false, problem, suggestion });
  });

  it.each([
    ['6109', 4, true],
    ['6109', 6, false],
    ['610910', 6, true],
    ['61091000', 6, true],
    ['6109100012', 6, true],
  ])('%s with %s digits needed: %s', (text, digits, ok) => {
    expect(judged(text, digits).ok).toBe(ok);
    if (!ok) expect(judged(text, digits)).toMatchObject({ problem: 'too-short' });
  });
});

describe('codes by the imported list', () => {
  const law = withList('0101', '61091000', '610990', '9404', '94042110', '9963');

  it.each([
    ['61091000', true],
    ['610910', true], // the list lacks it and holds what lies under it
    ['6109', true],
    ['61099010', true], // under a code that the list does not divide
    ['996311', true],
    ['94049000', false], // the list divides 9404
    ['6110', false],
    ['61091090', false],
  ])('%s: %s', (text, ok) => {
    expect(judged(text, null, law).ok).toBe(ok);
    if (!ok) expect(judged(text, null, law)).toMatchObject({ problem: 'not-on-list' });
  });

  it('offers a lost zero only where the list has the code', () => {
    expect(judged('101', null, law)).toMatchObject({ suggestion: '0101' });
    expect(judged('201', null, law)).toMatchObject({ suggestion: null });
  });
});

describe('digits by turnover', () => {
  it.each([
    ['to-1.5-crore', '2026-11-22', 4],
    ['to-5-crore', '2026-11-22', 4],
    ['to-10-crore', '2026-11-22', 6],
    ['above-10-crore', '2026-11-22', 6],
    [null, '2026-11-22', null],
    ['to-10-crore', '2021-03-31', null],
    ['to-10-crore', '2021-04-01', 6],
  ] as const)('%s on %s: %s', (turnover, day, digits) => {
    expect(hsnDigitsNeeded(LAW, turnover, day)).toBe(digits);
  });
});
