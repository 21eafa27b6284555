import { weightOf } from './check-character.ts';

const DIGIT = 1;
const CAPITAL = 2;
const SMALL = 3;
/** Space and hyphen: dropped wherever they stand. */
const FILLER = 4;
/** Tab and line ends: dropped at both ends only. */
const EDGE = 5;

/** Kind of each ASCII character; every other character is 0. */
const KINDS = new Uint8Array(128);
KINDS.fill(DIGIT, 48, 58);
KINDS.fill(CAPITAL, 65, 91);
KINDS.fill(SMALL, 97, 123);
for (const code of [32, 45]) KINDS[code] = FILLER;
for (const code of [9, 10, 13]) KINDS[code] = EDGE;
const OTHER = 0;
const ASCII = 128;
const SPACE = 32;
/** From a small letter's code down to its capital's. */
const TO_CAPITAL = 32;
const MOST_BITS = 30;
/** Places that the check character counts. */
const WEIGHED = 14;

/** What one pass over a text tells; the reader writes it anew each time. */
export interface Reading {
  /** Characters without what is dropped. */
  length: number;
  /** Whether one of them is not 0-9A-Z. */
  hasOthers: boolean;
  /** One bit a place where a letter stands, for the first thirty places. */
  letters: number;
  /** Weights of the first fourteen places. */
  sum: number;
  hasSmall: boolean;
}

/**
 * Reads a text as a GSTIN, in ASCII alone: space, tab and line ends around, spaces and hyphens inside do not count,
 * small letters count as capitals. Nothing else is mended: a look-alike from another script in a tax number is a sign,
 * not a slip.
 */
export function readGstin(input: string, into: Reading): void {
  const end = endOf(input);
  let length = 0;
  let letters = 0;
  let sum = 0;
  let hasSmall = false;
  let hasOthers = false;
  for (let at = startOf(input, end); at < end; at += 1) {
    let code = input.charCodeAt(at);
    const kind = code < ASCII ? KINDS[code] : OTHER;
    if (kind === FILLER) continue;
    if (kind !== DIGIT) {
      if (kind === SMALL) {
        hasSmall = true;
        code -= TO_CAPITAL;
      } else if (kind !== CAPITAL) hasOthers = true;
      if (length < MOST_BITS) letters |= 1 << length;
    }
    if (length < WEIGHED && !hasOthers) sum += weightOf(code, length);
    length += 1;
  }
  into.length = length;
  into.hasOthers = hasOthers;
  into.letters = letters;
  into.sum = sum;
  into.hasSmall = hasSmall;
}

/** The text that was read: without what is dropped, in capitals. */
export function normalizedText(input: string, { length, hasSmall, hasOthers }: Reading): string {
  if (length === input.length && !hasSmall) return input;
  const end = endOf(input);
  const trimmed = input.slice(startOf(input, end), end);
  const text = trimmed.length === length ? trimmed : trimmed.replace(/[ -]/g, '');
  if (!hasSmall) return text;
  // Beside ASCII, "ſ" would become S and so a letter that a GSTIN may have.
  return hasOthers ? text.replace(/[a-z]+/g, (letters) => letters.toUpperCase()) : text.toUpperCase();
}

function startOf(input: string, end: number): number {
  let at = 0;
  while (at < end && isAround(input.charCodeAt(at))) at += 1;
  return at;
}

function endOf(input: string): number {
  let at = input.length;
  while (at > 0 && isAround(input.charCodeAt(at - 1))) at -= 1;
  return at;
}

function isAround(code: number): boolean {
  return code <= SPACE && (code === SPACE || KINDS[code] === EDGE);
}

/** The first different characters that no GSTIN has, at most `most`. */
export function badCharactersIn(text: string, most: number): string[] {
  const bad: string[] = [];
  for (const character of text) {
    const kind = character.length === 1 ? KINDS[character.charCodeAt(0)] : 0;
    if (kind === DIGIT || kind === CAPITAL || bad.includes(character)) continue;
    bad.push(character);
    if (bad.length === most) break;
  }
  return bad;
}
