const MOST_LINES = 20;

/** A file of the operator's folder cannot be used. Each line names the file, the place in it, and what to do. */
export class LawFileError extends Error {
  override readonly name = 'LawFileError';
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    const more = lines.length - MOST_LINES;
    const shown = more > 0 ? [...lines.slice(0, MOST_LINES), `… and ${more} more.`] : lines;
    super(shown.join('\n'));
    this.lines = shown;
  }
}
