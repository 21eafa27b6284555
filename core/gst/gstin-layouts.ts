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

/** Codes of the characters that tell kinds apart. */
const ZERO = 48;
const NINE = 57;
const C = 67;
const D = 68;
const F = 70;
const J = 74;
const N = 78;
const O = 79;
const R = 82;
const S = 83;
const U = 85;
const Z = 90;
/** The code of the centre. */
const CENTRE = 99;

/**
 * The layout of a number of fifteen characters 0-9A-Z.
 * @param letters bit n is set where the character at place n, from 0, is a letter
 * @param prefix the number that the first two digits make
 * @param entity the code of the thirteenth character
 * @param kind the code of the fourteenth
 */
export function layoutOf(letters: number, prefix: number, entity: number, kind: number): GstinLayout | null {
  switch (letters & FIRST_TWELVE) {
    case ON_A_PAN:
      return onPan(entity, kind);
    case ON_A_TAN:
      return onTan(entity, kind);
    case OF_A_COUNTRY:
      return ofCountry(entity, kind, prefix);
    default:
      return null;
  }
}

/** Number of the registration, never 0, and the kind: 1-9, A, B and E-J are reserved and read as Z. */
function onPan(entity: number, kind: number): GstinLayout | null {
  if (entity === ZERO) return null;
  if (kind === Z) return 'regular';
  if (kind === C) return 'tcs';
  if (kind === D) return 'tds';
  return kind !== ZERO && kind <= J ? 'regular' : null;
}

/** A deductor may be registered on a TAN; a government department has a digit where others have a registration. */
function onTan(entity: number, kind: number): GstinLayout | null {
  if (kind === D && entity !== ZERO) return 'tds';
  return kind === Z && entity <= NINE ? 'government' : null;
}

/** UN and ON: bodies and embassies. OS: online services from abroad, under the centre alone. NR and NF: non-residents. */
function ofCountry(first: number, second: number, prefix: number): GstinLayout | null {
  if (second === N && (first === U || first === O)) return 'uin';
  if (first === O && second === S) return prefix === CENTRE ? 'oidar' : null;
  return first === N && (second === R || second === F) ? 'nrtp' : null;
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
const USUAL = new Set([...'PCHFATBLJG'].map((letter) => letter.charCodeAt(0)));
const IS_USUAL = Uint8Array.from({ length: 128 }, (_, code) => (USUAL.has(code) ? 1 : 0));

/** @param letter the code of a PAN's fourth character, a GSTIN's sixth */
export function hasUsualPanLetter(letter: number): boolean {
  return IS_USUAL[letter] === 1;
}

function places(shape: string): number {
  return [...shape].reduce((bits, character, place) => (character === 'A' ? bits | (1 << place) : bits), 0);
}
