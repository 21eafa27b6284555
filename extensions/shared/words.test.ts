import { describe, expect, it } from '@jest/globals';
import { FAILURE_KINDS } from './admin-api.ts';
import { failureWords } from './failure-texts.ts';
import { momentText } from './moment-text.ts';
import { rupees } from './money.ts';
import { stateName } from './state-names.ts';
import { wordsOf } from './words.ts';

describe('rupees', () => {
  it.each([
    [0, '₹0'],
    [5, '₹0.05'],
    [50, '₹0.50'],
    [100, '₹1'],
    [99_999, '₹999.99'],
    [100_000, '₹1,000'],
    [12_345_650, '₹1,23,456.50'],
    [1_234_567_890, '₹1,23,45,678.90'],
    [-12_345_650, '-₹1,23,456.50'],
    [-0, '₹0'],
    [0.4, '₹0'],
  ])('%d paise are %s', (paise, text) => {
    expect(rupees(paise)).toBe(text);
  });
});

describe('names of States', () => {
  it.each([
    ['27', 'Maharashtra', 'महाराष्ट्र'],
    ['96', 'Outside India', 'भारत के बाहर'],
    ['00', '00', '00'],
  ])('%s is %s', (code, en, hi) => {
    expect(stateName(code)).toEqual({ en, hi });
  });
});

describe('moments', () => {
  it.each([
    ['2026-11-22T18:29:59.000Z', '22 Nov 2026, 11:59 pm IST', '22 नवंबर 2026, रात 11:59 बजे IST'],
    ['2026-11-22T18:30:00.000Z', '23 Nov 2026, 12:00 am IST', '23 नवंबर 2026, रात 12:00 बजे IST'],
    ['2026-11-22T22:30:00.000Z', '23 Nov 2026, 4:00 am IST', '23 नवंबर 2026, सुबह 4:00 बजे IST'],
    ['2026-11-23T06:30:00.000Z', '23 Nov 2026, 12:00 pm IST', '23 नवंबर 2026, दोपहर 12:00 बजे IST'],
    ['2026-11-23T10:35:00.000Z', '23 Nov 2026, 4:05 pm IST', '23 नवंबर 2026, शाम 4:05 बजे IST'],
    ['soon', 'soon', 'soon'],
  ])('%s', (at, en, hi) => {
    expect([momentText(at, 'en'), momentText(at, 'hi')]).toEqual([en, hi]);
  });
});

describe('words of an extension', () => {
  const inHindi = wordsOf({ translate: (key, data) => (key === 'language' ? 'hi' : `${key}:${JSON.stringify(data)}`) });

  it('follow the file that the host chose', () => {
    expect(inHindi.language).toBe('hi');
    expect(inHindi.of({ en: 'State {name}', hi: 'राज्य {name}' }, { name: 'X' })).toBe('राज्य X');
    expect(inHindi.state('27')).toBe('महाराष्ट्र');
    expect(inHindi.day('2026-11-22')).toBe('22 नवंबर 2026');
    expect(inHindi.t('a', { count: 2 })).toBe('a:{"count":2}');
  });

  it.each(['en', 'fr', 'language'])('are English where the file says %s', (said) => {
    expect(wordsOf({ translate: () => said }).language).toBe('en');
  });

  it('go on where the host knows no such sentence', () => {
    const words = wordsOf({
      translate: () => {
        throw new Error('missing translation');
      },
    });
    expect([words.language, words.t('a.b')]).toEqual(['en', 'a.b']);
  });
});

describe('words about a failure', () => {
  it.each(FAILURE_KINDS)('%s says what to do, in both languages', (kind) => {
    const { heading, whatToDo } = failureWords({ kind, retryAfterS: null });
    for (const { en, hi } of [heading, whatToDo]) {
      expect(en).toMatch(/^[A-Z][^{}]+$/);
      expect(hi).toMatch(/[\u0900-\u097f]/);
      expect(hi).not.toMatch(/\{|\}/);
    }
  });

  it('names the seconds only where one can wait for them', () => {
    const said = (retryAfterS: number | null) => {
      const { whatToDo, data } = failureWords({ kind: 'busy', retryAfterS });
      return wordsOf({ translate: () => 'en' }).of(whatToDo, data);
    };
    expect(said(20)).toBe('Try again in 20 seconds.');
    expect(said(121)).not.toContain('121');
    expect(said(null)).toMatch(/in a minute/);
  });
});
