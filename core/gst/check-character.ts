const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BASE = ALPHABET.length;
const PLACES = 14;

/** Value of each character code of 0-9A-Z, 0 to 35. */
const VALUES = new Uint8Array(128);
/** The same for places that count twice: quotient and remainder by 36 of the doubled value, added up. */
const DOUBLED = new Uint8Array(128);
for (let value = 0; value < BASE; value += 1) {
  VALUES[ALPHABET.charCodeAt(value)] = value;
  DOUBLED[ALPHABET.charCodeAt(value)] = Math.floor((2 * value) / BASE) + ((2 * value) % BASE);
}

/** What a character of 0-9A-Z adds to the sum at one of the fourteen places, from 0: they count once and twice in turn. */
export function weightOf(code: number, place: number): number {
  return ((place & 1) === 0 ? VALUES[code] : DOUBLED[code]) ?? 0;
}

/** The check character that a sum of weights demands, for every layout of a GSTIN. */
export function checkCharacterFor(sum: number): string {
  // The second "mod 36": without it a number whose sum divides by 36 would need a thirty-seventh character.
  return ALPHABET.charAt((BASE - (sum % BASE)) % BASE);
}

/** The fifteenth character that the first fourteen demand. The caller has made sure that they are 0-9A-Z. */
export function checkCharacter(first14: string): string {
  let sum = 0;
  for (let place = 0; place < PLACES; place += 1) sum += weightOf(first14.charCodeAt(place), place);
  return checkCharacterFor(sum);
}
