import { FAITH_WORDS } from './indian-words/faith.ts';
import { HABIT_WORDS } from './indian-words/habits.ts';
import { NAME_WORDS } from './indian-words/names.ts';
import { PLACE_WORDS } from './indian-words/places.ts';
import { PLAY_WORDS } from './indian-words/play.ts';
import { TRADE_WORDS } from './indian-words/trade.ts';

/** Under this name the engine tells that a part of a password was one of these words. */
export const INDIAN_DICTIONARY = 'words-in';

const KINDS = [FAITH_WORDS, PLACE_WORDS, TRADE_WORDS, PLAY_WORDS, NAME_WORDS, HABIT_WORDS].map((words) =>
  words.trim().split(/\s+/),
);

/**
 * Words that Indian passwords are made of and that the engine's own lists miss: "Jaishreeram@1" is among its strongest.
 * Lower case, most guessable first: the kinds take turns, since a guesser tries the best of each before the rest of one.
 */
export const INDIAN_WORDS: readonly string[] = [
  ...new Set(
    Array.from({ length: Math.max(...KINDS.map(({ length }) => length)) }, (_, at) => at).flatMap((at) =>
      KINDS.flatMap((words) => words[at] ?? []),
    ),
  ),
];
