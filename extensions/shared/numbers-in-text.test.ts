import { describe, expect, it } from '@jest/globals';
import { aGstin } from '../../test/a-gstin.ts';
import { readBuyerText } from './numbers-in-text.ts';

const ONE = aGstin();
const TWO = aGstin({ state: '29', pan: 'AAACE9876B' });
const SPACED = `${ONE.slice(0, 2)} ${ONE.slice(2, 7)} ${ONE.slice(7, 12)}-${ONE.slice(12)}`;
const BAD = ONE.slice(0, 14) + (ONE.endsWith('7') ? '8' : '7');

/** "kind:number" or "kind:reason" */
function told(text: string): string {
  const read = readBuyerText(text);
  if (read.kind === 'one') return `${read.stoodInText ? 'taken' : 'one'}:${read.verdict.gstin}`;
  return read.kind === 'refused' ? `refused:${read.verdict.reason}` : read.kind;
}

describe('a buyer’s field', () => {
  it.each([
    ['nothing', '', 'none'],
    ['blanks', ' \t\n ', 'none'],
    ['a word for none', 'NA', 'none'],
    ['a dash', '-', 'none'],
    ['a number', ONE, `one:${ONE}`],
    ['small letters', ONE.toLowerCase(), `one:${ONE}`],
    ['blanks and hyphens inside', SPACED, `one:${ONE}`],
    ['words before', `GSTIN: ${ONE}`, `taken:${ONE}`],
    ['words around', `Our GST no. is ${ONE}, Pune 411001`, `taken:${ONE}`],
    ['words around a parted one', `GST No ${SPACED}.`, `taken:${ONE}`],
    ['brackets', `(${ONE})`, `taken:${ONE}`],
    ['a blank that does not break', `${ONE.slice(0, 5)}\u00a0${ONE.slice(5)}`, `taken:${ONE}`],
    ['marks that take no room', `\u200e${ONE.slice(0, 5)}\u200b${ONE.slice(5)}\ufeff`, `taken:${ONE}`],
    ['the same one twice', `${ONE} / ${ONE.toLowerCase()}`, `taken:${ONE}`],
    ['a good one and a wrong one', `${BAD}, ${ONE}`, `taken:${ONE}`],
    ['two numbers', `${ONE} ${TWO}`, 'several'],
    ['two numbers in words', `old ${ONE} new ${TWO}`, 'several'],
    ['a typing mistake', BAD, 'refused:bad_checksum'],
    ['a typing mistake in words', `GSTIN ${BAD} (Pune)`, 'refused:bad_checksum'],
    ['fourteen', ONE.slice(0, 14), 'refused:bad_length'],
    ['sixteen', `${ONE}1`, 'refused:bad_length'],
    ['a Cyrillic A', `${ONE.slice(0, 2)}А${ONE.slice(3)}`, 'refused:bad_charset'],
    ['a Cyrillic A before it', `А${ONE}`, 'refused:bad_charset'],
    ['a letter of another script behind it', `No. ${ONE}क`, 'refused:bad_charset'],
    ['full-width digits', `２７${ONE.slice(2)}`, 'refused:bad_charset'],
    ['Devanagari digits', `२७${ONE.slice(2)}`, 'refused:bad_charset'],
    ['a dotless i', `27AAPFU0939Fı1V`, 'refused:bad_charset'],
    ['a sharp s, whose capital would be two letters', `27AAPFU0939ß1Z`, 'refused:bad_charset'],
    ['a State that is none', aGstin({ state: '45' }), 'refused:bad_state_code'],
    ['a PAN', 'AAAPZ1234C', 'refused:bad_length'],
    ['half a character', `${ONE}\ud83d`, `taken:${ONE}`],
    ['2,000 characters', 'A1, '.repeat(500), 'refused:bad_charset'],
    ['2,000 letters and digits', '27AB'.repeat(500), 'refused:bad_length'],
    ['a number behind more than anybody types', `${'x1, '.repeat(600)}${ONE}`, 'refused:bad_charset'],
  ])('%s', (_, text, expected) => expect(told(text)).toBe(expected));

  it('is read in time that grows with the text alone', () => {
    // Each of these begins a run of fifteen.
    expect(told('27 '.repeat(1_000_000))).toMatch(/^refused/);
  });
});
