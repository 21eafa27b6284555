import type { DueDateRow } from '../data/due-dates.ts';
import { stateByCode } from '../data/states.ts';
import type { Day } from '../time.ts';
import { addMonths, endOfMonth, financialYearOf, monthOf } from './days.ts';
import { latestInForce, type Law } from './law.ts';

/** One return of one registration, and its day. */
export interface DueReturn {
  readonly form: string;
  readonly gstin: string;
  /** Month in which the period ends, "2026-10", or the financial year, "2026-27". */
  readonly period: string;
  readonly dueOn: Day;
  /** A merchant may leave it out: the upload of B2B sales by quarterly filers. */
  readonly isOptional: boolean;
  /** False where the day rests on a source that could not be confirmed. */
  readonly isVerified: boolean;
}

export interface ReturnsAsked {
  readonly law: Law;
  readonly gstin: string;
  /** GST code of the registration. */
  readonly stateCode: string;
  readonly scheme: 'regular' | 'composition';
  readonly filing: 'monthly' | 'quarterly';
  /** The turnover is above Rs 2 crore, as the merchant says: then the annual return is due. */
  readonly isAbove2Crore?: boolean;
  /** Days between which the due days lie, both in. */
  readonly from: Day;
  readonly to: Day;
}

type Who = DueDateRow['who'];

/** Returns that fall due between two days, earliest first. */
export function returnsDue(asked: ReturnsAsked): DueReturn[] {
  const found: DueReturn[] = [];
  for (const month of monthsBetween(addMonths(monthOf(asked.from), -13), monthOf(asked.to))) {
    for (const [form, who] of formsOf(asked, month)) {
      const due = dueFor(asked, form, who, month);
      if (due && asked.from <= due.dueOn && due.dueOn <= asked.to) found.push(due);
    }
  }
  return found.sort((a, b) => (a.dueOn + a.form < b.dueOn + b.form ? -1 : 1));
}

/** The day by which the letter of undertaking of a financial year must stand: the last of March before it. */
export function lutDue(law: Law, financialYear: string): Day | null {
  const year = Number(financialYear.slice(0, 4));
  const row = rowFor(law, 'RFD-11', 'exporter', `${year + 1}-03-31`);
  return row === null ? null : dayIn(addMonths(`${year}-04`, row.monthsAfter), row.dueDay);
}

/** What is due for a period that ends with this month. */
function* formsOf({ scheme, filing, stateCode, isAbove2Crore }: ReturnsAsked, month: string): Iterable<[string, Who]> {
  const endsQuarter = Number(month.slice(5)) % 3 === 0;
  const endsYear = month.endsWith('-03');
  if (scheme === 'composition') {
    if (endsQuarter) yield ['CMP-08', 'composition'];
    if (endsYear) yield ['GSTR-4', 'composition'];
    return;
  }
  if (filing === 'monthly') {
    yield ['GSTR-1', 'monthly'];
    yield ['GSTR-3B', 'monthly'];
  } else if (endsQuarter) {
    yield ['GSTR-1', 'quarterly'];
    // A State of no group: the earlier day is the safe one.
    yield ['GSTR-3B', stateByCode(stateCode)?.qrmpGroup === 'B' ? 'quarterly-b' : 'quarterly-a'];
  } else {
    yield ['IFF', 'quarterly-first-two'];
    yield ['PMT-06', 'quarterly-first-two'];
  }
  if (endsYear && isAbove2Crore) yield ['GSTR-9', 'above-2-crore'];
}

function dueFor({ law, gstin, stateCode }: ReturnsAsked, form: string, who: Who, month: string): DueReturn | null {
  const row = rowFor(law, form, who, endOfMonth(month));
  if (row === null) return null;
  const hasGroup = !who.startsWith('quarterly-a') || stateByCode(stateCode)?.qrmpGroup === 'A';
  return {
    form,
    gstin,
    period: row.period === 'financial-year' ? financialYearOf(`${month}-01`) : month,
    dueOn: dayIn(addMonths(month, row.monthsAfter), row.dueDay),
    isOptional: form === 'IFF',
    isVerified: row.status === 'verified' && hasGroup,
  };
}

/** The row that counts for a period, by the period's last day: an extension of one period is a row of one period. */
function rowFor(law: Law, form: string, who: Who, lastDay: Day): DueDateRow | null {
  return latestInForce(
    law.dueDates.filter((row) => row.form === form && row.who === who),
    lastDay,
  );
}

/** The 31st of a shorter month is its last day. */
function dayIn(month: string, day: number): Day {
  const last = endOfMonth(month);
  const wanted = `${month}-${String(day).padStart(2, '0')}`;
  return wanted < last ? wanted : last;
}

function* monthsBetween(first: string, last: string): Iterable<string> {
  for (let month = first; month <= last; month = addMonths(month, 1)) yield month;
}
