/** Where ten digits begin in scripts that people in India write: 0 stands at the first code, 9 nine further. */
const ZEROS = [
  0x0966, // Devanagari
  0x09e6, // Bengali
  0x0a66, // Gurmukhi
  0x0ae6, // Gujarati
  0x0b66, // Odia
  0x0be6, // Tamil
  0x0c66, // Telugu
  0x0ce6, // Kannada
  0x0d66, // Malayalam
  0x0660, // Arabic
  0x06f0, // Urdu
  0xff10, // full width
];
const OTHER_DIGITS_OR_SPACES = /[^\x20-\x7e\n\r]/g;
const SPACES = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;

/** The same text, character by character, with digits, full-width letters, spaces and dashes as a keyboard has them. */
export function plainDigits(text: string): string {
  return text.replace(OTHER_DIGITS_OR_SPACES, (character) => {
    const code = character.charCodeAt(0);
    for (const zero of ZEROS) if (code >= zero && code < zero + 10) return String(code - zero);
    if (code >= 0xff21 && code <= 0xff5a) return String.fromCharCode(code - 0xfee0);
    if (DASHES.test(character)) return '-';
    return SPACES.test(character) ? ' ' : character;
  });
}
