const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BASE = ALPHABET.length;

/** Value of a character code of 0-9A-Z, 0 to 35. */
function valueOf(code: number): number {
  return code < 58 ? code - 48 : code - 55;
}

/**
 * The fifteenth character that the first fourteen demand, for every layout of a GSTIN. The caller has made sure that
 * they are 0-9A-Z. Places count once and twice in turn; quotient and remainder by 36 are added up.
 */
export function checkCharacter(first14: string): string {
  let sum = 0;
  for (let place = 0; place < 14; place += 1) {
    const product = valueOf(first14.charCodeAt(place)) * (place % 2 === 0 ? 1 : 2);
    sum += (product >= BASE ? 1 : 0) + (product % BASE);
  }
  // The second "mod 36": without it a number whose sum divides by 36 would need a thirty-seventh character.
  return ALPHABET.charAt((BASE - (sum % BASE)) % BASE);
}
