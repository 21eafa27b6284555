import { describe, expect, it } from '@jest/globals';
import { bannedWordsIn, longSentencesIn, placesIn } from './writing-rules.ts';

describe('the writing rules', () => {
  it.each([
    ['Your shop is secure.', ['secure']],
    ['Security of the shop', []],
    ['Adjust the rate.', []],
    ['Act now! You are compliant.', ['compliant', 'act now', '!']],
  ])('%s', (text, words) => {
    expect(bannedWordsIn(text)).toEqual(words);
  });

  it('counts words by the sentence', () => {
    const twenty = Array.from({ length: 20 }, () => 'word').join(' ');
    expect(longSentencesIn(`${twenty}. ${twenty}। ${twenty}`)).toEqual([]);
    expect(longSentencesIn(`Short. And ${twenty}.`)).toHaveLength(1);
  });

  it('names places once, sorted', () => {
    expect(placesIn('{b} {a} {b}')).toEqual(['{a}', '{b}']);
  });
});
