/** Shorter pieces stand in too many good passwords. */
const SHORTEST = 3;
const MOST = 40;
const LONGEST = 60;

/**
 * Words that a guesser of this very person would try first: the shop's and the person's name, the parts of the mail
 * address and of the shop's domain, whole and in pieces, lower case.
 */
export function ownWords(texts: readonly string[]): string[] {
  const words = new Set<string>();
  for (const text of texts) {
    const lower = text.normalize('NFC').toLowerCase().slice(0, LONGEST);
    const pieces = lower.split(/[^\p{L}\p{N}\p{M}]+/u);
    for (const word of [lower, pieces.join(''), ...pieces]) if (word.length >= SHORTEST) words.add(word);
  }
  return [...words].slice(0, MOST);
}
