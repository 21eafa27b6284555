/** Rule 46(b): letters, digits, hyphen and slash, sixteen at most, unique within a financial year. */
const LONGEST = 16;
const ALLOWED = /^[A-Za-z0-9/-]+$/;
/** Digits at the end that name the financial year: "…/26-27", "…/2026-27". */
const YEAR_AT_END = /[/-](?:[0-9]{2}|[0-9]{4})-[0-9]{2}$/;
const LAST_DIGITS = /^(.*?)([0-9]+)$/;
/** More digits than a number holds exactly. */
const MOST_DIGITS = 15;

export type InvoiceNumberVerdict =
  | { readonly ok: true; readonly number: string }
  | {
      readonly ok: false;
      readonly problem: 'empty' | 'too-long' | 'bad-character';
      readonly badCharacter: string | null;
    };

/**
 * Whether a text can be the number of an invoice. Spaces around it are not part of it. Shopify's own "#1001" is none:
 * "#" is not allowed. That the first character must be a letter or digit is not confirmed, so it is not asked.
 */
export function judgeInvoiceNumber(text: string): InvoiceNumberVerdict {
  const number = text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  if (number === '') return { ok: false, problem: 'empty', badCharacter: null };
  const bad = ALLOWED.test(number) ? undefined : [...number].find((character) => !ALLOWED.test(character));
  if (bad !== undefined) return { ok: false, problem: 'bad-character', badCharacter: bad };
  if (number.length > LONGEST) return { ok: false, problem: 'too-long', badCharacter: null };
  return { ok: true, number };
}

/** A number taken apart: "VN/26-27/0042" is number 42, four digits wide, of the series "VN/26-27/". */
export interface SeriesNumber {
  readonly prefix: string;
  readonly serial: number;
  readonly width: number;
  /** The financial year where it stands behind: "0042/26-27". */
  readonly suffix: string;
}

/** Null for a number without digits to count by. */
export function seriesOf(number: string): SeriesNumber | null {
  const suffix = LAST_DIGITS.test(number.replace(YEAR_AT_END, '')) ? (YEAR_AT_END.exec(number)?.[0] ?? '') : '';
  const [, prefix = '', digits = ''] = LAST_DIGITS.exec(number.slice(0, number.length - suffix.length)) ?? [];
  if (digits === '' || digits.length > MOST_DIGITS) return null;
  return { prefix, serial: Number(digits), width: digits.length, suffix };
}

/** Numbers of a series that were skipped between two that were used; `first` to `last`, both missing. */
export interface NumberGap {
  readonly first: string;
  readonly last: string;
  readonly count: number;
}

/** Gaps of each series, in order. A series begins with its lowest number here: what came before is not known. */
export function gapsIn(numbers: Iterable<string>): NumberGap[] {
  const bySeries = new Map<string, SeriesNumber[]>();
  for (const number of numbers) {
    const one = seriesOf(number);
    if (!one) continue;
    const key = `${one.prefix}\n${one.suffix}`;
    const series = bySeries.get(key);
    if (series) series.push(one);
    else bySeries.set(key, [one]);
  }
  return [...bySeries.values()].flatMap(gapsOf);
}

function gapsOf(series: SeriesNumber[]): NumberGap[] {
  const sorted = series.sort((a, b) => a.serial - b.serial);
  const gaps: NumberGap[] = [];
  for (const [at, next] of sorted.entries()) {
    const before = sorted[at - 1];
    if (before === undefined || next.serial - before.serial < 2) continue;
    const written = (serial: number): string =>
      before.prefix + String(serial).padStart(Math.min(before.width, next.width), '0') + before.suffix;
    gaps.push({
      first: written(before.serial + 1),
      last: written(next.serial - 1),
      count: next.serial - before.serial - 1,
    });
  }
  return gaps;
}
