import { CENTRE_CODE, isLegacyState, stateCodeOf } from '../data/state-codes.ts';
import { isCheckedSum } from './check-character.ts';
import { hasUsualPanLetter, layoutOf, mayStandUnderCentre, panInside } from './gstin-layouts.ts';
import type { GstinLayout } from './gstin-layouts.ts';
import { badCharactersIn, normalizedText, readGstin, type Reading } from './gstin-text.ts';

/** Why a text is no GSTIN, in the order in which they are looked for. */
export type GstinReason =
  | 'empty'
  | 'bad_charset'
  | 'bad_length'
  | 'temporary_id'
  | 'transporter_enrolment_id'
  | 'bad_state_code'
  | 'bad_layout'
  | 'bad_checksum';

export type GstinWarning = 'legacy_state_code' | 'unusual_pan_letter';

/** `ok` means "could exist": only the GST portal knows whether a number does. */
export type GstinVerdict =
  | {
      readonly ok: true;
      readonly gstin: string;
      readonly layout: GstinLayout;
      readonly stateCode: string;
      readonly pan: string | null;
      readonly warnings: readonly GstinWarning[];
      /** False for numbers that are real but cannot be a seller's own registration. */
      readonly canSellWith: boolean;
    }
  | GstinRefusal;

/** What could be meant instead: `suggestionsFor`, since it takes longer than the verdict. */
export interface GstinRefusal {
  readonly ok: false;
  readonly reason: GstinReason;
  /** The text as it was read, at most 40 characters. */
  readonly normalized: string;
  /** For bad_charset: the first five different characters that no GSTIN has. */
  readonly badCharacters: readonly string[];
}

/** A refused text is given back cut to this many characters. */
export const LONGEST_ECHO = 40;
const MOST_BAD_CHARACTERS = 5;
const LENGTH = 15;
/** Places from 0. */
const PAN_LETTER = 5;
const ENTITY = 12;
const KIND = 13;
/** Twelve digits, then TMP. */
const TEMPORARY_SHAPE = 0b111_000_000_000_000;
const TWO_LETTERS = 0b11;
const ZERO = 48;
const NO_PREFIX = -1;
const TRANSPORTER_PREFIX = 88;
const CENTRE_PREFIX = Number(CENTRE_CODE);
const NONE: readonly never[] = [];

/** Written anew by each call: a million verdicts make no million notes. */
const reading: Reading = { length: 0, hasOthers: false, hasSmall: false, letters: 0, sum: 0 };

/**
 * Reads a GSTIN as people type it, in one pass over its characters; no network, no table but the State codes. Millions
 * a second, so that whole files can be judged.
 */
export function judgeGstin(input: string): GstinVerdict {
  readGstin(input, reading);
  const { length, letters } = reading;
  const text = normalizedText(input, reading);
  if (length === 0) return refusal(text, 'empty');
  if (reading.hasOthers) return refusal(text, 'bad_charset');
  if (length !== LENGTH) return refusal(text, 'bad_length');
  if (letters === TEMPORARY_SHAPE && text.endsWith('TMP')) return refusal(text, 'temporary_id');
  const prefix = (letters & TWO_LETTERS) === 0 ? 10 * text.charCodeAt(0) + text.charCodeAt(1) - 11 * ZERO : NO_PREFIX;
  if (prefix === TRANSPORTER_PREFIX) return refusal(text, 'transporter_enrolment_id');
  const stateCode = prefix === CENTRE_PREFIX ? CENTRE_CODE : stateCodeOf(prefix);
  if (stateCode === null) return refusal(text, 'bad_state_code');
  const layout = layoutOf(letters, prefix, text.charCodeAt(ENTITY), text.charCodeAt(KIND));
  if (layout === null) return refusal(text, 'bad_layout');
  if (prefix === CENTRE_PREFIX && !mayStandUnderCentre(layout)) return refusal(text, 'bad_state_code');
  if (!isCheckedSum(reading.sum)) return refusal(text, 'bad_checksum');
  const pan = panInside(text, letters);
  const warnings = warningsOn(isLegacyState(prefix), pan !== null && !hasUsualPanLetter(text.charCodeAt(PAN_LETTER)));
  return { ok: true, gstin: text, layout, stateCode, pan, warnings, canSellWith: layout === 'regular' };
}

function warningsOn(isLegacy: boolean, isUnusual: boolean): readonly GstinWarning[] {
  if (!isLegacy && !isUnusual) return NONE;
  return [...(isLegacy ? ['legacy_state_code' as const] : []), ...(isUnusual ? ['unusual_pan_letter' as const] : [])];
}

function refusal(text: string, reason: GstinReason): GstinRefusal {
  return {
    ok: false,
    reason,
    normalized: text.length > LONGEST_ECHO ? echoOf(text) : text,
    badCharacters: reason === 'bad_charset' ? badCharactersIn(text, MOST_BAD_CHARACTERS) : NONE,
  };
}

/** Whole characters: none is cut in half. */
function echoOf(text: string): string {
  return [...text.slice(0, 2 * LONGEST_ECHO)].slice(0, LONGEST_ECHO).join('');
}
