/** Kinds of registration that the characters tell apart. Composition, SEZ, casual and ISD all look regular. */
export type GstinLayout = 'regular' | 'tcs' | 'tds' | 'uin' | 'oidar' | 'nrtp' | 'government';

/**
 * Where the letters stand among the first twelve characters, one bit a place. Source of all layouts: GSTN patterns as
 * repeated in public e-invoice clients, compared with live numbers; NF, ON and the government layout rest on GSTN's own
 * note of 2017 and its pattern alone.
 */
const ON_A_PAN = places('..AAAAA....A');
const ON_A_TAN = places('..AAAA.....A');
const OF_A_COUNTRY = places('....AAA.....');
const FIRST_TWELVE = 0xfff;

/** The thirteenth and fourteenth character of numbers that hold a country or a body instead of a PAN. */
const BY_ENDING: Readonly<Record<string, GstinLayout>> = { UN: 'uin', ON: 'uin', OS: 'oidar', NR: 'nrtp', NF: 'nrtp' };

const CENTRE = '99';

/**
 * The layout of a number, by its first fourteen characters.
 * @param letters bit n is set where the character at place n, from 0, is a letter; the others are digits
 */
export function layoutOf(gstin: string, letters: number): GstinLayout | null {
  switch (letters & FIRST_TWELVE) {
    case ON_A_PAN:
      return onPan(gstin.charAt(12), gstin.charAt(13));
    case ON_A_TAN:
      return onTan(gstin.charAt(12), gstin.charAt(13));
    case OF_A_COUNTRY:
      return ofCountry(gstin);
    default:
      return null;
  }
}

/** Number of the registration, never 0, and the kind: 1-9, A, B and E-J are reserved and read as Z. */
function onPan(entity: string, kind: string): GstinLayout | null {
  if (entity === '0') return null;
  if (kind === 'Z') return 'regular';
  if (kind === 'C') return 'tcs';
  if (kind === 'D') return 'tds';
  return kind !== '0' && kind <= 'J' ? 'regular' : null;
}

/** A deductor may be registered on a TAN; a government department has a digit where others have a registration. */
function onTan(entity: string, kind: string): GstinLayout | null {
  if (kind === 'D' && entity !== '0') return 'tds';
  return kind === 'Z' && entity <= '9' ? 'government' : null;
}

function ofCountry(gstin: string): GstinLayout | null {
  const layout = BY_ENDING[gstin.slice(12, 14)] ?? null;
  return layout === 'oidar' && !gstin.startsWith(CENTRE) ? null : layout;
}

/** Kinds that may stand under the code of the centre, which is no State. */
export function mayStandUnderCentre(layout: GstinLayout): boolean {
  return layout === 'oidar' || layout === 'nrtp';
}

/** The PAN inside, where there is one: a deductor's number may hold a TAN, and the others hold neither. */
export function panInside(gstin: string, letters: number): string | null {
  return (letters & FIRST_TWELVE) === ON_A_PAN ? gstin.slice(2, 12) : null;
}

/** Person, company, HUF, firm, AOP, trust, BOI, local authority, artificial juridical person, government. */
export function hasUsualPanLetter(pan: string): boolean {
  return 'PCHFATBLJG'.includes(pan.charAt(3));
}

function places(shape: string): number {
  return [...shape].reduce((bits, character, place) => (character === 'A' ? bits | (1 << place) : bits), 0);
}
