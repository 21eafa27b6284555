import { CENTRE_CODE } from '../data/state-codes.ts';
import { stateByCode } from '../data/states.ts';
import type { GstinLayout } from '../gst/gstin-layouts.ts';
import type { GstinReason, GstinVerdict, GstinWarning } from '../gst/gstin.ts';

/** One verdict as programs read it; what is not known is null. */
export interface GstinRecord {
  /** Could exist: only the GST portal knows whether it does. */
  readonly valid: boolean;
  /** A State code that is no longer given leaves the reason "ok" and stands in `warnings`. */
  readonly reason: 'ok' | GstinReason;
  /** As it is written on a certificate: no blanks, capital letters. */
  readonly gstin: string | null;
  readonly type: GstinLayout | null;
  readonly stateCode: string | null;
  /** The State's name in English. */
  readonly state: string | null;
  readonly pan: string | null;
  readonly warnings: readonly GstinWarning[];
}

/** 99 is no State: registrations of people abroad stand under the centre. */
const CENTRE = 'Centre Jurisdiction';

/** A verdict with every field named. */
export function gstinRecord(verdict: GstinVerdict): GstinRecord {
  if (!verdict.ok) {
    const unknown = { gstin: null, type: null, stateCode: null, state: null, pan: null };
    return { valid: false, reason: verdict.reason, ...unknown, warnings: [] };
  }
  const { gstin, layout: type, stateCode, pan, warnings } = verdict;
  return { valid: true, reason: 'ok', gstin, type, stateCode, state: stateNameOf(stateCode), pan, warnings };
}

/** The English name behind the first two digits of a number that could exist. */
export function stateNameOf(stateCode: string): string | null {
  return stateCode === CENTRE_CODE ? CENTRE : (stateByCode(stateCode)?.name.en ?? null);
}
