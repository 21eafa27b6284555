import { hasUsualPanLetter } from '../gst/gstin-layouts.ts';
import { judgePan } from '../gst/pan.ts';
import type { PersonalNumber } from '../evidence/data-at-rest.ts';
import { cardLength } from './card-ranges.ts';
import { labelBefore, speaksOf } from './labels.ts';
import { isLuhnValid } from './luhn.ts';
import { plainDigits } from './plain-digits.ts';
import { isVerhoeffValid } from './verhoeff.ts';

/** A number that could be a card, an Aadhaar or a PAN. The number itself is not handed on. */
export interface Found {
  readonly type: PersonalNumber;
  readonly lastFour: string;
  /** Where it begins in the text, in UTF-16 units. */
  readonly at: number;
}

/** Groups of digits with one separator between two: all that could be one number. */
const DIGITS = /\d+(?: ?[ .-] ?\d+)*/g;
const GROUP = /\d+/g;
const PAN = /(?<![A-Za-z0-9])[A-Za-z]{5}[ -]?\d{4}[ -]?[A-Za-z](?![A-Za-z0-9])/g;
/** More groups than this in one row are a table of figures; the windows over them stay short. */
const MAX_GROUPS_A_NUMBER = 6;

interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Card numbers (Luhn and a known range), Aadhaar numbers (Verhoeff, first digit 2–9) and PANs in free text, in order.
 * What a label before it calls an order, a shipment, a phone or the like is left alone, as is the PAN inside a GSTIN.
 * One Luhn-valid number in ten is none by chance: such a find is a hint to look.
 */
export function scanText(text: string): Found[] {
  const plain = plainDigits(text);
  const found: Found[] = [];
  for (const match of plain.matchAll(DIGITS)) {
    // Glued to a letter it is a part of a code: "WH4242…", "…4242abc".
    if (match[0].length < 12) continue;
    found.push(...numbersIn(plain, match.index, match[0]));
  }
  for (const match of plain.matchAll(PAN)) {
    const pan = panAt(plain, match.index, match[0]);
    if (pan) found.push(pan);
  }
  return found.sort((a, b) => a.at - b.at);
}

function* numbersIn(text: string, start: number, run: string): Iterable<Found> {
  const groups = [...run.matchAll(GROUP)].map(({ 0: digits, index }): Group => ({
    digits,
    start: start + index,
    end: start + index + digits.length,
  }));
  for (let first = 0; first < groups.length;) {
    const hit = numberFrom(text, groups, first);
    if (hit) yield hit.found;
    first += hit?.groups ?? 1;
  }
}

/** The longest number that begins with this group. */
function numberFrom(text: string, groups: readonly Group[], first: number) {
  for (let count = Math.min(MAX_GROUPS_A_NUMBER, groups.length - first); count > 0; count -= 1) {
    const window = groups.slice(first, first + count);
    const [head] = window;
    const tail = window.at(-1);
    if (!head || !tail || isGlued(text, head.start, tail.end)) continue;
    const digits = window.map((group) => group.digits).join('');
    if (digits.length < 12 || digits.length > 19 || /^(\d)\1+$/.test(digits)) continue;
    const shape = window.map((group) => group.digits.length).join('-');
    const type = isCard(text, head.start, digits, shape)
      ? ('card' as const)
      : isAadhaar(text, groups, first, digits, shape)
        ? ('aadhaar' as const)
        : null;
    if (type) return { found: { type, lastFour: digits.slice(-4), at: head.start }, groups: count };
  }
  return null;
}

function isGlued(text: string, start: number, end: number): boolean {
  return /[A-Za-z0-9_]/.test(text.charAt(start - 1)) || /[A-Za-z0-9_]/.test(text.charAt(end));
}

/** As cards are written: in one piece, in fours, or as American Express and Diners print them. */
const CARD_SHAPES = /^(?:\d\d|4-4-4-4(?:-[1-3])?|4-6-5|4-6-4|8-8|6-10|4-4-4-3|4-4-4-2|4-12|12-4|4-4-8|8-4-4|4-8-4)$/;

function isCard(text: string, at: number, digits: string, shape: string): boolean {
  const length = cardLength(digits);
  if (!length || !isLuhnValid(digits)) return false;
  const label = labelBefore(text, at);
  if (label === 'card') return true;
  if (label === 'parcel' || !CARD_SHAPES.test(shape)) return false;
  // Nobody writes an order's number in fours.
  if (label !== null && !/^4-[46]-/.test(shape)) return false;
  return length === 'usual' || shape === '4-6-4' || speaksOf('card', text, at);
}

function isAadhaar(text: string, groups: readonly Group[], first: number, digits: string, shape: string): boolean {
  if (digits.length !== 12 || digits < '2' || !isVerhoeffValid(digits)) return false;
  const at = groups[first]?.start ?? 0;
  const label = labelBefore(text, at);
  if (label === 'aadhaar') return true;
  if (label !== null || text.charAt(at - 1) === '+') return false;
  if (speaksOf('aadhaar', text, at)) return shape === '12' || shape === '4-4-4';
  // Three groups of four, and no fourth: that would be a card with a slip of the pen.
  if (shape === '4-4-4') return groups[first - 1]?.digits.length !== 4 && groups[first + 3]?.digits.length !== 4;
  // In one piece: not an Indian phone number with its country code.
  return shape === '12' && !/^91[6-9]/.test(digits);
}

/** A tax number around it: "27 AAPFU0939F 1ZV". */
const GSTIN_AROUND = /^[ -]?[1-9A-Za-z][ -]?Z[ -]?[0-9A-Za-z](?![A-Za-z0-9])/i;

function panAt(text: string, at: number, written: string): Found | null {
  const pan = written.replace(/[ -]/g, '');
  const isLabelled = labelBefore(text, at) === 'pan' || speaksOf('pan', text, at);
  // Small letters or gaps make it any code of a shop, unless the text says PAN.
  if (!isLabelled && (pan !== pan.toUpperCase() || pan !== written)) return null;
  if (!isLabelled && labelBefore(text, at) !== null) return null;
  if (!judgePan(pan.toUpperCase()).ok) return null;
  if (!isLabelled && !hasUsualPanLetter(pan.toUpperCase().charCodeAt(3))) return null;
  if (/\d\d[ -]?$/.test(text.slice(Math.max(0, at - 3), at)) && GSTIN_AROUND.test(text.slice(at + written.length))) {
    return null;
  }
  return { type: 'pan', lastFour: pan.slice(-4).toUpperCase(), at };
}
