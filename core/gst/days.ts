import type { Day, Instant } from '../time.ts';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const DAY_MS = 86_400_000;
const IST_AHEAD_MS = 5.5 * 3_600_000;
/** Month in which a financial year begins: April. */
const FIRST_MONTH = 4;

/** Whether the text is a day of the calendar: "2026-02-29" is not. */
export function isDay(text: string): boolean {
  return DAY.test(text) && dayOf(Date.parse(`${text}T00:00:00Z`)) === text;
}

/** The day that India's calendar shows at an instant. */
export function dayInIndia(at: Instant): Day {
  return dayOf(Date.parse(at) + IST_AHEAD_MS);
}

/** @throws {RangeError} when `day` is none */
export function addDays(day: Day, days: number): Day {
  if (!isDay(day)) throw new RangeError(`No day: ${day.slice(0, 20)}`);
  return dayOf(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
}

/** Days from one to the other; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
}

/** "2026-02" to "2026-02-28". @throws {RangeError} when `month` is none */
export function endOfMonth(month: string): Day {
  return addDays(`${addMonths(month, 1)}-01`, -1);
}

export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

/** "2026-11" and 3 to "2027-02". @throws {RangeError} when `month` is none */
export function addMonths(month: string, months: number): string {
  const [, year, number] = MONTH.exec(month) ?? [];
  if (year === undefined || number === undefined) throw new RangeError(`No month: ${month.slice(0, 20)}`);
  const count = Number(year) * 12 + Number(number) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The financial year of a day, April to March: "2026-27". */
export function financialYearOf(day: Day): string {
  const year = Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < FIRST_MONTH ? 1 : 0);
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

/** First and last day of "2026-27". */
export function daysOfFinancialYear(financialYear: string): { readonly first: Day; readonly last: Day } {
  const year = Number(financialYear.slice(0, 4));
  return { first: `${year}-04-01`, last: `${year + 1}-03-31` };
}

/** Whether a row of the dated tables is in force on a day. */
export function isInForce(row: { readonly effectiveFrom: Day; readonly effectiveTo: Day | null }, day: Day): boolean {
  return row.effectiveFrom <= day && (row.effectiveTo === null || day <= row.effectiveTo);
}

function dayOf(ms: number): Day {
  return Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : '';
}
