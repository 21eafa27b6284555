const DECODER = String.raw`(?:atob|unescape|decodeURIComponent|decodeURI|String\s*(?:\.|\[["'])fromCharCode)`;
const RUNNER = String.raw`(?:\beval|\bFunction|\bexecScript|\bsetTimeout|\bsetInterval|\[\s*["']eval["']\s*\])`;
/** eval(atob(…)), new Function(unescape(…)), window["eval"](String.fromCharCode(…)). */
const RUN_AT_ONCE = new RegExp(
  String.raw`${RUNNER}\s{0,4}\(\s{0,4}(?:(?:window|self|globalThis)\s?\.\s?)?${DECODER}\s{0,4}(?:["']\])?\s{0,4}[(.]`,
);
/** Dean Edwards' packer, and its many children: a string unpacked and run. */
const PACKED =
  /\beval\s{0,4}\(\s{0,4}function\s{0,4}\(\s{0,4}p\s{0,4},\s{0,4}a\s{0,4},\s{0,4}c\s{0,4},\s{0,4}k\s{0,4},/;
/** let x = atob(…) … eval(x). */
const KEPT = new RegExp(
  String.raw`\b([A-Za-z_$][\w$]{0,60})\s{0,4}=\s{0,4}(?:(?:window|self|globalThis)\s?\.\s?)?${DECODER}\s{0,4}[(.]`,
  'g',
);
const RUN =
  /(?:\beval|\bFunction|\bexecScript|\[\s{0,4}["']eval["']\s{0,4}\])\s{0,4}\(\s{0,4}([A-Za-z_$][\w$]{0,60})\s{0,4}\)/g;

/** Where a decoded string is run as code; null: nowhere. */
export function decodedEvalAt(code: string): number | null {
  const atOnce = RUN_AT_ONCE.exec(code) ?? PACKED.exec(code);
  if (atOnce) return atOnce.index;
  const run = new Map([...code.matchAll(RUN)].map((match) => [match[1] ?? '', match.index]));
  if (run.size === 0) return null;
  for (const [, name = ''] of code.matchAll(KEPT)) {
    const at = run.get(name);
    if (at !== undefined) return at;
  }
  return null;
}

/** Below this a text is too short to be called dense. */
const SHORTEST_CHARS = 400;
/** Letters and digits written as escapes though a keyboard has them. */
const NEEDLESS_ESCAPE = /\\x[2-7][0-9a-f]|\\u00[2-7][0-9a-f]/gi;
/** Names that an obfuscator gives. */
const MADE_UP_NAME = /\b_0x[0-9a-f]{3,8}\b/gi;
const LONG_STRING = /(["'`])([A-Za-z0-9+/=_-]{1200,})\1/g;
/** Data that pages carry on purpose: pictures, fonts, WebAssembly, PDF. */
const DATA_START = /^(?:data:|iVBORw0KGgo|\/9j\/|R0lGOD|UklGR|d09G|AGFzbQ|JVBERi0|PHN2Zy|T1RUTw|AAEAAAA|SUQz|AAAA)/;

/** Where a script is so dense that it hides what it does; null: it does not. Minified code is not dense in this sense. */
export function densityAt(code: string): number | null {
  if (code.length < SHORTEST_CHARS) return null;
  const escapes = code.match(NEEDLESS_ESCAPE);
  if (escapes && escapes.length >= 40 && escapes.join('').length > code.length * 0.25)
    return code.search(NEEDLESS_ESCAPE);
  const names = code.match(MADE_UP_NAME);
  if (names && names.length >= 20 && names.join('').length > code.length * 0.1) return code.search(MADE_UP_NAME);
  for (const match of code.matchAll(LONG_STRING)) {
    const text = match[2] ?? '';
    const before = code.slice(Math.max(0, match.index - 40), match.index + 1);
    if (text.length > code.length * 0.5 && !DATA_START.test(text) && !/base64,|sourceMapping/.test(before)) {
      return match.index;
    }
  }
  return null;
}
