/**
 * The two digits that may begin a GSTIN, without names or zones: small enough for a validator that runs at each
 * keystroke in a browser. The full table is states.ts; a test holds the two together.
 */
const HIGHEST_STATE = 38;
const OTHER_TERRITORY = '97';

/** Not a State: registrations of foreign online services and non-resident persons only. */
export const CENTRE_CODE = '99';

const CODES: ReadonlySet<string> = new Set([
  ...Array.from({ length: HIGHEST_STATE }, (_, index) => String(index + 1).padStart(2, '0')),
  OTHER_TERRITORY,
]);

const SUCCESSORS: Readonly<Record<string, string>> = { '25': '26', '28': '37' };

export function isStateCode(code: string): boolean {
  return CODES.has(code);
}

/** The code that replaced a retired one, else null. */
export function successorOf(code: string): string | null {
  return SUCCESSORS[code] ?? null;
}
