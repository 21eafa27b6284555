import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { splitSha1 } from './breach-range.ts';
import { INDIAN_DICTIONARY, INDIAN_WORDS } from './indian-words.ts';
import { ownWords } from './own-words.ts';
import { meetsArticleRule, passwordLength } from './password-length.ts';
import { weaknessesOf } from './weaknesses.ts';

const engine = new ZxcvbnFactory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs });
const withList = new ZxcvbnFactory({
  dictionary: { ...common, ...english, [INDIAN_DICTIONARY]: [...INDIAN_WORDS] },
  graphs: adjacencyGraphs,
});

describe('the pinned engine', () => {
  it.each([
    ['password', 8, false, 0, '5BAA6', '1E4C9B93F3F0682250B6CF8331B7EE68FD8'],
    ['Password@123', 12, true, 2, '25C2C', '9AFDD83B8D34234AA2881CC341C09689AAA'],
    ['iloveyou1', 9, true, 1, '043A5', '58250409758B64F73D07D7F06B3DF654BC0'],
    ['letmein', 7, false, 0, 'B7A87', '5FC1EA228B9061041B7CEC4BD3C52AB3CE3'],
    ['shop@2026', 9, true, 2, '4976A', '7E0F919BA91A838B0BD02B2D7DE3979BB85'],
    ['rWibMFACxAUGZmxhVncy', 20, false, 4, 'CFD49', '53351D1F00E05E436D4A39B9F08066BD851'],
    ['verlineVANDERMARK', 17, false, 4, 'FA8A1', 'FB241864E6008C2C7A9148CA1A8003A714E'],
    ['12345678', 8, false, 0, '7C222', 'FB2927D828AF22F592134E8932480637C0D'],
    ['abc12345', 8, true, 1, '701B3', '89B848A2B1CFAB867093101D8D5AC56ADDD'],
    ['longenoughphrasewithoutdigits', 29, false, 4, '97F4F', '5B8AE79BE9DE1D478ACA1ACEB6754CA9409'],
  ])('%s', (password, length, isArticle, score, prefix, suffix) => {
    const sha1 = createHash('sha1').update(password).digest('hex');
    expect(engine.check(password).score).toBe(score);
    expect([passwordLength(password), meetsArticleRule(password)]).toEqual([length, isArticle]);
    expect(splitSha1(sha1)).toEqual({ prefix, suffix });
  });
});

describe('the Indian list', () => {
  it.each([
    ['Jaishreeram@1', 4, 1],
    ['Flipkart@2025', 4, 2],
    ['Diwali@2025', 3, 2],
    ['Mumbai2026!', 3, 2],
    ['Bangalore560001', 3, 2],
  ])('lowers %s from %s to %s or less', (password, before, most) => {
    expect(engine.check(password).score).toBe(before);
    const after = withList.check(password);
    expect(after.score).toBeLessThanOrEqual(most);
    expect(weaknessesOf(after.sequence)).toContain('indian-word');
  });

  it('leaves good passwords as they are', () => {
    for (const password of ['rWibMFACxAUGZmxhVncy', 'teal-otter-cabinet-mild-violin', 'नदी किनारे सात पीपल के पेड़']) {
      expect([password, withList.check(password).score]).toEqual([password, 4]);
    }
  });

  it('has several hundred words, in lower case, each once', () => {
    expect(INDIAN_WORDS.length).toBeGreaterThan(700);
    expect(new Set(INDIAN_WORDS).size).toBe(INDIAN_WORDS.length);
    expect(INDIAN_WORDS.filter((word) => !/^[a-z0-9]{2,24}$/.test(word))).toEqual([]);
  });
});

it("finds the shop's and the person's own words", () => {
  const words = ownWords(['Marigold Threads', 'Kavya Iyer', 'kavya.iyer@marigold-threads.example']);
  const { score, sequence } = withList.check('MarigoldThreads1', words);
  expect(withList.check('MarigoldThreads1').score).toBeGreaterThan(score);
  expect(weaknessesOf(sequence)).toContain('own-word');
});
