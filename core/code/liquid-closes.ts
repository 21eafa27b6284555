/** Tags of Liquid that must be closed by "end…". */
const BLOCKS = new Set([
  ...['if', 'unless', 'case', 'for', 'tablerow', 'capture', 'form', 'paginate', 'comment', 'raw', 'schema'],
  ...['javascript', 'stylesheet', 'style', 'doc'],
]);
/** Nothing inside them is read as Liquid, up to their end. */
const SILENT = new Set(['comment', 'raw', 'schema', 'javascript', 'stylesheet', 'doc']);

/** Whether every tag and block of a Liquid file is closed, in order. Shopify does not render one where some is not. */
export function liquidCloses(source: string): boolean {
  const open: string[] = [];
  let at = 0;
  for (;;) {
    const start = nextTag(source, at);
    if (start < 0) return open.length === 0;
    const isOutput = source.charAt(start + 1) === '{';
    const end = source.indexOf(isOutput ? '}}' : '%}', start + 2);
    if (end < 0) return false;
    at = end + 2;
    if (isOutput) continue;
    const inside = source.slice(start + 2, end).replace(/^-|-$/g, '');
    const lines = /^\s*liquid\b/.test(inside) ? inside.replace(/^\s*liquid\b/, '').split('\n') : [inside];
    for (const line of lines) {
      const word = /^\s*(\w+)/.exec(line)?.[1] ?? '';
      if (SILENT.has(word) && lines.length === 1) {
        const close = endOf(source, at, word);
        if (close < 0) return false;
        at = close;
      } else if (BLOCKS.has(word)) open.push(word);
      else if (word.startsWith('end') && BLOCKS.has(word.slice(3)) && open.pop() !== word.slice(3)) return false;
    }
  }
}

function nextTag(source: string, from: number): number {
  for (let at = source.indexOf('{', from); at >= 0; at = source.indexOf('{', at + 1)) {
    const next = source.charAt(at + 1);
    if (next === '{' || next === '%') return at;
  }
  return -1;
}

function endOf(source: string, from: number, word: string): number {
  const tag = new RegExp(`\\{%-?\\s{0,20}end${word}\\s{0,20}-?%\\}`, 'g');
  tag.lastIndex = from;
  const match = tag.exec(source);
  return match ? match.index + match[0].length : -1;
}
