import { chapterUse } from '../data/hsn-chapters.ts';
import type { Day } from '../time.ts';
import { listedCodes } from './hsn-listed.ts';
import { thresholdOn, type Law } from './law.ts';

export type HsnProblem = 'malformed' | 'no-such-chapter' | 'too-short' | 'not-on-list';

export type HsnVerdict =
  | { readonly ok: true; readonly code: string; readonly isService: boolean }
  | {
      readonly ok: false;
      readonly problem: HsnProblem;
      /** A code that could be meant: shown, never applied. */
      readonly suggestion: string | null;
    };

const LENGTHS = [4, 6, 8];
const SHORTEST = 4;
const INDIAN = 8;
/** Digits that mean the same in every country. */
const INTERNATIONAL = 6;
const LONGEST_TEXT = 40;
const LOST_ZERO = /^[1-9][0-9]{2}(?:[0-9]{2}){0,2}$/;

/** Digits alone: spaces, dots and hyphens between them are dropped, and nothing else is mended. */
export function normalizeHsn(text: string): string {
  return text.slice(0, LONGEST_TEXT).replace(/[ .\t\r\n-]/g, '');
}

/**
 * Judges a code by its structure, and by the portal's list where one was imported. India's codes have 4, 6 or 8
 * digits. Shopify's fields take up to 13: a longer code is another country's tariff, of which only the first six digits
 * mean the same here, so these are judged.
 *
 * @param digitsNeeded what the turnover asks for; null: not known, and four will do
 */
export function judgeHsn(
  text: string,
  { law, digitsNeeded }: { readonly law: Law; readonly digitsNeeded: number | null },
): HsnVerdict {
  const digits = normalizeHsn(text);
  if (text.length > LONGEST_TEXT || !/^[0-9]+$/.test(digits) || digits.length > 13) return refusal('malformed');
  const code = digits.length > INDIAN ? digits.slice(0, INTERNATIONAL) : digits;
  if (!LENGTHS.includes(code.length)) {
    return code.length === 2 ? refusal('too-short') : refusal('malformed', lostZero(code, law));
  }
  const use = chapterUse(code.slice(0, 2));
  if (use === null || use === 'reserved') return refusal('no-such-chapter');
  if (code.length < Math.max(SHORTEST, digitsNeeded ?? 0)) return refusal('too-short');
  if (!isListed(code, law)) return refusal('not-on-list');
  return { ok: true, code, isService: use === 'services' };
}

/** Digits that invoices must carry at a turnover, on a day. Null: nothing is known of one or the other. */
export function hsnDigitsNeeded(
  law: Law,
  turnover: 'to-1.5-crore' | 'to-5-crore' | 'to-10-crore' | 'above-10-crore' | null,
  day: Day,
): number | null {
  if (turnover === null) return null;
  const isSmall = turnover === 'to-1.5-crore' || turnover === 'to-5-crore';
  return thresholdOn(law, 'hsn-digits', day, isSmall ? 'aato-to-5-crore' : 'aato-above-5-crore')?.value ?? null;
}

function refusal(problem: HsnProblem, suggestion: string | null = null): HsnVerdict {
  return { ok: false, problem, suggestion };
}

/** A spreadsheet that took the code for a number ate the zero of chapters 01 to 09. */
function lostZero(code: string, law: Law): string | null {
  const whole = `0${code}`;
  return LOST_ZERO.test(code) && isListed(whole, law) ? whole : null;
}

/** Without a list every code could exist. */
function isListed(code: string, law: Law): boolean {
  return law.hsnList === null || listedCodes(law.hsnList.codes).covers(code);
}
