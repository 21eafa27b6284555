import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../../core/text.ts';
import { aGstin } from '../../test/a-gstin.ts';
import { numberToSend } from './number-to-send.ts';

const ONE = aGstin();

describe('what goes to the server', () => {
  it.each([ONE, ONE.toLowerCase(), `GSTIN: ${ONE}`])('is the one number in %s', (text) => {
    expect(numberToSend(text, 'en')).toEqual({ gstin: ONE, refusal: null });
  });

  it.each([
    ['', /Enter your GSTIN/],
    ['NA', /Enter your GSTIN/],
    [ONE.slice(1), /This one has 14/],
    [`${ONE} ${aGstin({ state: '29' })}`, /more than one/],
    ['9917SGP29001OST', /sellers from abroad/],
  ])('is nothing of "%s", and the field says why', (text, words) => {
    expect(numberToSend(text, 'en')).toEqual({ gstin: null, refusal: expect.stringMatching(words) });
    for (const language of LANGUAGES) expect(numberToSend(text, language).refusal).not.toMatch(/\{\w+\}|^$/);
  });
});
