import { z } from 'zod';
import { registrationStatusOf } from '../../core/data/registration-statuses.ts';
import { taxpayerKindOf } from '../../core/data/taxpayer-kinds.ts';
import type { RegistrationStatus, TaxpayerKind } from '../../core/evidence/registry.ts';
import { isDay } from '../../core/gst/days.ts';
import type { Day } from '../../core/time.ts';
import { visibleText } from '../../core/visible-text.ts';

const LONGEST_NAME = 200;
/** What services write where they have nothing. */
const ABSENT = new Set(['', 'NA', 'N/A', 'NULL', 'NONE', '-', '--']);
/** Registrations before GST, and dates that no registration has, are slips of the service. */
const [FIRST_DAY, LAST_DAY]: readonly [Day, Day] = ['2000-01-01', '2099-12-31'];

/** A field that may hold anything: another type than the documented one is the same as nothing. */
export const loose = z.unknown().optional();

/** A text as it may be shown, cut; null where the service has nothing. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = visibleText(value.slice(0, 2 * LONGEST_NAME))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
  return ABSENT.has(text.toUpperCase()) ? null : text;
}

/**
 * A day in any of the forms that services write: "01/07/2017", "01-07-2017", "2017-07-01", "2017-07-01T00:00:00".
 * Days come before months, as everywhere in India. A form that we do not know is null, never a guess.
 */
export function dayOf(value: unknown): Day | null {
  const text = textOf(value);
  if (text === null) return null;
  const [, year, month, day] =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text) ?? reversed(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text));
  const found = `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return isDay(found) && found >= FIRST_DAY && found <= LAST_DAY ? found : null;
}

const reversed = (match: RegExpExecArray | null): readonly (string | undefined)[] =>
  match ? [match[0], match[3], match[2], match[1]] : [];

/** By the beginning of the text; a word that we do not know is null, and never read as active. */
export function statusOf(value: unknown): RegistrationStatus | null {
  const text = textOf(value);
  return text === null ? null : (registrationStatusOf(text)?.id ?? null);
}

export function kindOf(value: unknown): TaxpayerKind | null {
  const text = textOf(value);
  return text === null ? null : (taxpayerKindOf(text)?.id ?? null);
}

export function yesNoOf(value: unknown): boolean | null {
  const text = typeof value === 'boolean' ? String(value) : (textOf(value) ?? '');
  if (/^(yes|y|true)$/i.test(text)) return true;
  return /^(no|n|false)$/i.test(text) ? false : null;
}

/** Whether the service speaks of the number that was asked for. */
export function isEcho(value: unknown, gstin: string): boolean {
  return textOf(value)?.toUpperCase() === gstin;
}
