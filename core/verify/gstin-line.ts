import { gstinRecord, type GstinRecord } from './gstin-record.ts';

/** An input is given back whole up to so many characters; a longer one is cut, with "…" behind. */
export const LONGEST_INPUT = 200;

/** What JSON must escape: quotes, backslashes, controls, and halves of a character, which no file can hold. */
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

/**
 * One input and its record as a line of JSON: `{"input","valid","reason","gstin","type","stateCode","state","pan",
 * "warnings"}`. What JSON.stringify would write, put together by hand: of a million lines it would take half the time.
 */
export function gstinLine(input: string, record: GstinRecord = gstinRecord(input)): string {
  const { valid, reason, gstin, type, stateCode, state, pan, warnings } = record;
  const head = `{"input":${jsonText(echoOf(input))},"valid":${valid},"reason":"${reason}","gstin":`;
  if (gstin === null) return `${head}null,"type":null,"stateCode":null,"state":null,"pan":null,"warnings":[]}`;
  const panShown = pan === null ? 'null' : `"${pan}"`;
  const warned = warnings.length === 0 ? '' : `"${warnings.join('","')}"`;
  return `${head}"${gstin}","type":"${type}","stateCode":"${stateCode}","state":"${state}","pan":${panShown},"warnings":[${warned}]}`;
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
