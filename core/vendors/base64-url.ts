const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES: ReadonlyMap<string, number> = new Map([...LETTERS].map((letter, value) => [letter, value]));

/** UTF-8 of the text in base64url without padding (RFC 4648, 5). A lone half of a pair becomes U+FFFD. */
export function base64UrlOf(text: string): string {
  let out = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytesOf(text)) {
    bits = (bits << 8) | byte;
    for (held += 8; held >= 6;) {
      held -= 6;
      out += LETTERS[(bits >> held) & 63];
    }
    bits &= 63;
  }
  return held > 0 ? out + LETTERS[(bits << (6 - held)) & 63] : out;
}

/** The text again. Null: a letter that is none of the 64, bytes that are no UTF-8, or another way to write the same. */
export function textOfBase64Url(encoded: string): string | null {
  let escaped = '';
  let bits = 0;
  let held = 0;
  for (const letter of encoded) {
    const value = VALUES.get(letter);
    if (value === undefined) return null;
    bits = ((bits << 6) | value) & 0xfff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      escaped += `%${((bits >> held) & 0xff).toString(16).padStart(2, '0')}`;
    }
  }
  try {
    const text = decodeURIComponent(escaped);
    return base64UrlOf(text) === encoded ? text : null;
  } catch {
    return null;
  }
}

/** core knows neither Buffer nor TextEncoder; the language itself writes UTF-8 out. */
function bytesOf(text: string): number[] {
  const written = encodeURIComponent(text.toWellFormed());
  return [...written.matchAll(/%([0-9A-F]{2})|[^%]/g)].map(([all, hex]) =>
    hex === undefined ? all.charCodeAt(0) : Number.parseInt(hex, 16),
  );
}
