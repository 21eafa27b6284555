import { describe, expect, it } from '@jest/globals';
import { bannedWordsIn, longSentencesIn } from '../../test/writing-rules.ts';
import { CRITERION_IDS, criterionOf } from './control-criteria.ts';
import { CONTROLS } from './controls.ts';

describe('what passes', () => {
  it('has words for every control and for nothing else', () => {
    expect([...CRITERION_IDS].sort()).toEqual(CONTROLS.map(({ id }) => id).sort());
    expect(criterionOf('XYZ-01')).toBeNull();
  });

  it.each(CRITERION_IDS.map((id) => [id, criterionOf(id) ?? { en: '', hi: '' }] as const))('%s', (_, { en, hi }) => {
    expect(en).toMatch(/^[A-Z].*\.$/);
    expect(hi).toMatch(/\p{Script=Devanagari}.*।$/u);
    expect(hi).toBe(hi.normalize('NFC'));
    expect(bannedWordsIn(en)).toEqual([]);
    expect([...longSentencesIn(en), ...longSentencesIn(hi)]).toEqual([]);
  });
});
