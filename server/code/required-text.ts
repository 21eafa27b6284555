/**
 * A piece of text that everything this pattern matches contains; '' where the pattern does not tell of one. Read from
 * the pattern's outermost level alone: what a group or a class may match is not counted on.
 */
export function requiredText(pattern: string): string {
  let longest = '';
  let run = '';
  let depth = 0;
  const end = (): void => {
    if (run.length > longest.length) longest = run;
    run = '';
  };
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === '[') {
      end();
      at = endOfClass(pattern, at);
    } else if (character === '(') {
      end();
      depth += 1;
    } else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) return '';
    else if (depth > 0) {
      if (character === '\\') at += 1;
    } else if ('?*{'.includes(character)) {
      run = run.slice(0, -1);
      end();
      if (character === '{') at = Math.max(at, pattern.indexOf('}', at));
    } else if (character === '\\') {
      at += 1;
      const escaped = pattern.charAt(at);
      if (/[A-Za-z0-9]/.test(escaped)) end();
      else run += escaped;
    } else if ('+.^$'.includes(character)) end();
    else run += character;
  }
  end();
  return longest;
}

function endOfClass(pattern: string, open: number): number {
  for (let at = open + 1; at < pattern.length; at += 1) {
    if (pattern.charAt(at) === '\\') at += 1;
    else if (pattern.charAt(at) === ']') return at;
  }
  return pattern.length;
}
