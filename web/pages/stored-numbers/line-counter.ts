/** Tells the line of a place in a text that comes piece by piece. Places are asked in order; what lies behind is let go. */
export interface LineCounter {
  push(piece: string): void;
  /** The first line is 1. `at`: from the beginning of the text, not before the place asked last. */
  lineAt(at: number): number;
  /** Lines with at least one character, so far. */
  filled(): number;
}

export function lineCounter(): LineCounter {
  let ends: number[] = [];
  let length = 0;
  let line = 1;
  let filled = 0;
  let isEmpty = true;
  return {
    push(piece) {
      let from = 0;
      for (let at = piece.indexOf('\n'); at !== -1; at = piece.indexOf('\n', from)) {
        if (!isEmpty || piece.slice(from, at).trim() !== '') filled += 1;
        isEmpty = true;
        ends.push(length + at);
        from = at + 1;
      }
      if (piece.slice(from).trim() !== '') isEmpty = false;
      length += piece.length;
    },
    lineAt(at) {
      let passed = 0;
      while (passed < ends.length && (ends[passed] ?? Infinity) < at) passed += 1;
      line += passed;
      ends = ends.slice(passed);
      return line;
    },
    filled: () => filled + (isEmpty ? 0 : 1),
  };
}
