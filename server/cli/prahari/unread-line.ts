/** A line from which no text could be taken. */
export class UnreadLine {
  /** The first is 1. */
  readonly line: number;
  /** For the person, behind the line's number. */
  readonly why: string;

  constructor(line: number, why: string) {
    this.line = line;
    this.why = why;
  }
}
