import { describe, expect, it } from '@jest/globals';
import type { Text } from '../../core/text.ts';
import { bannedWordsIn, longSentencesIn, placesIn } from '../../test/writing-rules.ts';
import { ANSWERS, TEXTS } from './texts.ts';

const ALL: readonly Text[] = [...Object.values<Text>(TEXTS), ...Object.values(ANSWERS)];

describe('texts of the questions to vendors', () => {
  it.each(ALL.map((text) => [text.en, text] as const))('%s', (_name, { en, hi }) => {
    expect([bannedWordsIn(en), longSentencesIn(en), placesIn(hi)]).toEqual([[], [], placesIn(en)]);
    expect([longSentencesIn(hi), hi.includes('!'), hi]).toEqual([[], false, hi.normalize('NFC')]);
  });
});
