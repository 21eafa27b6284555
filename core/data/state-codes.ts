/**
 * The two digits that may begin a GSTIN, without names or zones: small enough for a validator that runs at each
 * keystroke in a browser. The full table is states.ts; a test holds the two together.
 */
const HIGHEST_STATE = 38;
const OTHER_TERRITORY = '97';

/** Not a State: registrations of foreign online services and non-resident persons only. */
export const CENTRE_CODE = '99';

const SUCCESSORS: Readonly<Record<string, string>> = { '25': '26', '28': '37' };

export function isStateCode(code: string): boolean {
  if (!/^[0-9]{2}$/.test(code)) return false;
  const number = Number(code);
  return (number >= 1 && number <= HIGHEST_STATE) || code === OTHER_TERRITORY;
}

/** The code that replaced a retired one, else null. */
export function successorOf(code: string): string | null {
  return SUCCESSORS[code] ?? null;
}
