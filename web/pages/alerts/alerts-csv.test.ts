import { describe, expect, it } from '@jest/globals';
import { anAlert } from '../../test/factories.ts';
import { alertsCsv } from './alerts-csv.ts';

describe('the export of alerts', () => {
  it.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`], // never a formula
    ['-12', "'-12"],
    ['डोमेन', 'डोमेन'],
  ])('%j becomes %j', (text, cell) => {
    expect(alertsCsv([anAlert()], { heads: ['Alert'], row: () => [text] })).toBe(`\u{FEFF}Alert\r\n${cell}\r\n`);
  });
});
