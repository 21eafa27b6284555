const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Excel's own way of naming the separator, on a line before the first. */
const TOLD = /^sep=([,;\t])(?:\r\n|\n|\r(?=[^\n])|\r$|$)/i;
const LINE_END = /[\r\n]/;

/**
 * What separates the cells: the sign that stands most often outside quotes on the first line that is not blank.
 *
 * @param isEnough whether to decide on what is there; otherwise a line that has not ended yet answers null
 * @returns `skip`: characters of the line that only names the separator
 */
export function separatorOf(text: string, isEnough: boolean): { separator: Separator; skip: number } | null {
  const start = text.search(/[^\r\n]/);
  const end = start === -1 ? -1 : text.slice(start).search(LINE_END);
  if ((start === -1 || end === -1) && !isEnough) return null;
  // Its line end may still be cut in two.
  if (!isEnough && start + end + 1 === text.length && text.endsWith('\r')) return null;
  const told = TOLD.exec(text);
  if (told) return { separator: told[1] as Separator, skip: told[0].length };
  const line = start === -1 ? '' : text.slice(start, end === -1 ? undefined : start + end);
  return { separator: mostIn(line.replace(/"(?:[^"]|"")*"/g, '')), skip: 0 };
}

function mostIn(line: string): Separator {
  const counts = SEPARATORS.map((separator) => line.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}
