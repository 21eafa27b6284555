import type { Day } from '../../../core/time.ts';

const DAY_MS = 86_400_000;
/** From here on an end is told as near. Source: the first reminder of VND-03. */
const SOON_DAYS = 30;

/** When a paper stops to count, as seen from a day in India; its last day still counts. */
export type PaperEnd =
  { readonly state: 'none' } | { readonly state: 'ended' | 'soon' | 'later'; readonly on: Day; readonly days: number };

export function paperEnd(validUntil: Day | null, today: Day): PaperEnd {
  if (validUntil === null) return { state: 'none' };
  const days = Math.round((Date.parse(validUntil) - Date.parse(today)) / DAY_MS);
  const state = days < 0 ? 'ended' : days <= SOON_DAYS ? 'soon' : 'later';
  return { state, on: validUntil, days: Math.abs(days) };
}
