/** Stands where Liquid writes something that only the shop knows. From the private use area, so no theme contains it. */
export const UNKNOWN_TEXT = '\uE000';

/** Blocks whose content is no HTML of the page. */
const SILENT_BLOCKS = new Set(['comment', 'doc', 'schema', 'javascript', 'stylesheet']);

/** A tag written by a filter: {{ 'https://host/x.js' | script_tag }}. */
const TAG_FILTER = /^\s*(['"])((?:https?:)?\/\/[^'"\s]{1,2000})\1\s*\|\s*(script_tag|stylesheet_tag)\b/;

/**
 * A Liquid template as HTML of the same lines. Tags become blanks, outputs a mark that says "unknown"; what a silent
 * block holds is blanked too. `{{ 'address' | script_tag }}` becomes the element that it writes.
 */
export function blankLiquid(source: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const open = nextOpening(source, at);
    if (open < 0) break;
    parts.push(source.slice(at, open));
    const isOutput = source.charAt(open + 1) === '{';
    const close = source.indexOf(isOutput ? '}}' : '%}', open + 2);
    if (close < 0) return parts.join('') + linesOf(source.slice(open));
    const inside = trimDashes(source.slice(open + 2, close));
    let end = close + 2;
    if (!isOutput) end = endOfBlock(source, end, inside);
    parts.push(isOutput ? written(inside) : ' ', linesOf(source.slice(open, end)));
    at = end;
  }
  parts.push(source.slice(at));
  return parts.join('');
}

function nextOpening(source: string, from: number): number {
  for (let at = source.indexOf('{', from); at >= 0; at = source.indexOf('{', at + 1)) {
    const next = source.charAt(at + 1);
    if (next === '{' || next === '%') return at;
  }
  return -1;
}

function trimDashes(inside: string): string {
  const start = inside.startsWith('-') ? 1 : 0;
  return inside.slice(start, inside.endsWith('-') ? -1 : undefined);
}

/** Where a silent block ends; without an end tag it silences the rest, as Liquid itself would refuse the file. */
function endOfBlock(source: string, from: number, inside: string): number {
  const name = /^\s*(\w+)/.exec(inside)?.[1] ?? '';
  if (!SILENT_BLOCKS.has(name)) return from;
  const endTag = new RegExp(`\\{%-?\\s{0,20}end${name}\\s{0,20}-?%\\}`, 'g');
  endTag.lastIndex = from;
  const match = endTag.exec(source);
  return match ? match.index + match[0].length : source.length;
}

function written(inside: string): string {
  const [, , address, filter] = TAG_FILTER.exec(inside) ?? [];
  if (!address) return UNKNOWN_TEXT;
  return filter === 'script_tag' ? `<script src="${address}"></script>` : `<link rel="stylesheet" href="${address}">`;
}

function linesOf(text: string): string {
  return '\n'.repeat(text.split('\n').length - 1);
}
