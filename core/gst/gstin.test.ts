import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { examples } from '../../test/examples/gst/read-examples.ts';
import { bannedWordsIn, longSentencesIn, placesIn } from '../../test/writing-rules.ts';
import { fill } from '../text.ts';
import { stateByCode } from '../data/states.ts';
import { checkCharacter } from './check-character.ts';
import { GSTIN_LAYOUT_TEXTS, GSTIN_REASON_TEXTS, GSTIN_WARNING_TEXTS, gstinTextData } from './gstin-texts.ts';
import { suggestionsFor } from './gstin-repairs.ts';
import { judgeGstin } from './gstin.ts';
import { maskGstin } from './mask-gstin.ts';

const whole = (first14: string): string => first14 + checkCharacter(first14);

/** Public bodies, companies, official sandboxes or invented; none of a private person. */
const GOOD: readonly [string, string, string, string | null][] = [
  ['27AAPFU0939F1ZV', 'regular', '27', 'AAPFU0939F'],
  ['09AAACT2727Q1ZU', 'regular', '09', 'AAACT2727Q'],
  ['27AAACR5055K1Z7', 'regular', '27', 'AAACR5055K'],
  ['05AAACG2140A1ZL', 'regular', '05', 'AAACG2140A'],
  ['24AAQCA8719H1ZC', 'regular', '24', 'AAQCA8719H'],
  ['29AABCF8078M1C8', 'tcs', '29', 'AABCF8078M'],
  ['29AABCF8078M2ZW', 'regular', '29', 'AABCF8078M'], // an input service distributor: only the portal tells
  ['06DELI09652G1DA', 'tds', '06', null], // on a TAN
  ['27AAJCS5738D1Z6', 'regular', '27', 'AAJCS5738D'], // SEZ
  ['36AASFP8573D2ZN', 'regular', '36', 'AASFP8573D'], // composition
  ['0717UNO00157UNO', 'uin', '07', null],
  ['9917SGP29001OST', 'oidar', '99', null],
  ['9917USA29016OS6', 'oidar', '99', null],
  ['12AAACI1681G1Z0', 'regular', '12', 'AAACI1681G'], // ends in 0: refused by validators without the second mod 36
  [whole('38AAAPZ1234C1Z'), 'regular', '38', 'AAAPZ1234C'], // Ladakh
  [whole('97AAAPZ1234C1Z'), 'regular', '97', 'AAAPZ1234C'], // Other Territory
  [whole('0717UNO00157ON'), 'uin', '07', null],
  [whole('9917USA00001NR'), 'nrtp', '99', null],
  [whole('2717USA00001NF'), 'nrtp', '27', null],
  [whole('27AAAA00001A1Z'), 'government', '27', null],
  [whole('27AAAPZ1234CZZ'), 'regular', '27', 'AAAPZ1234C'], // 35th registration
  [whole('27AAAPZ1234C1J'), 'regular', '27', 'AAAPZ1234C'], // reserved fourteenth character
];

describe('the worked examples', () => {
  const rows = examples('gstin_examples.csv');

  it('are all there', () => {
    expect(rows).toHaveLength(20);
  });

  it.each(rows)('$gstin: $reason', ({ gstin = '', expected_valid, type, state_code, state, pan, reason }) => {
    const verdict = judgeGstin(gstin);
    expect(String(verdict.ok)).toBe(expected_valid);
    expect(verdict.ok ? 'ok' : verdict.reason).toBe(reason);
    if (!verdict.ok) return;
    expect(verdict).toMatchObject({ layout: type, stateCode: state_code, pan: pan || null });
    if (verdict.stateCode !== '99') expect(stateByCode(verdict.stateCode)?.name.en).toBe(state);
  });
});

describe('judgeGstin', () => {
  it.each(GOOD)('%s could exist: %s of %s', (gstin, layout, stateCode, pan) => {
    expect(judgeGstin(gstin)).toMatchObject({
      ok: true,
      gstin,
      layout,
      stateCode,
      pan,
      canSellWith: layout === 'regular',
    });
  });

  it.each([['27aapfu0939f1zv'], [' 27 AAPFU0939F 1ZV'], ['\t27-AAPFU0939F-1ZV\r\n']])(
    '%j is 27AAPFU0939F1ZV',
    (typed) => {
      expect(judgeGstin(typed)).toMatchObject({ ok: true, gstin: '27AAPFU0939F1ZV' });
    },
  );

  it.each([
    ['２７AAPFU0939F1ZV'], // full-width digits
    ['२७AAPFU0939F1ZV'], // Devanagari digits
    ['27АAPFU0939F1ZV'], // Cyrillic A
    ['27AAPFU0939F1ZV\u00a0'], // no-break space
    ['27AAPFU\u200b0939F1ZV'], // zero-width space
    ['\ufeff27AAPFU0939F1ZV'],
    ['27AAPFU0939F1\u212aV'], // Kelvin sign
    ['27AAPFU0939F1\u017fV'], // long s
  ])('O4: %j looks like a GSTIN and is none', (typed) => {
    const verdict = judgeGstin(typed);
    expect(verdict).toMatchObject({ ok: false, reason: 'bad_charset' });
    expect(suggestionsFor(verdict)).toEqual([]);
  });

  it.each([
    ['', 'empty'],
    ['  \t\n', 'empty'],
    [' - - ', 'empty'],
    ['27AA\tPFU0939F1ZV', 'bad_charset'],
    ['27\tAAPFU0939F1ZV', 'bad_charset'], // a tab is trimmed at the ends alone
    ['- \t27AAPFU0939F1ZV', 'bad_charset'],
    ['27AAPFU0939F1Z\u017f', 'bad_charset'], // long s, which toUpperCase would make an S
    ['ａ7aapfu0939f1zv', 'bad_charset'],
    [`27AAPFU0939F1ZV${'\u200b'.repeat(100)}`, 'bad_charset'],
    ['27AAPFU0939F1ZVx'.repeat(100_000), 'bad_length'],
    ['27AAPFU0939F1ZV\u0000', 'bad_charset'],
    ['{"$ne":null}', 'bad_charset'],
    ['27AAPFU0939F1Z', 'bad_length'],
    ['27AAPFU0939F1ZVV', 'bad_length'],
    ['AAPFU0939F', 'bad_length'], // a PAN
    ['A'.repeat(1_000), 'bad_length'],
    ['221712345678TMP', 'temporary_id'],
    ['88AAACD8017H1ZX', 'transporter_enrolment_id'],
    ['50AAPFU0939F1Z6', 'bad_state_code'], // though the check character is right
    ['00AAAAA0000A1ZT', 'bad_state_code'],
    [whole('39AAPFU0939F1Z'), 'bad_state_code'],
    [whole('96AAPFU0939F1Z'), 'bad_state_code'], // a place of supply only
    [whole('99AAPFU0939F1Z'), 'bad_state_code'], // the centre registers no shop
    [whole('27AAPFU0939F0Z'), 'bad_layout'], // entity 0
    [whole('27AA1FU0939F1Z'), 'bad_layout'],
    [whole('27AAPFU0939F10'), 'bad_layout'], // kind 0
    [whole('27AAPFU0939F1K'), 'bad_layout'], // a kind that is not reserved
    [whole('0717UNO00157UX'), 'bad_layout'],
    [whole('06DELI09652GAZ'), 'bad_layout'], // a department has a digit there
    [whole('A7AAPFU0939F1Z'), 'bad_state_code'],
    [whole('2AAAPFU0939F1Z'), 'bad_state_code'],
    [whole('2717USA29016OS'), 'bad_layout'], // OIDAR is 99 only
    ['27AAPFU0939F1ZO', 'bad_checksum'],
    ['27AAPFU0939F1ZA', 'bad_checksum'],
  ])('%j: %s', (typed, reason) => {
    expect(judgeGstin(typed)).toMatchObject({ ok: false, reason });
  });

  it('names the characters that do not belong', () => {
    expect(judgeGstin('२७AAPFU0939F1Z\u200b')).toMatchObject({ badCharacters: ['२', '७', '\u200b'] });
  });

  it.each([
    [whole('25AAAPZ1234C1Z'), ['legacy_state_code']],
    [whole('28AAAPZ1234C1Z'), ['legacy_state_code']],
    ['27GSPMH1881G1ZH', ['unusual_pan_letter']],
    ['27AAPFU0939F1ZV', []],
  ])('%s warns of %j', (gstin, warnings) => {
    expect(judgeGstin(gstin)).toMatchObject({ ok: true, warnings });
  });

  it.each([
    ['27AAPFUO939F1ZV', '27AAPFU0939F1ZV'], // letter O for zero
    ['Z7AAPFU0939F1ZV', '27AAPFU0939F1ZV'],
    ['27AAPFU0939F12V', '27AAPFU0939F1ZV'],
    ['27AAPFU9039F1ZV', '27AAPFU0939F1ZV'], // neighbours swapped
    ['72AAPFU0939F1ZV', '27AAPFU0939F1ZV'],
  ])('%s: did you mean %s', (typed, meant) => {
    expect(suggestionsFor(judgeGstin(typed))).toContain(meant);
  });

  it('suggests only numbers that could exist, and never for a look-alike of another script', () => {
    for (const typed of ['27AAPFUO939F1ZV', '27AAPFU0939F1ZA', '17AAPFU0939F1ZV', '27АAPFU0939F1ZV']) {
      const suggestions = suggestionsFor(judgeGstin(typed));
      expect(suggestions.length).toBeLessThanOrEqual(3);
      expect(suggestions.filter((gstin) => !judgeGstin(gstin).ok)).toEqual([]);
    }
    expect(suggestionsFor(judgeGstin('27АAPFU0939F1ZV'))).toEqual([]);
    expect(suggestionsFor(judgeGstin('27AAPFU0939F1ZV'))).toEqual([]);
  });
});

describe('the check character', () => {
  const first14 = fc.stringMatching(/^(0[1-9]|[12][0-9]|3[0-8])[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z$/);
  const character = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');

  it('lets no wrong single character slip through', () => {
    fc.assert(
      fc.property(first14, fc.nat(14), character, (start, place, other) => {
        const gstin = whole(start);
        fc.pre(gstin.charAt(place) !== other);
        expect(judgeGstin(gstin).ok).toBe(true);
        expect(judgeGstin(gstin.slice(0, place) + other + gstin.slice(place + 1)).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('lets no wrong single character slip through, all 14,700 of the known numbers', () => {
    const slipped: string[] = [];
    for (const [gstin] of GOOD) {
      for (let place = 0; place < 15; place += 1) {
        for (const other of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
          const wrong = gstin.slice(0, place) + other + gstin.slice(place + 1);
          if (wrong !== gstin && judgeGstin(wrong).ok) slipped.push(wrong);
        }
      }
    }
    expect(slipped).toEqual([]);
  });

  it('answers for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const verdict = judgeGstin(text);
        if (verdict.ok) expect(checkCharacter(verdict.gstin)).toBe(verdict.gstin.charAt(14));
        else expect(verdict.normalized.length).toBeLessThanOrEqual(80);
      }),
    );
  });
});

describe('maskGstin', () => {
  it.each([
    ['27AAPFU0939F1ZV', '27AAPFUXXXXF1ZV'],
    ['27AAPFU09', '27XXXXX09'],
    ['AAPFU0939F', 'AAXXXXXX9F'], // a PAN alone
    ['27AAPFU\u202e939F1ZV', '27AAPFUXXXXF1ZV'],
    ['\u202e7AAPFU0939F1ZV', '?7AAPFUXXXXF1ZV'],
    ['x'.repeat(1_000), `xx${'X'.repeat(16)}xx`],
    ['27', '27'],
    ['', ''],
  ])('%s shows as %s', (gstin, masked) => {
    expect(maskGstin(gstin)).toBe(masked);
  });
});

describe('GSTIN texts', () => {
  const texts = [GSTIN_REASON_TEXTS, GSTIN_WARNING_TEXTS, GSTIN_LAYOUT_TEXTS].flatMap((group) => Object.values(group));

  it.each(texts)('$en', ({ en, hi }) => {
    expect(bannedWordsIn(en)).toEqual([]);
    expect([...longSentencesIn(en), ...longSentencesIn(hi)]).toEqual([]);
    expect(placesIn(hi)).toEqual(placesIn(en));
    expect(hi).toBe(hi.normalize('NFC'));
    expect(hi.endsWith('।')).toBe(true);
  });

  it.each(['27AAPFU0939F1Z', '27АAPFU0939F1ZV', '\u200b'])('fills every place for %j', (typed) => {
    const verdict = judgeGstin(typed);
    const text = verdict.ok ? '{' : fill(GSTIN_REASON_TEXTS[verdict.reason].en, gstinTextData(verdict));
    expect(text).not.toContain('{');
  });
});
