import { doubled, valueOf } from './check-character.ts';

const LENGTH = 15;
const FIRST_LETTER = 10;
const SPACE = 32;
const HYPHEN = 45;
const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SMALL_A = 97;
const SMALL_Z = 122;
/** Codes of the halves of a character beyond the first 65,536. */
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;
/** From a small letter's code down to its capital's. */
const TO_CAPITAL = 32;

/** What one pass over a text tells; the reader writes it anew each time. */
export interface Reading {
  /** Characters without what is dropped. */
  length: number;
  /** Whether one of them is not 0-9A-Z. */
  hasOthers: boolean;
  hasSmall: boolean;
  /** Of the first fifteen: one bit a place where a letter stands. */
  letters: number;
  /** Of the first fifteen: their weights. */
  sum: number;
}

/**
 * Reads a text as a GSTIN, in ASCII alone: space, tab and line ends around, spaces and hyphens inside do not count,
 * small letters count as capitals. Nothing else is mended: a look-alike from another script in a tax number is a sign,
 * not a slip.
 */
export function readGstin(input: string, into: Reading): void {
  if (input.length !== LENGTH || !readPlain(input, into)) readMended(input, into);
}

/**
 * Most numbers come as they should be: fifteen characters of 0-9A-Z. False: this one does not. Two places at a time,
 * since every second one counts twice.
 */
function readPlain(input: string, into: Reading): boolean {
  let letters = 0;
  let sum = 0;
  let lowest = 0;
  for (let place = 0; place < LENGTH - 1; place += 2) {
    const once = valueOf(input.charCodeAt(place));
    const twice = valueOf(input.charCodeAt(place + 1));
    lowest |= once | twice;
    if (once >= FIRST_LETTER) letters |= 1 << place;
    if (twice >= FIRST_LETTER) letters |= 2 << place;
    sum += once + doubled(twice);
  }
  const last = valueOf(input.charCodeAt(LENGTH - 1));
  if ((lowest | last) < 0) return false;
  into.length = LENGTH;
  into.hasOthers = false;
  into.hasSmall = false;
  into.letters = last >= FIRST_LETTER ? letters | (1 << (LENGTH - 1)) : letters;
  into.sum = sum + last;
  return true;
}

function readMended(input: string, into: Reading): void {
  const end = endOf(input);
  let length = 0;
  let hasOthers = false;
  let hasSmall = false;
  let letters = 0;
  let sum = 0;
  for (let at = startOf(input, end); at < end; at += 1) {
    let code = input.charCodeAt(at);
    if (code === SPACE || code === HYPHEN) continue;
    if (code >= SMALL_A && code <= SMALL_Z) {
      code -= TO_CAPITAL;
      hasSmall = true;
    }
    const value = valueOf(code);
    if (value < 0) hasOthers = true;
    else if (length < LENGTH) {
      if (value >= FIRST_LETTER) letters |= 1 << length;
      sum += length % 2 === 0 ? value : doubled(value);
    }
    length += 1;
  }
  into.length = length;
  into.hasOthers = hasOthers;
  into.hasSmall = hasSmall;
  into.letters = letters;
  into.sum = sum;
}

/** The text that was read: without what is dropped, in capitals. */
export function normalizedText(input: string, { length, hasSmall, hasOthers }: Reading): string {
  if (length === input.length && !hasSmall) return input;
  if (length === LENGTH && !hasOthers) return String.fromCharCode(...codesIn(input));
  const end = endOf(input);
  const text = input.slice(startOf(input, end), end).replace(/[ -]+/g, '');
  return hasSmall ? text.replace(/[a-z]+/g, (letters) => letters.toUpperCase()) : text;
}

/** Codes of the characters that count, as capitals, where there is no other. */
function codesIn(input: string): number[] {
  const codes: number[] = [];
  for (let at = 0; at < input.length; at += 1) {
    const code = input.charCodeAt(at);
    if (code > HYPHEN) codes.push(code >= SMALL_A ? code - TO_CAPITAL : code);
  }
  return codes;
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
  return code <= SPACE && (code === SPACE || code === TAB || code === LINE_FEED || code === RETURN);
}

/** The first different characters that no GSTIN has, at most `most`. */
export function badCharactersIn(text: string, most: number): string[] {
  const bad: string[] = [];
  for (let at = 0; at < text.length && bad.length < most; at += 1) {
    const code = text.charCodeAt(at);
    if (valueOf(code) >= 0) continue;
    const isHalf = code >= FIRST_SURROGATE && code <= LAST_SURROGATE;
    const character = isHalf ? String.fromCodePoint(text.codePointAt(at) ?? code) : text.charAt(at);
    at += character.length - 1;
    if (!bad.includes(character)) bad.push(character);
  }
  return bad;
}
