import { describe, expect, it } from '@jest/globals';
import { bannedWordsIn, longSentencesIn } from '../../test/writing-rules.ts';
import { controlById } from './controls.ts';
import { QUESTIONS_VERSION, VENDOR_QUESTION_IDS, VENDOR_QUESTIONS, vendorQuestionById } from './vendor-questions.ts';

describe('questions to vendors', () => {
  it('are twenty, found by their ids, and nothing else is', () => {
    expect(new Set(VENDOR_QUESTION_IDS).size).toBe(20);
    expect(VENDOR_QUESTIONS.map(({ id }) => vendorQuestionById(id)?.id)).toEqual([...VENDOR_QUESTION_IDS]);
    for (const id of ['no-such-question', 'constructor', '__proto__', '']) expect(vendorQuestionById(id)).toBeNull();
  });

  it('have a version that answers can be kept with', () => expect(QUESTIONS_VERSION).toMatch(/^[\w.-]{1,20}$/));

  it.each(VENDOR_QUESTIONS.map((question) => [question.id, question] as const))('%s', (id, question) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(question.controls.length).toBeGreaterThan(0);
    expect(question.controls.filter((control) => !controlById(control))).toEqual([]);
    for (const text of [question.text, question.help, question.good]) {
      const end = text === question.text ? ['?', '?'] : ['.', '।'];
      expect([text.en.at(-1), text.hi.at(-1)]).toEqual(end);
      expect(text.hi).toMatch(/\p{Script=Devanagari}/u);
      expect(text.hi).toBe(text.hi.normalize('NFC'));
      expect(bannedWordsIn(text.en)).toEqual([]);
      expect([...longSentencesIn(text.en), ...longSentencesIn(text.hi)]).toEqual([]);
    }
  });

  it('never ask for a secret', () => {
    const words = VENDOR_QUESTIONS.map(({ help }) => help.en).join(' ');
    expect(words).not.toMatch(/\b(send|give|write) (us )?(the|your|a) (password|key|token)/i);
  });
});
