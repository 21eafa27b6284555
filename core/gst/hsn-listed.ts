const SHORTEST = 4;

/** Answers for one imported list of codes. */
export interface ListedCodes {
  /**
   * The code is listed, or begins a listed one (many codes of eight digits stand in the list without their six), or
   * lies under a listed one that the list does not divide further.
   */
  covers(code: string): boolean;
}

const MADE = new WeakMap<readonly string[], ListedCodes>();

/** The same answers for the same list: it is read once. */
export function listedCodes(codes: readonly string[]): ListedCodes {
  const made = MADE.get(codes);
  if (made) return made;
  const listed = new Set(codes);
  const beginnings = new Set<string>();
  for (const code of listed) {
    for (let length = SHORTEST; length < code.length; length += 1) beginnings.add(code.slice(0, length));
  }
  const answers: ListedCodes = {
    covers(code) {
      if (listed.has(code) || beginnings.has(code)) return true;
      for (let length = code.length - 1; length >= SHORTEST; length -= 1) {
        const parent = code.slice(0, length);
        if (listed.has(parent)) return !beginnings.has(parent);
      }
      return false;
    },
  };
  MADE.set(codes, answers);
  return answers;
}
