import { describe, expect, it } from '@jest/globals';
import { bannedWordsIn, longSentencesIn } from '../../test/writing-rules.ts';
import { controlById } from './controls.ts';
import { QUESTION_IDS, QUESTIONS, questionById } from './questions.ts';

describe('questions', () => {
  it('are found by their ids, and nothing else is', () => {
    expect(QUESTION_IDS.map((id) => questionById(id)?.id)).toEqual([...QUESTION_IDS]);
    expect(questionById('no-such-question')).toBeNull();
    expect(questionById('constructor')).toBeNull();
  });

  it.each(QUESTIONS.map((question) => [question.id, question] as const))('%s', (id, question) => {
    const control = controlById(question.control);
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(question.expiryDays).toBe(control?.expiryDays);
    expect(question.expiryDays).toBeGreaterThan(0);
    for (const text of [question.text, ...question.covers]) {
      const end = text === question.text ? ['?', '?'] : ['.', '।'];
      expect([text.en.at(-1), text.hi.at(-1)]).toEqual(end);
      expect(text.hi).toMatch(/\p{Script=Devanagari}/u);
      expect(text.hi).toBe(text.hi.normalize('NFC'));
      expect(bannedWordsIn(text.en)).toEqual([]);
      expect([...longSentencesIn(text.en), ...longSentencesIn(text.hi)]).toEqual([]);
    }
  });
});
