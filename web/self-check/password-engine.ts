import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { INDIAN_DICTIONARY, INDIAN_WORDS } from '../../core/passwords/indian-words.ts';
import { lengthClassOf, meetsArticleRule } from '../../core/passwords/password-length.ts';
import { weaknessesOf } from '../../core/passwords/weaknesses.ts';
import type { Judged } from './messages.ts';

export interface PasswordEngine {
  /** `words`: what a guesser of this very person would try first. */
  judge(password: string, words: readonly string[]): Judged;
}

/** Loads the dictionaries, two megabytes of them, so it happens where a password is asked for and nowhere else. */
export async function loadPasswordEngine(): Promise<PasswordEngine> {
  const [common, english] = await Promise.all([import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-en')]);
  const engine = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, [INDIAN_DICTIONARY]: [...INDIAN_WORDS] },
    graphs: common.adjacencyGraphs,
  });
  return {
    judge(password, words) {
      const { score, sequence } = engine.check(password, [...words]);
      return {
        score,
        lengthClass: lengthClassOf(password),
        meetsLeastRule: meetsArticleRule(password),
        weaknesses: weaknessesOf(sequence),
      };
    },
  };
}
