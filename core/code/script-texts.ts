/** The code of one inline script, and where it stands in its file. */
export interface ScriptText {
  readonly code: string;
  /** Lines before it in the file. */
  readonly linesBefore: number;
}

const OPENING = /<script\b([^>]{0,2000})>/gi;
/** Blocks of data that the browser does not run. */
const NO_CODE =
  /\btype\s{0,4}=\s{0,4}["']?(?:application\/(?:ld\+)?json|text\/(?:template|html|x-[\w-]+)|importmap|speculationrules)/i;
const MAX_SCRIPTS = 2_000;

/** Inline scripts of HTML or Liquid, in order; of JSON, those in its texts. */
export function scriptTexts(source: string, language: 'html' | 'liquid' | 'json'): ScriptText[] {
  const html = language === 'json' ? unescaped(source) : source;
  const small = html.toLowerCase();
  const found: ScriptText[] = [];
  let lines = 0;
  let counted = 0;
  let read = 0;
  for (const match of html.matchAll(OPENING)) {
    const start = match.index + match[0].length;
    if (start < read || found.length >= MAX_SCRIPTS) continue;
    const close = small.indexOf('</script', start);
    const end = close < 0 ? html.length : close;
    read = end;
    for (; counted < start; counted += 1) if (html.charCodeAt(counted) === 10) lines += 1;
    const code = html.slice(start, end);
    if (code.trim() !== '' && !NO_CODE.test(match[1] ?? '')) found.push({ code, linesBefore: lines });
  }
  return found;
}

/** A JSON text stands on one line, so lines stay what they are. */
function unescaped(json: string): string {
  return json.replace(/\\(["/nt])/g, (_whole, character: string) =>
    character === 'n' || character === 't' ? ' ' : character,
  );
}
