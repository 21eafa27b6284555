import { describe, expect, it } from '@jest/globals';
import { bannedWordsIn, longSentencesIn, placesIn } from '../../test/writing-rules.ts';
import { judgeGstin } from '../gst/gstin.ts';
import type { Text } from '../text.ts';
import * as texts from './verdict-texts.ts';
import { verdictView } from './verdict-view.ts';

const viewOf = (input: string) => verdictView(judgeGstin(input), 'en');

describe('verdictView', () => {
  it.each([
    ['27AAPFU0939F1ZV', 'good', 'Could exist'],
    ['25AAPFU0939F1ZZ', 'careful', 'Could exist'], // Daman and Diu has gone into 26
    ['27AAPFU0939F1ZO', 'bad', 'Typing mistake'],
    ['', 'bad', 'Nothing typed'],
    ['27АAPFU0939F1ZV', 'alarm', 'Wrong character'], // Cyrillic A
    ['27AAPFU0939F1Z/V', 'bad', 'Wrong character'], // a stroke is a slip
  ])('%j: %s, %s', (input, tone, heading) => {
    expect(viewOf(input)).toMatchObject({ tone, heading });
  });

  it('tells State, kind and holder of a number that could exist', () => {
    expect(viewOf('27AAPFU0939F1ZV').facts.map(({ value }) => value)).toEqual([
      '27AAPFU0939F1ZV',
      'Maharashtra (27)',
      'Taxpayer: regular, composition, SEZ, casual or ISD',
      'Firm or LLP',
    ]);
    expect(viewOf('9917SGP29001OST').facts.map(({ value }) => value)).toEqual([
      '9917SGP29001OST',
      'Centre (99)',
      'Online services from abroad (OIDAR)',
    ]);
  });

  it('offers what could be meant, and says which character is foreign', () => {
    expect(viewOf('27AAPFUO939F1ZV').suggestions).toContain('27AAPFU0939F1ZV');
    expect(viewOf('27АAPFU0939F1ZV').sentences[0]).toContain('(U+0410)');
    expect(viewOf('27АAPFU0939F1ZV').suggestions).toEqual([]);
  });
});

function textsIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'hi' in value) return [value as Text];
  return Object.values(value).flatMap(textsIn);
}

it.each(textsIn(texts))('is written as our rules ask: $en', ({ en, hi }) => {
  expect([bannedWordsIn(en), longSentencesIn(en)]).toEqual([[], []]);
  expect(placesIn(hi)).toEqual(placesIn(en));
  expect(hi).not.toMatch(/[०-९]|[\u0900-\u097f]\.(\s|$)/);
});
