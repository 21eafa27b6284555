import { describe, expect, it } from '@jest/globals';
import { PAN_KINDS } from '../data/constitutions.ts';
import { hasUsualPanLetter } from './gstin-layouts.ts';
import { constitutionAgrees, constitutionOf, judgePan, panKind } from './pan.ts';

describe('a PAN', () => {
  it.each([
    ['AAAPZ1234C', 'P', []],
    ['AAACZ1234C', 'C', []],
    ['AAAKZ1234C', 'K', ['unusual-letter']],
    ['AAAEZ1234C', 'E', ['unusual-letter']],
    ['AAAMZ1234C', undefined, ['unusual-letter']],
  ])('%s could exist, %s', (pan, letter, warnings) => {
    const verdict = judgePan(pan);
    expect(verdict).toMatchObject({ ok: true, warnings });
    expect(panKind(pan)?.letter).toBe(letter);
  });

  it.each([
    ['AAAPZ0000C', 'serial-zero'],
    ['AAAPZ1234', 'malformed'],
    ['aaapz1234c', 'malformed'],
    ['AAAPZ12345', 'malformed'],
    ['DELI09652G', 'malformed'], // a TAN
    ['', 'malformed'],
  ])('%s: %s', (pan, problem) => {
    expect(judgePan(pan)).toEqual({ ok: false, problem });
  });

  it('has the letters that the validator of GSTINs calls usual', () => {
    for (const { letter, status } of PAN_KINDS) {
      expect(hasUsualPanLetter(letter.charCodeAt(0))).toBe(status === 'verified');
    }
  });
});

describe('the registry’s constitution', () => {
  it.each([
    ['P', 'Proprietorship', true],
    ['C', 'Proprietorship', false],
    ['C', 'Private Limited Company', true],
    ['P', ' private  limited company', false],
    ['F', 'Limited Liability Partnership', true],
    ['E', 'Limited Liability Partnership', true],
    ['P', 'Something new', null],
    ['P', '', null],
  ])('%s and %j: %s', (letter, text, agrees) => {
    expect(constitutionAgrees(letter, text)).toBe(agrees);
  });

  it('is confirmed for two pairs alone', () => {
    expect(constitutionOf('Proprietorship')?.status).toBe('verified');
    expect(constitutionOf('Private Limited Company')?.status).toBe('verified');
    expect(constitutionOf('Partnership')?.status).toBe('unverified');
  });
});
