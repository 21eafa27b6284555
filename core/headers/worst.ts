/** The one of `found` that stands last in `worseAndWorse`; null where nothing was found. */
export function worstOf<T>(found: Iterable<T | null>, worseAndWorse: readonly T[]): T | null {
  let worst = -1;
  for (const one of found) if (one !== null) worst = Math.max(worst, worseAndWorse.indexOf(one));
  return worseAndWorse[worst] ?? null;
}
