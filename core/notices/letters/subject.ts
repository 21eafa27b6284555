const MOST_CHARACTERS = 50;

/** The first that fits into what lists of mails show; else the last, cut. */
export function fittingSubject(candidates: readonly string[]): string {
  const fits = candidates.find((text) => [...text].length <= MOST_CHARACTERS);
  return fits ?? [...(candidates.at(-1) ?? '')].slice(0, MOST_CHARACTERS).join('');
}
