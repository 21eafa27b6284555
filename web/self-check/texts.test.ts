import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Text } from '../../core/text.ts';
import { bannedWordsIn, longSentencesIn, placesIn } from '../../test/writing-rules.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import { ANSWERS, DEVICE_QUESTIONS, LENGTHS, SCORES, TEXTS, WEAKENED } from './texts.ts';

const ALL: readonly Text[] = [
  ...[TEXTS, LENGTHS, WEAKENED, DEVICE_QUESTIONS, ANSWERS].flatMap((texts) => Object.values<Text>(texts)),
  ...SCORES,
];

describe('texts of the self-check', () => {
  it.each(ALL.map((text) => [text.en, text] as const))('%s', (_name, { en, hi }) => {
    expect([bannedWordsIn(en), longSentencesIn(en), placesIn(hi)]).toEqual([[], [], placesIn(en)]);
    expect(hi.includes('!')).toBe(false);
  });

  it('never ask for a password of Shopify by name', () => {
    expect(JSON.stringify(ALL)).not.toMatch(/shopify/i);
  });
});

it('tells the version of the engine that is installed', () => {
  const file = join(import.meta.dirname, '../../package.json');
  const { dependencies } = JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> };
  expect(ENGINE_VERSION).toBe(dependencies['@zxcvbn-ts/core']);
});
