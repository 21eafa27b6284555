/** A digit of the dihedral group of order ten: 0–4 turn a pentagon, 5–9 mirror it as well. */
function product(left: number, right: number): number {
  const isTurn = left < 5;
  const turned = isTurn ? left + right : left - right;
  const pentagon = ((turned % 5) + 5) % 5;
  return isTurn === right < 5 ? pentagon : pentagon + 5;
}

/** Verhoeff's permutation; each place applies it once more than the place to its right. It returns after eight. */
const PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/**
 * The check digit of Aadhaar numbers. It notices every single wrong digit and every exchange of two neighbours.
 * Source: J. Verhoeff, Error Detecting Decimal Codes, 1969. Digits alone; anything else is not valid.
 */
export function isVerhoeffValid(digits: string): boolean {
  if (!/^\d{2,}$/.test(digits)) return false;
  let check = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight += 1) {
    let digit = digits.charCodeAt(digits.length - 1 - fromRight) - 48;
    for (let times = fromRight % 8; times > 0; times -= 1) digit = PERMUTATION[digit] ?? 0;
    check = product(check, digit);
  }
  return check === 0;
}
