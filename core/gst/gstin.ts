import { CENTRE_CODE, isStateCode, successorOf } from '../data/state-codes.ts';
import { checkCharacter } from './check-character.ts';
import { hasUsualPanLetter, layoutOf, mayStandUnderCentre, panInside } from './gstin-layouts.ts';
import type { GstinLayout } from './gstin-layouts.ts';
import { repairsOf } from './gstin-repairs.ts';

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
  | {
      readonly ok: false;
      readonly reason: GstinReason;
      /** The text as it was read, at most 40 characters. */
      readonly normalized: string;
      /** For bad_charset: the first five different characters that no GSTIN has. */
      readonly badCharacters: readonly string[];
      readonly suggestions: readonly string[];
    };

/** A refused text is given back cut to this many characters. */
export const LONGEST_ECHO = 40;
const MOST_BAD_CHARACTERS = 5;
const WELL_TYPED = /^[0-9A-Z]{15}$/;
const TEMPORARY_ID = /^[0-9]{12}TMP$/;
const TRANSPORTER_PREFIX = '88';

/** Reads a GSTIN as people type it. Fast enough for each keystroke; no network, no table but the State codes. */
export function judgeGstin(input: string): GstinVerdict {
  const text = normalize(input);
  const reason = reasonAgainst(text);
  if (reason !== null) return refusal(text, reason);
  const first14 = text.slice(0, 14);
  const layout = layoutOf(first14);
  if (layout === null) return refusal(text, 'bad_layout');
  const stateCode = text.slice(0, 2);
  if (stateCode === CENTRE_CODE && !mayStandUnderCentre(layout)) return refusal(text, 'bad_state_code');
  if (checkCharacter(first14) !== text.charAt(14)) return refusal(text, 'bad_checksum');
  const pan = panInside(text, layout);
  const warnings: GstinWarning[] = [];
  if (successorOf(stateCode) !== null) warnings.push('legacy_state_code');
  if (pan !== null && !hasUsualPanLetter(pan)) warnings.push('unusual_pan_letter');
  return { ok: true, gstin: text, layout, stateCode, pan, warnings, canSellWith: layout === 'regular' };
}

/**
 * Drops what typing and pasting add, in ASCII alone: space, tab and line ends around, spaces and hyphens inside,
 * lower case. Nothing else is mended: a look-alike from another script in a tax number is a sign, not a slip.
 */
function normalize(input: string): string {
  if (WELL_TYPED.test(input)) return input;
  return input
    .replace(/^[ \t\r\n]+/, '')
    .replace(/[ \t\r\n]+$/, '')
    .replace(/[ -]/g, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

function reasonAgainst(text: string): GstinReason | null {
  if (text === '') return 'empty';
  if (!WELL_TYPED.test(text)) return /^[0-9A-Z]+$/.test(text) ? 'bad_length' : 'bad_charset';
  if (TEMPORARY_ID.test(text)) return 'temporary_id';
  const stateCode = text.slice(0, 2);
  if (stateCode === TRANSPORTER_PREFIX) return 'transporter_enrolment_id';
  return isStateCode(stateCode) || stateCode === CENTRE_CODE ? null : 'bad_state_code';
}

function refusal(text: string, reason: GstinReason): GstinVerdict {
  const isRepairable = reason === 'bad_checksum' || reason === 'bad_layout' || reason === 'bad_state_code';
  return {
    ok: false,
    reason,
    normalized: [...text.slice(0, 2 * LONGEST_ECHO)].slice(0, LONGEST_ECHO).join(''),
    badCharacters: reason === 'bad_charset' ? badCharactersOf(text) : [],
    suggestions: isRepairable ? repairsOf(text, isWhole) : [],
  };
}

function badCharactersOf(text: string): string[] {
  const bad = new Set<string>();
  for (const character of text) {
    if (!/^[0-9A-Z]$/.test(character)) bad.add(character);
    if (bad.size === MOST_BAD_CHARACTERS) break;
  }
  return [...bad];
}

/** All tests in one, the cheap and telling one first: a repair is looked for among some forty candidates. */
function isWhole(gstin: string): boolean {
  const first14 = gstin.slice(0, 14);
  if (checkCharacter(first14) !== gstin.charAt(14) || reasonAgainst(gstin) !== null) return false;
  const layout = layoutOf(first14);
  return layout !== null && (gstin.slice(0, 2) !== CENTRE_CODE || mayStandUnderCentre(layout));
}
