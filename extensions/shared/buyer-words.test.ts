import { describe, expect, it } from '@jest/globals';
import { aGstin } from '../../test/a-gstin.ts';
import { LANGUAGES } from '../../core/text.ts';
import { wordsOn, type Places } from './buyer-words.ts';
import { readBuyerText } from './numbers-in-text.ts';
import { registerWords } from '../in-page/register-word.ts';
import { SENTENCES, STATUS_SENTENCES } from './buyer-sentences.ts';

const NOWHERE: Places = { delivery: null, seller: null };
const said = (text: string, places: Places = NOWHERE, language: 'en' | 'hi' = 'en') =>
  wordsOn(readBuyerText(text), places, language);
const ONE = aGstin();

describe('what is said of a number', () => {
  it.each<[string, string, Places, RegExp]>([
    ['nothing of nothing', '', NOWHERE, /^$/],
    ['its State', ONE, NOWHERE, /^This GSTIN could exist\. It is a number of Maharashtra\. It goes with your order\.$/],
    ['that it was taken out of a text', `No. ${ONE}!`, NOWHERE, new RegExp(`^Taken from your text: ${ONE}\\.`)],
    ['that there are two', `${ONE} ${aGstin({ state: '29' })}`, NOWHERE, /more than one.*check out all the same/],
    ['the character that looks like another', `А${ONE}`, NOWHERE, /А \(U\+0410\)/],
    ['the character that shows nothing', `${ONE.slice(0, 3)}\u0007${ONE.slice(3)}`, NOWHERE, /U\+0007/],
    ['how long it is', ONE.slice(1), NOWHERE, /This one has 14\. You can check out all the same\.$/],
    ['what could be meant', ONE.replace('0', 'O').replace(/^27/, '2Z'), NOWHERE, /No State has these two/],
    ['that it is for sellers from abroad', '9917SGP29001OST', NOWHERE, /sellers from abroad/],
    ['that it is for deducting tax', aGstin({ kind: 'D' }), NOWHERE, /collecting or deducting/],
    ['that its State code is old', aGstin({ state: '28' }), NOWHERE, /no longer given/],
    ['the same State', ONE, { delivery: '27', seller: null }, /same State.*CGST \+ SGST; .*IGST/],
    ['another State', ONE, { delivery: '29', seller: null }, /go to Karnataka.*place of delivery/],
    [
      'the heads in the seller’s State',
      ONE,
      { delivery: '29', seller: '29' },
      /From this seller that is CGST \+ SGST\./,
    ],
    ['the heads elsewhere', ONE, { delivery: '27', seller: '29' }, /same State.*From this seller that is IGST\./],
    ['the heads of a union territory', ONE, { delivery: '04', seller: '04' }, /CGST \+ UTGST/],
    [
      'old codes as their successors',
      aGstin({ state: '28' }),
      { delivery: '37', seller: '28' },
      /same State.*CGST \+ SGST/,
    ],
    ['no heads of a seller’s State that is none', ONE, { delivery: '27', seller: '<b' }, /in that State charges/],
  ])('%s', (_, text, places, words) => expect(said(text, places)).toMatch(words));

  it('names a number one slip away, and does not take it', () => {
    const slip = ONE.replace('1234', '1243');
    expect(said(slip)).toMatch(new RegExp(`Could it be .*${ONE}.*\\?`));
  });

  it.each([ONE, ONE.slice(1), `${ONE} ${aGstin({ state: '29' })}`])(
    'says nothing of an order to come, later: %s',
    (text) => {
      for (const language of LANGUAGES) {
        const words = wordsOn(readBuyerText(text), NOWHERE, language, 'later');
        expect(words).not.toMatch(/check out|goes with|खरीद|जाएगा/);
        expect(said(text, NOWHERE, language).startsWith(words)).toBe(true);
      }
    },
  );

  it('is Hindi where the page is', () => {
    for (const text of [ONE, ONE.slice(1), `А${ONE}`, `${ONE} ${aGstin({ state: '29' })}`]) {
      expect(said(text, { delivery: '29', seller: '27' }, 'hi')).toMatch(/[\u0900-\u097f].*।$/);
    }
  });
});

describe('what the register told', () => {
  it.each([
    ['active', ''],
    ['provisional', ''],
    ['cancelled', 'cancelled, as of 22 Nov 2026'],
    ['suspended', 'suspended, as of 22 Nov 2026'],
    ['inactive', 'not active, as of 22 Nov 2026'],
    ['not-found', 'did not show this number, as of 22 Nov 2026'],
  ] as const)('%s: %j', (status, words) => {
    // Late in the evening of the 21st in UTC.
    const said = registerWords({ status, asOf: '2026-11-21T20:00:00.000Z' }, 'en');
    expect(words === '' ? said : said.includes(words)).toBe(words === '' ? '' : true);
  });
});

describe('the sentences', () => {
  const all = [...Object.values(SENTENCES), ...Object.values(STATUS_SENTENCES).flatMap((text) => (text ? [text] : []))];
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

  it('have the same places in each language, calm words, and Hindi’s own full stop', () => {
    for (const text of all) {
      expect(places(text.hi)).toEqual(places(text.en));
      expect(text.hi.normalize('NFC')).toBe(text.hi);
      expect(text.hi).toMatch(/[।?]$/);
      for (const language of LANGUAGES) expect(text[language]).not.toMatch(/!|\b(please|invalid|secure|illegal)\b/i);
    }
  });
});
