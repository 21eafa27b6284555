import type { AuditMark } from '../audit/audit-entry.ts';
import type { Area } from '../checks/check.ts';
import type { Effort } from '../data/efforts.ts';
import type { EvidenceKind } from '../evidence/kinds.ts';
import type { UnavailableReason } from '../evidence/snapshot.ts';
import type { CalendarEntry, HsnCoverage, NoFigures, TaxAuditRow } from '../evidence/summaries.ts';
import type { Severity } from '../severity.ts';
import type { TextData } from '../text.ts';
import type { Day, Instant } from '../time.ts';

/** Another shape gets another name: what was kept under an old one is made again. */
export const REPORT_FORMAT = 'prahari-weekly-report-1';

/**
 * One week of one shop, as plain JSON with its keys in this order. Made of stored snapshots and of what people had decided
 * by the week's end, and of nothing else: made again, it is the same, byte for byte. When it was made stands outside it.
 */
export interface WeeklyReport {
  readonly format: typeof REPORT_FORMAT;
  readonly shop: string;
  readonly week: ReportWeek;
  /**
   * The newest snapshot within the week, and the one it is compared with: the newest of the weeks before. Both are judged
   * by the same checks. Nobody looked within the week: then both are the same one, and the verdict says `not-seen`.
   */
  readonly snapshot: ReportSnapshot;
  readonly before: ReportSnapshot | null;
  readonly trendOfWeeks: readonly WeekPoint[];
  readonly verdict: Verdict;
  /** Gravest first; all of them: pages and letters show the first few. */
  readonly fresh: readonly ReportFinding[];
  readonly mended: readonly ReportFinding[];
  readonly graver: readonly ReportFinding[];
  /** Open at the end of the week, by severity; what is silenced is not counted here. */
  readonly openBySeverity: Readonly<Record<Severity, number>>;
  readonly atStakePaise: number;
  readonly topFive: readonly ReportAct[];
  /** What ends or is due within 14 days of the week's end, soonest first; what is overdue stands before it. */
  readonly dues: readonly ReportDue[];
  readonly gst: ReportGst;
  readonly people: ReportPeople;
  readonly vendors: ReportVendors;
  readonly scripts: ReportScripts;
  readonly notAssessed: readonly ReportGap[];
  /** Silenced by a person, with their end. */
  readonly silenced: readonly (ReportFinding & { readonly until: Day })[];
  /** Checks that judge now and did not before, or no longer do. */
  readonly rules: { readonly added: readonly string[]; readonly retired: readonly string[] };
  /** Where the audit log stood when the week ended: a log whose end was cut later does not reach it. Null: it was empty. */
  readonly audit: AuditMark | null;
}

/** Monday to Sunday in the shop's time zone; the report ends on the Monday after at 09:00. */
export interface ReportWeek {
  readonly monday: Day;
  readonly sunday: Day;
  readonly endsAt: Instant;
  readonly timeZone: string;
}

export interface ReportSnapshot {
  readonly id: string;
  readonly takenAt: Instant;
  readonly score: number | null;
  readonly assessed: number;
  readonly applicable: number;
}

export interface WeekPoint {
  readonly monday: Day;
  readonly score: number | null;
  readonly assessed: number;
  readonly applicable: number;
}

/**
 * `why` names the strongest reason; the words are in core/report/words.ts. `less-seen`: something that was looked at before
 * was not this time, so nothing is called better. `not-seen`: there was no check in this week.
 */
export interface Verdict {
  readonly kind: 'first' | 'better' | 'same' | 'worse';
  readonly why:
    'first' | 'quiet' | 'graver-new' | 'new' | 'mended' | 'score-up' | 'score-down' | 'less-seen' | 'not-seen';
  readonly scoreChange: number | null;
}

/** A finding as the report tells it: texts from its check, in the reader's language. */
export interface ReportFinding {
  readonly fingerprint: string;
  readonly checkId: string;
  readonly area: Area;
  readonly messageId: string;
  readonly data: TextData;
  readonly subject: string;
  readonly severity: Severity;
  readonly atStakePaise: number | null;
}

/** Several findings of one check that one deed mends. */
export interface ReportAct {
  readonly checkId: string;
  readonly severity: Severity;
  readonly findings: number;
  readonly first: ReportFinding;
  readonly atStakePaise: number | null;
  readonly effort: Effort;
  /** Points of the score that it would bring. */
  readonly points: number;
}

export interface ReportDue {
  readonly on: Day;
  readonly what: 'return' | 'certificate' | 'domain' | 'statement' | 'vendor-paper' | 'alert' | 'silence' | 'platform';
  readonly isOverdue: boolean;
  /**
   * What the words are filled with. `return`: form, and period with masked GSTIN. `certificate`, `domain`: host.
   * `statement`: id of its question. `vendor-paper`: vendor, and kind of paper. `alert`, `silence`: id of the check, and how
   * many. `platform`: id of a row of core/data/platform-dates.
   */
  readonly name: string;
  readonly detail: string;
  readonly isVerified: boolean;
}

export interface ReportGst {
  readonly registrations: readonly {
    /** Masked: "27AAPFUXXXXF1ZV". */
    readonly gstin: string;
    readonly state: string;
    readonly status: string | null;
    readonly askedAt: Instant | null;
  }[];
  readonly orders: number | null;
  readonly wrongHeadPaise: number | null;
  /** States with tax under a wrong head, most first. */
  readonly states: readonly Pick<TaxAuditRow, 'deliveryState' | 'wrongOrders' | 'wrongPaise'>[];
  readonly hsn: Pick<HsnCoverage, 'variants' | 'withCode' | 'missing' | 'wrong'> | null;
  readonly calendar: readonly CalendarEntry[];
  readonly reasons: Readonly<Partial<Record<'registry' | 'taxAudit' | 'hsn' | 'calendar', NoFigures>>>;
}

/** Counts only: names are on no paper. Null: nobody entered people, or nothing tells. */
export interface ReportPeople {
  /** Who holds an account of the store that can be used. */
  readonly people: number | null;
  readonly withoutSecondFactor: number | null;
  readonly secondFactorUnknown: number | null;
  /** Open findings about people, their devices and passwords. */
  readonly failing: number;
}

export interface ReportVendors {
  readonly known: number;
  readonly fresh: readonly string[];
  readonly gone: readonly string[];
  readonly highRisk: number;
}

/** Scripts, frames and targets of forms that belong to others. Null: no page was read. */
export interface ReportScripts {
  readonly scripts: number | null;
  readonly undecided: number | null;
  readonly fresh: readonly string[];
}

export interface ReportGap {
  readonly kind: EvidenceKind | null;
  readonly reason: UnavailableReason | 'check-failed';
  readonly missingScopes: readonly string[];
  readonly checkIds: readonly string[];
}
