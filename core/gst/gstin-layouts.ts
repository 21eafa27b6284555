/** Kinds of registration that the characters tell apart. Composition, SEZ, casual and ISD all look regular. */
export type GstinLayout = 'regular' | 'tcs' | 'tds' | 'uin' | 'oidar' | 'nrtp' | 'government';

/**
 * Patterns of characters 1 to 14. Source: GSTN patterns as repeated in public e-invoice clients, compared with live
 * numbers; NF, ON and the government layout rest on GSTN's own note of 2017 and its pattern alone.
 */
const PATTERNS: readonly (readonly [GstinLayout, RegExp])[] = [
  ['regular', /^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z][Z1-9ABE-J]$/],
  ['tcs', /^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]C$/],
  ['tds', /^[0-9]{2}[A-Z]{4}[A-Z0-9][0-9]{4}[A-Z][1-9A-Z]D$/],
  ['uin', /^[0-9]{4}[A-Z]{3}[0-9]{5}(?:UN|ON)$/],
  ['oidar', /^99[0-9]{2}[A-Z]{3}[0-9]{5}OS$/],
  ['nrtp', /^[0-9]{4}[A-Z]{3}[0-9]{5}N[RF]$/],
  ['government', /^[0-9]{2}[A-Z]{4}[0-9]{5}[A-Z][0-9]Z$/],
];

/** Kinds that may stand under the code of the centre, which is no State. */
const CENTRE_LAYOUTS: readonly GstinLayout[] = ['oidar', 'nrtp'];

export function layoutOf(first14: string): GstinLayout | null {
  for (const [layout, pattern] of PATTERNS) if (pattern.test(first14)) return layout;
  return null;
}

export function mayStandUnderCentre(layout: GstinLayout): boolean {
  return CENTRE_LAYOUTS.includes(layout);
}

const PAN = /^[A-Z]{5}[0-9]{4}[A-Z]$/;

/** The PAN inside, where there is one: a deductor's number may hold a TAN, and the others hold neither. */
export function panInside(gstin: string, layout: GstinLayout): string | null {
  if (layout !== 'regular' && layout !== 'tcs' && layout !== 'tds') return null;
  const pan = gstin.slice(2, 12);
  return PAN.test(pan) ? pan : null;
}

/** Person, company, HUF, firm, AOP, trust, BOI, local authority, artificial juridical person, government. */
export function hasUsualPanLetter(pan: string): boolean {
  return 'PCHFATBLJG'.includes(pan.charAt(3));
}
