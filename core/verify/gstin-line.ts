import type { GstinLayout } from '../gst/gstin-layouts.ts';
import { judgeGstin, type GstinVerdict } from '../gst/gstin.ts';
import { stateNameOf } from './gstin-record.ts';

/** An input is given back whole up to so many characters; a longer one is cut, with "…" behind. */
export const LONGEST_INPUT = 200;

/** What JSON must escape: quotes, backslashes, controls, and halves of a character, which no file can hold. */
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

/** What follows the number, up to the PAN, by layout and State code: the same for all numbers of one kind in one State. */
const KINDS = new Map<GstinLayout, Map<string, string>>();

/**
 * One input and its verdict as a line of JSON: `{"input","valid","reason","gstin","type","stateCode","state","pan",
 * "warnings"}`. What JSON.stringify would write of a GstinRecord, put together by hand from few pieces: for a million
 * lines JSON.stringify alone would take longer than all the rest.
 */
export function gstinLine(input: string, verdict: GstinVerdict = judgeGstin(input)): string {
  if (!verdict.ok) {
    return `{"input":${jsonText(echoOf(input))},"valid":false,"reason":"${verdict.reason}","gstin":null,"type":null,"stateCode":null,"state":null,"pan":null,"warnings":[]}`;
  }
  const { gstin, pan, warnings } = verdict;
  // Most inputs are written as on the certificate, and those need no second look.
  const shown = input === gstin ? `"${gstin}"` : jsonText(echoOf(input));
  const panShown = pan === null ? 'null' : `"${pan}"`;
  const warned = warnings.length === 0 ? '' : `"${warnings.join('","')}"`;
  return `{"input":${shown},"valid":true,"reason":"ok","gstin":"${gstin}${kindOf(verdict)}${panShown},"warnings":[${warned}]}`;
}

function kindOf({ layout, stateCode }: GstinVerdict & { ok: true }): string {
  let byState = KINDS.get(layout);
  if (byState === undefined) {
    byState = new Map<string, string>();
    KINDS.set(layout, byState);
  }
  let kind = byState.get(stateCode);
  if (kind === undefined) {
    kind = `","type":"${layout}","stateCode":"${stateCode}","state":"${stateNameOf(stateCode) ?? ''}","pan":`;
    byState.set(stateCode, kind);
  }
  return kind;
}

/** The input as it is given back. */
export function echoOf(input: string): string {
  if (input.length <= LONGEST_INPUT) return input;
  // A character of two halves stays whole.
  const cut = /[\ud800-\udbff]$/.test(input.slice(0, LONGEST_INPUT)) ? LONGEST_INPUT - 1 : LONGEST_INPUT;
  return `${input.slice(0, cut)}…`;
}

function jsonText(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}
