import { accessScope } from '../data/access-scopes.ts';
import type { DataClass } from '../data/vendor-papers.ts';
import { paperRow } from '../data/vendor-papers.ts';
import { daysSince } from '../days-since.ts';
import { addDays, dayInIndia, daysBetween } from '../gst/days.ts';
import type { Day, Instant } from '../time.ts';
import { hasContract, hasReport, paperEndsOn } from './evidence-of-vendor.ts';
import type { Vendor, VendorStep } from './vendor.ts';
import { VENDOR_STEPS } from './vendor.ts';

/** What is asked of a vendor, worked out once for checks and pages. */
export type Judged = Omit<Vendor, 'nextStep'>;

export const HIGHEST_RISK = 60;
export const TOKEN_DAYS = 365;
export const REVIEW_DAYS = 180;
/** Reminders, in days before the last day. */
export const REMINDER_DAYS = [1, 7, 14, 30] as const;

const PERSONAL: ReadonlySet<DataClass> = new Set(['customers', 'orders', 'payments', 'staff']);

export const isHigh = ({ risk }: Pick<Judged, 'risk'>): boolean =>
  risk.riskClass === 'high' || risk.riskClass === 'critical';

export const openBreaches = ({ entry }: Pick<Judged, 'entry'>) =>
  (entry?.breaches ?? []).filter(({ closedAt }) => closedAt === null);

export const isRiskAccepted = ({ entry }: Pick<Judged, 'entry'>, asOf: Instant): boolean =>
  entry?.acceptedRiskUntil != null && entry.acceptedRiskUntil > asOf;

/** Somebody said what it is for, whose it is in the shop, which data it touches, and that it may be here. */
export const isApproved = ({ entry }: Pick<Judged, 'entry'>): boolean =>
  entry !== null && entry.approval !== null && entry.hasPurpose && entry.hasOwner && entry.dataClasses.length > 0;

export function lacksReport(vendor: Judged, asOf: Instant): boolean {
  return isHigh(vendor) && (vendor.entry === null || !hasReport(vendor.entry, asOf));
}

/**
 * Personal data of the shop's customers or staff pass through its hands: by what a person stated, or by a permission
 * that opens protected customer data.
 */
export function processesPersonalData({ entry, scopes }: Pick<Judged, 'entry' | 'scopes'>): boolean {
  if (entry?.dataClasses.some((one) => PERSONAL.has(one))) return true;
  return (scopes ?? []).some((scope) => (accessScope(scope)?.customerDataLevel ?? 0) > 0);
}

export const lacksContract = (vendor: Judged, asOf: Instant): boolean =>
  processesPersonalData(vendor) && (vendor.entry === null || !hasContract(vendor.entry, asOf));

export const lacksContact = (vendor: Judged): boolean => isHigh(vendor) && vendor.entry?.hasContact !== true;

export const isCustomApp = ({ kind }: Pick<Judged, 'kind'>): boolean => kind === 'custom-app';

/** Null: nobody said when the token was made. */
export function tokenDays({ entry }: Pick<Judged, 'entry'>, asOf: Instant): number | null {
  return entry?.tokenMadeOn == null ? null : daysBetween(entry.tokenMadeOn, dayInIndia(asOf));
}

/** A paper that ended, or ends within 30 days, where no later one of its kind takes its place. */
export interface EndingPaper {
  readonly kind: string;
  readonly endsOn: Day;
  /** The reminder that is due: 30, 14, 7 or 1; 0: it ended. */
  readonly step: number;
}

export function endingPapers({ entry }: Pick<Judged, 'entry'>, asOf: Instant): EndingPaper[] {
  if (entry === null) return [];
  const today = dayInIndia(asOf);
  const last = new Map<string, Day | null>();
  for (const paper of entry.papers) {
    if (paperRow(paper.kind).weight === 0 && paper.kind !== 'contract') continue;
    const [endsOn, before] = [paperEndsOn(paper, entry), last.get(paper.kind)];
    if (before === undefined || (before !== null && (endsOn === null || endsOn > before))) last.set(paper.kind, endsOn);
  }
  return [...last].flatMap(([kind, endsOn]) => {
    if (endsOn === null || endsOn > addDays(today, 30)) return [];
    const step = endsOn < today ? 0 : (REMINDER_DAYS.find((days) => daysBetween(today, endsOn) <= days) ?? 0);
    return [{ kind, endsOn, step }];
  });
}

/** What a person should do first; null: nothing. */
export function nextStepOf(vendor: Judged, asOf: Instant): VendorStep | null {
  if (vendor.isOurs || vendor.isPlatform) return null;
  return VENDOR_STEPS.find((step) => IS_DUE[step](vendor, asOf)) ?? null;
}

const IS_DUE: Readonly<Record<VendorStep, (vendor: Judged, asOf: Instant) => boolean>> = {
  'handle-breach': (vendor) => openBreaches(vendor).length > 0,
  identify: ({ isRecognised, entry }) => !isRecognised && entry === null,
  remove: ({ facts }) => facts.isUnused,
  approve: (vendor) => !isApproved(vendor),
  'review-scopes': ({ grownScopes }) => grownScopes.length > 0,
  'get-report': lacksReport,
  'renew-paper': (vendor, asOf) => endingPapers(vendor, asOf).length > 0,
  'get-contract': lacksContract,
  'add-contact': lacksContact,
  'rotate-token': (vendor, asOf) => isCustomApp(vendor) && (tokenDays(vendor, asOf) ?? Infinity) > TOKEN_DAYS,
  review: ({ entry }, asOf) => entry?.reviewedAt == null || daysSince(entry.reviewedAt, asOf) > REVIEW_DAYS,
};
