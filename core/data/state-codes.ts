/**
 * The two digits that may begin a GSTIN, without names or zones: small enough for a validator that runs at each
 * keystroke in a browser. The full table is states.ts; a test holds the two together.
 */
const HIGHEST_STATE = 38;
const OTHER_TERRITORY = 97;

/** Not a State: registrations of foreign online services and non-resident persons only. */
export const CENTRE_CODE = '99';

/** By its number: asked for each of a million lines, and an array answers faster than a set of texts. */
const CODES: readonly (string | null)[] = Array.from({ length: 100 }, (_, number) =>
  (number >= 1 && number <= HIGHEST_STATE) || number === OTHER_TERRITORY ? String(number).padStart(2, '0') : null,
);

const SUCCESSORS: ReadonlyMap<string, string> = new Map([
  ['25', '26'],
  ['28', '37'],
]);

const IS_LEGACY: readonly boolean[] = CODES.map((code) => code !== null && SUCCESSORS.has(code));

/** The State's code for the number that its two digits make; null where no State has it. */
export function stateCodeOf(number: number): string | null {
  return CODES[number] ?? null;
}

/** Whether another code has replaced the State with this number. */
export function isLegacyState(number: number): boolean {
  return IS_LEGACY[number] ?? false;
}

export function isStateCode(code: string): boolean {
  return /^[0-9]{2}$/.test(code) && stateCodeOf(Number(code)) !== null;
}

/** The code that replaced a retired one, else null. */
export function successorOf(code: string): string | null {
  return SUCCESSORS.get(code) ?? null;
}
