import { INDIAN_DICTIONARY } from './indian-words.ts';

/** What makes a password easy to guess, in the order in which it is told. */
export const WEAKNESSES = [
  'common-password',
  'own-word', // the shop, the person, the mail address
  'indian-word',
  'word',
  'keyboard',
  'repeat',
  'sequence',
  'date',
] as const;
export type Weakness = (typeof WEAKNESSES)[number];

/** One part of a password, as an engine of the zxcvbn family tells it. */
interface GuessablePart {
  readonly pattern: string;
  readonly dictionaryName?: unknown;
}

/** Without repetition; empty for a password that no rule could guess. */
export function weaknessesOf(parts: readonly GuessablePart[]): Weakness[] {
  const found = new Set(parts.map(weaknessOf));
  return WEAKNESSES.filter((weakness) => found.has(weakness));
}

function weaknessOf({ pattern, dictionaryName }: GuessablePart): Weakness | null {
  switch (pattern) {
    case 'dictionary':
      return ofDictionary(typeof dictionaryName === 'string' ? dictionaryName : '');
    case 'wordSequence':
      return 'sequence';
    case 'spatial':
      return 'keyboard';
    case 'repeat':
    case 'sequence':
      return pattern;
    case 'date':
    case 'regex': // a recent year
      return 'date';
    default:
      return null;
  }
}

function ofDictionary(name: string): Weakness {
  if (name.startsWith('passwords')) return 'common-password';
  if (name === 'userInputs') return 'own-word';
  return name === INDIAN_DICTIONARY ? 'indian-word' : 'word';
}
