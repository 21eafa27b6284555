import { expect, it } from '@jest/globals';
import { createTexts, speak } from './start.ts';

it('speaks the last language that was chosen, though an earlier one comes later', async () => {
  const texts = await createTexts('en');
  const overtaken = new AbortController();
  const hindi = speak(texts, 'hi', overtaken.signal);
  overtaken.abort();
  await speak(texts, 'en');
  await hindi;
  expect([texts.language, document.documentElement.lang]).toEqual(['en', 'en']);
  await speak(texts, 'hi');
  expect([texts.language, document.documentElement.lang]).toEqual(['hi', 'hi']);
});
