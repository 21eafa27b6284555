const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BASE = ALPHABET.length;
const PLACES = 14;

/** Value of each character code of 0-9A-Z, 0 to 35; -1 for every other. Whole, so that no code has to be compared first. */
const VALUES = new Int8Array(65_536).fill(-1);
/** What a value adds in places that count twice: quotient and remainder by 36 of its double. */
const DOUBLED = new Int8Array(64);
for (let value = 0; value < BASE; value += 1) {
  VALUES[ALPHABET.charCodeAt(value)] = value;
  DOUBLED[value] = Math.floor((2 * value) / BASE) + ((2 * value) % BASE);
}

/** 0 to 35 for 0-9A-Z, letters from 10; -1 for every other character. */
export function valueOf(code: number): number {
  return VALUES[code] ?? -1;
}

/** What a value adds to the sum in the second, fourth … place; in the others it adds itself. */
export function doubled(value: number): number {
  return DOUBLED[value & 63] ?? 0;
}

/** Whether the weights of all fifteen characters agree with the last of them, for every layout of a GSTIN. */
export function isCheckedSum(sum: number): boolean {
  return sum % BASE === 0;
}

/** The fifteenth character that the first fourteen demand. The caller has made sure that they are 0-9A-Z. */
export function checkCharacter(first14: string): string {
  let sum = 0;
  for (let place = 0; place < PLACES; place += 1) {
    const value = valueOf(first14.charCodeAt(place));
    sum += place % 2 === 0 ? value : doubled(value);
  }
  // The second "mod 36": without it a number whose sum divides by 36 would need a thirty-seventh character.
  return ALPHABET.charAt((BASE - (sum % BASE)) % BASE);
}
