import { describe, expect, it } from '@jest/globals';
import { readRange, splitSha1 } from './breach-range.ts';
import { ownWords } from './own-words.ts';
import { gradeOfLength, passwordGrade } from './password-grade.ts';
import { lengthClassOf, meetsArticleRule, passwordLength } from './password-length.ts';
import { weaknessesOf } from './weaknesses.ts';

const SUFFIX = '1E4C9B93F3F0682250B6CF8331B7EE68FD8';
const OTHER = '0'.repeat(34) + 'A';

describe('the length', () => {
  it.each([
    ['', 0, 'under-8'],
    ['1234567', 7, 'under-8'],
    ['12345678', 8, '8-to-11'],
    ['12345678901', 11, '8-to-11'],
    ['123456789012', 12, '12-to-14'],
    ['12345678901234', 14, '12-to-14'],
    ['123456789012345', 15, '15-or-more'],
    ['🔑🔑🔑🔑🔑🔑🔑', 7, 'under-8'], // fourteen units of UTF-16
    ['नमस्ते दुनिया', 13, '12-to-14'],
  ])('of %j is %i code points: %s', (password, length, lengthClass) => {
    expect([passwordLength(password), lengthClassOf(password)]).toEqual([length, lengthClass]);
  });

  it.each([
    ['abcdefg1', true],
    ['abcdef1', false],
    ['abcdefgh', false],
    ['12345678', false],
    ['नमस्तेजी1', true],
    ['🔑🔑🔑🔑🔑🔑a1', true],
    ['🔑🔑🔑a1', false],
    ['abcdefg१', false], // a digit of Devanagari
  ])('%j meets the least rule: %s', (password, meets) => expect(meetsArticleRule(password)).toBe(meets));
});

describe('the grade', () => {
  it.each([
    [7, false, 'below-floor'],
    [7, true, 'below-floor'],
    [8, false, 'floor'],
    [8, true, 'strong'],
    [11, false, 'floor'],
    [12, false, 'pass'],
    [14, false, 'pass'],
    [15, false, 'strong'],
  ])('of a length of %i, second factor enforced %s: %s', (length, isEnforced, grade) =>
    expect(gradeOfLength(length, isEnforced)).toBe(grade),
  );

  it.each([
    ['15-or-more', 4, false, false, 'strong'],
    ['15-or-more', 4, null, false, 'strong'], // the list could not be asked
    ['15-or-more', 4, true, true, 'below-floor'],
    ['15-or-more', 2, false, false, 'floor'],
    ['12-to-14', 3, false, false, 'pass'],
    ['8-to-11', 3, false, false, 'floor'],
    ['8-to-11', 3, false, true, 'strong'],
    ['under-8', 4, false, true, 'below-floor'],
  ] as const)('of %s, score %i, breached %s, second factor %s: %s', (lengthClass, score, isBreached, isOn, grade) =>
    expect(passwordGrade({ lengthClass, score, isBreached, isSecondFactorEnforced: isOn })).toBe(grade),
  );
});

describe('an answer of the range service', () => {
  it.each<[string, string, string[] | null]>([
    ['lines', `${SUFFIX}:37\n${OTHER}:1`, [SUFFIX, OTHER]],
    ['lines that end in CR LF, and an empty last one', `${SUFFIX}:37\r\n${OTHER}:1\r\n`, [SUFFIX, OTHER]],
    ['padding', `${SUFFIX}:0\r\n${OTHER}:2`, [OTHER]],
    ['padding alone', `${SUFFIX}:0`, []],
    ['lower case', `${SUFFIX.toLowerCase()}:3`, [SUFFIX]],
    ['nothing', '', null],
    ['a page', '<!doctype html><title>Blocked</title>', null],
    ['JSON', '{"statusCode":429}', null],
    ['a suffix too short', `${SUFFIX.slice(1)}:3`, null],
    ['a whole hash', `5BAA6${SUFFIX}:3`, null],
    ['a count that is none', `${SUFFIX}:-1`, null],
    ['a torn line', `${SUFFIX}:3\n${OTHER.slice(0, 9)}`, null],
    ['too many lines', `${SUFFIX}:3\n`.repeat(20_001), null],
  ])('%s', (_name, text, suffixes) => {
    const read = readRange(text);
    expect(read && [...read]).toEqual(suffixes);
  });

  it.each(['', '5BAA6', `5BAA6${SUFFIX}0`, `5BAA6${SUFFIX.slice(1)}G`])('%j is no SHA-1', (text) =>
    expect(splitSha1(text)).toBeNull(),
  );
});

it('tells weaknesses once, the plainest first', () => {
  const parts = [
    { pattern: 'date' },
    { pattern: 'bruteforce' },
    { pattern: 'dictionary', dictionaryName: 'lastnames-en' },
    { pattern: 'regex' },
    { pattern: 'dictionary', dictionaryName: 'passwords-common' },
    { pattern: 'spatial' },
    { pattern: 'unheard-of' },
  ];
  expect(weaknessesOf(parts)).toEqual(['common-password', 'word', 'keyboard', 'date']);
  expect(weaknessesOf([{ pattern: 'bruteforce' }])).toEqual([]);
});

describe('own words', () => {
  it('are names and addresses, whole and in pieces', () => {
    expect(ownWords(['Kavya Iyer', 'kavya.iyer@marigold.example'])).toEqual([
      'kavya iyer',
      'kavyaiyer',
      'kavya',
      'iyer',
      'kavya.iyer@marigold.example',
      'kavyaiyermarigoldexample',
      'marigold',
      'example',
    ]);
  });

  it('leave out what is too short, and stay few', () => {
    expect(ownWords(['A B', ''])).toEqual(['a b']);
    expect(ownWords([Array.from({ length: 100 }, (_, n) => `word${n}`).join(' ')]).length).toBeLessThanOrEqual(40);
  });
});
