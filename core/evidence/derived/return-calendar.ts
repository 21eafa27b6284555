import { addDays, dayInIndia, daysOfFinancialYear, endOfMonth, financialYearOf, monthOf } from '../../gst/days.ts';
import { lawWith, thresholdOn, type Law, type LawChanges } from '../../gst/law.ts';
import { lutDue, returnsDue, type DueReturn } from '../../gst/return-dates.ts';
import type { Day, Instant } from '../../time.ts';
import type { FiledReturn, RegistryEntry } from '../registry.ts';
import type { CalendarEntry } from '../summaries.ts';
import type { StatedRegistration, TaxProfile } from '../tax-profile.ts';
import { filingOf, formId, type Filing } from './filing.ts';

const DAYS_BACK = 60;
const DAYS_AHEAD = 120;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
/** Forms that the registry lists when they are filed; of others (a deposit of tax) it says nothing. */
const TOLD_FORMS = ['GSTR1', 'GSTR3B', 'CMP08', 'GSTR4', 'GSTR9'];
/** A turnover band above it tells for sure that the annual return is due. */
const ABOVE_2_CRORE: readonly TaxProfile['turnover'][] = ['to-10-crore', 'above-10-crore'];

export interface CalendarEvidence {
  readonly taxProfile: TaxProfile;
  /** Null: not known. */
  readonly registry: readonly RegistryEntry[] | null;
  readonly law: LawChanges;
  /** Whether orders of the shop go abroad, as far as they were read. */
  readonly isExporting: boolean;
}

/**
 * What falls due from 60 days back to 120 days ahead, earliest first. A return is overdue only when the registry was
 * asked after its day and does not list it; not asked means not known. A registration of which neither the merchant
 * nor the registry tells how it files has no returns here.
 */
export function returnCalendar(evidence: CalendarEvidence, asOf: Instant): CalendarEntry[] {
  const today = dayInIndia(asOf);
  const window = { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) };
  const frame = { law: lawWith(evidence.law), window, today };
  const entries: CalendarEntry[] = [];
  for (const stated of evidence.taxProfile.registrations) {
    const entry = evidence.registry?.find(({ gstin }) => gstin === stated.gstin);
    const isExporting = evidence.isExporting || stated.lutYears.length > 0;
    const lut = isExporting ? lutEntry(stated, frame) : null;
    const bank = bankEntry(stated, entry, frame);
    entries.push(...returnEntries(stated, entry, evidence.taxProfile, frame));
    entries.push(...[lut, bank].filter((one) => one !== null));
  }
  return entries.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

interface Frame {
  readonly law: Law;
  readonly window: { readonly from: Day; readonly to: Day };
  readonly today: Day;
}

function* returnEntries(
  stated: StatedRegistration,
  entry: RegistryEntry | undefined,
  { turnover }: TaxProfile,
  { law, window, today }: Frame,
): Iterable<CalendarEntry> {
  const filing = filingOf(stated, entry, turnover);
  if (filing === null) return;
  const { gstin, stateCode, scheme } = filing;
  const isAbove2Crore = ABOVE_2_CRORE.includes(turnover);
  for (const due of returnsDue({ law, gstin, stateCode, scheme, filing: filing.filing, isAbove2Crore, ...window })) {
    if (!isOwed(due, filing)) continue;
    const filed = filedReturn(due, entry?.returns?.filed ?? []);
    if (due.isOptional && filed === null && due.dueOn < today) continue;
    const { form, period, dueOn, isVerified } = due;
    const state = filed ? 'filed' : stateOf(due, entry, today);
    yield { dueOn, form, gstin, period, state, filedOn: filed?.filedOn ?? null, isVerified };
  }
}

/** Periods that ended before the registration, or began after its end, ask for nothing. */
function isOwed({ period }: DueReturn, { registeredOn, cancelledOn }: Filing): boolean {
  const { first, last } = daysOfPeriod(period);
  return (registeredOn === null || registeredOn <= last) && (cancelledOn === null || first <= cancelledOn);
}

function filedReturn({ form, period }: DueReturn, filed: readonly FiledReturn[]): FiledReturn | null {
  const month = monthOf(daysOfPeriod(period).last);
  return filed.find((one) => formId(one.form) === formId(form) && one.period === month) ?? null;
}

/** A month, or a financial year. */
function daysOfPeriod(period: string): { readonly first: Day; readonly last: Day } {
  return MONTH.test(period) ? { first: `${period}-01`, last: endOfMonth(period) } : daysOfFinancialYear(period);
}

function stateOf({ form, dueOn }: DueReturn, entry: RegistryEntry | undefined, today: Day): CalendarEntry['state'] {
  if (dueOn >= today) return 'upcoming';
  const learnedAt = entry?.returns?.learnedAt;
  const wasAskedAfter = learnedAt !== undefined && dayInIndia(learnedAt) > dueOn;
  return wasAskedAfter && TOLD_FORMS.includes(formId(form)) ? 'overdue' : 'unknown';
}

/** The letter for the next financial year, where its last day lies in the window. */
function lutEntry({ gstin, lutYears }: StatedRegistration, { law, window, today }: Frame): CalendarEntry | null {
  for (const period of [nextYearOf(window.from), nextYearOf(window.to)]) {
    const dueOn = lutDue(law, period);
    if (dueOn === null || dueOn < window.from || dueOn > window.to) continue;
    const late = lutYears.length > 0 ? 'overdue' : 'unknown';
    const state = lutYears.includes(period) ? 'filed' : dueOn >= today ? 'upcoming' : late;
    return { dueOn, form: 'LUT', gstin, period, state, filedOn: null, isVerified: true };
  }
  return null;
}

function nextYearOf(day: Day): string {
  return financialYearOf(addDays(daysOfFinancialYear(financialYearOf(day)).last, 1));
}

/** A bank account is due within 30 days of registration. */
function bankEntry(
  { gstin, hasBankAccount, registeredOn }: StatedRegistration,
  entry: RegistryEntry | undefined,
  { law, window, today }: Frame,
): CalendarEntry | null {
  const since = registeredOn ?? entry?.known?.record.registeredOn ?? null;
  const rule = since === null ? null : thresholdOn(law, 'bank-account-days', since);
  if (since === null || rule === null) return null;
  const dueOn = addDays(since, rule.value);
  if (dueOn < window.from || dueOn > window.to) return null;
  const late = hasBankAccount === false ? 'overdue' : 'unknown';
  const state = hasBankAccount === true ? 'filed' : dueOn >= today ? 'upcoming' : late;
  const isVerified = rule.status === 'verified';
  return { dueOn, form: 'BANK', gstin, period: monthOf(dueOn), state, filedOn: null, isVerified };
}

function keyOf({ dueOn, form, gstin }: CalendarEntry): string {
  return `${dueOn} ${form} ${gstin}`;
}
