import { addDays } from '../../format/calendar.ts';
import type { SuppressAlerts, SuppressionKind } from '../../../core/api/alerts.ts';
import type { Day } from '../../../core/time.ts';

export const LONGEST_SUPPRESSION_DAYS = 365;
export const SHORTEST_REASON = 3;
export const LONGEST_REASON = 500;
const USUAL_DAYS = 30;

/** What stands in the form, as typed. */
export interface SuppressInput {
  readonly suppression: SuppressionKind;
  readonly reason: string;
  readonly until: string;
}

export type SuppressFault = 'reasonMissing' | 'reasonTooLong' | 'dateMissing' | 'dateTooEarly' | 'dateTooLate';

/** The form at first: no reason yet, and a month. */
export function freshInput(today: Day): SuppressInput {
  return { suppression: 'can-wait', reason: '', until: addDays(today, USUAL_DAYS) };
}

export function lastDay(today: Day): Day {
  return addDays(today, LONGEST_SUPPRESSION_DAYS);
}

/** Whether a text is a day; a date field that is half filled in gives nothing. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** What is wrong with each field; nothing when the form may be sent. The end lies after today, at most a year ahead. */
export function faultsOf(input: SuppressInput, today: Day): { reason?: SuppressFault; until?: SuppressFault } {
  const length = input.reason.trim().length;
  return {
    ...(length < SHORTEST_REASON && { reason: 'reasonMissing' as const }),
    ...(length > LONGEST_REASON && { reason: 'reasonTooLong' as const }),
    ...(!isDay(input.until) && { until: 'dateMissing' as const }),
    ...(isDay(input.until) && input.until <= today && { until: 'dateTooEarly' as const }),
    ...(isDay(input.until) && input.until > lastDay(today) && { until: 'dateTooLate' as const }),
  };
}

export function toRequest(
  { suppression, reason, until }: SuppressInput,
  ids: readonly string[],
): Omit<SuppressAlerts, 'kind'> & { readonly suppression: SuppressionKind } {
  return { ids, suppression, reason: reason.trim(), until };
}
