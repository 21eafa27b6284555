/**
 * The strings of one TXT record from the text that a resolver writes: quoted, one after another, with "\"" and "\065"
 * inside; or one string as it is.
 */
export function writtenTexts(data: string): string[] {
  const text = data.trim();
  if (!text.startsWith('"')) return [text];
  const texts: string[] = [];
  for (const [, quoted = ''] of text.matchAll(/"((?:[^"\\]|\\[\s\S])*)"?/g)) texts.push(unescaped(quoted));
  return texts;
}

function unescaped(text: string): string {
  return text.replace(/\\(\d{3}|[\s\S])/g, (_whole, escape: string) =>
    escape.length === 3 ? String.fromCharCode(Number(escape) & 0xff) : escape,
  );
}
