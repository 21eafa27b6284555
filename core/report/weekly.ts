import type { AuditMark } from '../audit/audit-entry.ts';
import { gstSummary } from '../evidence/derived/gst-summary.ts';
import { addDays } from '../gst/days.ts';
import { SEVERITIES, type Severity } from '../severity.ts';
import type { Day, Instant } from '../time.ts';
import { weekChanges } from './changes.ts';
import { reportDues } from './dues.ts';
import { reportGaps } from './gaps.ts';
import { gstPart, type ReportFrame } from './gst-part.ts';
import { judgedFor, reportSnapshot, type JudgedSnapshot, type TakenSnapshot } from './judged-week.ts';
import { peoplePart } from './people-part.ts';
import { scriptsPart } from './scripts-part.ts';
import { sumOfStakes, topFive } from './top-five.ts';
import { vendorsPart } from './vendors-part.ts';
import { verdictOf } from './verdict.ts';
import { localDay } from './week.ts';
import {
  REPORT_FORMAT,
  type ReportFinding,
  type ReportWeek,
  type WeekPoint,
  type WeeklyReport,
} from './weekly-report.ts';

export type { TakenSnapshot } from './judged-week.ts';

const DAYS_AHEAD = 14;

/** What people had decided, and what was asked of them, when the week ended. */
export interface ReportDecisions {
  readonly silenced: readonly { readonly fingerprint: string; readonly until: Day }[];
  /** The day by which each open alert should be mended. */
  readonly dues: readonly { readonly fingerprint: string; readonly on: Day }[];
}

/** All that a report stands on. */
export interface WeeklyInput {
  readonly week: ReportWeek;
  /** The end of the week; of a week that goes on, now. */
  readonly asOf: Instant;
  /** The newest of the week; where there is none, the newest of all before. */
  readonly taken: TakenSnapshot;
  /** The newest of the weeks before; null: this is the first. */
  readonly before: TakenSnapshot | null;
  /** A point a week as it was judged then, oldest first, this week's with it. */
  readonly trend: readonly WeekPoint[];
  readonly decisions: ReportDecisions;
  /** The last line of the audit log by then. */
  readonly audit: AuditMark | null;
  /** Ids of the checks that judge both snapshots, and of those that judged the week before. */
  readonly checkIds: readonly string[];
  readonly checkIdsBefore: readonly string[];
}

/** The report of one week. Pure: the same input is the same report, on any day and in any process. */
export function weeklyReport(input: WeeklyInput): WeeklyReport {
  const { week, taken, before: takenBefore, decisions, checkIds } = input;
  const now = judgedFor(taken, checkIds);
  const before = takenBefore?.id === taken.id ? now : takenBefore && judgedFor(takenBefore, checkIds);
  const until = new Map(decisions.silenced.map(({ fingerprint, until: end }) => [fingerprint, end]));
  const silenced = [...now.findings.values()].filter(({ fingerprint }) => until.has(fingerprint));
  const open = [...now.findings.values()].filter(({ fingerprint }) => !until.has(fingerprint));
  const changes = weekChanges(now, before, new Set(until.keys()));
  const frame = frameOf(input);
  const { snapshot } = taken;
  const gst = gstSummary(snapshot, frame.asOf);
  const snapshotBefore = takenBefore?.snapshot ?? null;
  return {
    format: REPORT_FORMAT,
    shop: snapshot.shop,
    week,
    snapshot: reportSnapshot(now),
    before: before && reportSnapshot(before),
    trendOfWeeks: input.trend,
    verdict: verdictOf(now, before, changes),
    fresh: changes.fresh,
    mended: changes.mended,
    graver: changes.graver,
    openBySeverity: countsOf(open),
    atStakePaise: sumOfStakes(open) ?? 0,
    topFive: topFive(open, now.score, new Set(silenced.map(({ checkId }) => checkId))),
    dues: reportDues(snapshot, open, { decisions: stillThere(decisions, now), gst, frame }),
    gst: gstPart(snapshot, gst, frame),
    people: peoplePart(snapshot, open),
    vendors: vendorsPart(snapshot, snapshotBefore),
    scripts: scriptsPart(snapshot, snapshotBefore),
    notAssessed: reportGaps(now.results.values()),
    silenced: silenced.map((finding) => ({ ...finding, until: until.get(finding.fingerprint) ?? '' })),
    rules: rulesOf(input),
    audit: input.audit,
  };
}

/** The report as it is kept, compared and handed out as a file: the same bytes for the same report. */
export function reportJson(report: WeeklyReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function frameOf({ week, asOf }: WeeklyInput): ReportFrame {
  const { monday, timeZone } = week;
  const today = localDay(asOf, timeZone);
  return { asOf, monday, today, until: addDays(today, DAYS_AHEAD) };
}

function countsOf(open: readonly ReportFinding[]): Record<Severity, number> {
  const count = (severity: Severity) => open.filter((finding) => finding.severity === severity).length;
  return Object.fromEntries(SEVERITIES.map((severity) => [severity, count(severity)])) as Record<Severity, number>;
}

/** A silence over what is mended ends unseen. */
function stillThere(decisions: ReportDecisions, { findings }: JudgedSnapshot): ReportDecisions {
  return { ...decisions, silenced: decisions.silenced.filter(({ fingerprint }) => findings.has(fingerprint)) };
}

function rulesOf({ checkIds, checkIdsBefore, before }: WeeklyInput): WeeklyReport['rules'] {
  if (before === null) return { added: [], retired: [] };
  const [now, then] = [new Set(checkIds), new Set(checkIdsBefore)];
  return {
    added: checkIds.filter((id) => !then.has(id)),
    retired: checkIdsBefore.filter((id) => !now.has(id)),
  };
}
