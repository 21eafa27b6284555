import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshot } from '../core/evidence/snapshot.ts';
import { addDays } from '../core/gst/days.ts';
import { reportWeekOf } from '../core/report/week.ts';
import { weeklyReport } from '../core/report/weekly.ts';
import type { ReportFinding, WeekPoint, WeeklyReport } from '../core/report/weekly-report.ts';
import { AS_OF } from './a-gstin.ts';
import { aWeeklyInput } from './report-inputs.ts';

const GOLDEN = join(import.meta.dirname, 'golden');
const golden = (name: string) => JSON.parse(readFileSync(join(GOLDEN, `${name}.snapshot.json`), 'utf8')) as Snapshot;

/** Weeks that end with this one, scores rising and falling. */
export function someWeeks(monday: string, count: number, score = 41): WeekPoint[] {
  return Array.from({ length: count }, (_, index) => ({
    monday: addDays(monday, 7 * (index + 1 - count)),
    score: index === 2 ? null : score + ((index * 7) % 30),
    assessed: 60 + (index % 20),
    applicable: 118,
  }));
}

/** A report of an invented shop with much to tell: wrong tax, people, vendors, scripts, gaps. */
export function aReport(over: Partial<WeeklyReport> = {}): WeeklyReport {
  const snapshot = golden('insiders');
  const week = reportWeekOf(snapshot.takenAt, 'Asia/Kolkata');
  const before = { id: 'before', snapshot: golden('planted-gst') };
  const report = weeklyReport(
    aWeeklyInput({
      ...{ week, asOf: week.endsAt, before, taken: { id: 'now', snapshot } },
      trend: someWeeks(week.monday, 9),
    }),
  );
  return { ...report, ...over };
}

/** The week of a shop with wrong tax, in its first week. */
export function aTaxReport(): WeeklyReport {
  const snapshot = golden('planted-gst');
  const week = reportWeekOf(snapshot.takenAt, 'Asia/Kolkata');
  const taken = { id: 'now', snapshot };
  return weeklyReport(aWeeklyInput({ week, asOf: week.endsAt, before: null, taken, trend: someWeeks(week.monday, 1) }));
}

/** A week in which nothing changed. */
export function aQuietReport(): WeeklyReport {
  return weeklyReport(aWeeklyInput({ trend: someWeeks('2026-11-23', 4) }));
}

/** Nothing was ever read. */
export function anEmptyReport(): WeeklyReport {
  const snapshot: Snapshot = { shop: 'old.myshopify.com', takenAt: AS_OF, evidence: {} };
  return weeklyReport(aWeeklyInput({ before: null, taken: { id: 'empty', snapshot } }));
}

const HOSTILE = '\u202Eevil\u2066 <script>alert(1)</script> https://evil.example/\u0000?a=[x](javascript:1) ₹';

/** Everything that others may write is as bad as can be. */
export function aHostileReport(): WeeklyReport {
  const report = aReport();
  const worse = (finding: ReportFinding): ReportFinding => ({
    ...finding,
    subject: HOSTILE,
    data: Object.fromEntries(Object.keys(finding.data).map((key) => [key, HOSTILE.repeat(20)])),
  });
  return {
    ...report,
    fresh: [...report.fresh.map(worse), { ...worse(firstOf(report)), checkId: HOSTILE, messageId: '__proto__' }],
    topFive: report.topFive.map((act) => ({ ...act, first: worse(act.first) })),
    dues: report.dues.map((due) => ({ ...due, name: HOSTILE, detail: HOSTILE })),
    vendors: { ...report.vendors, fresh: [HOSTILE, HOSTILE.repeat(30)], gone: [HOSTILE] },
    scripts: { ...report.scripts, fresh: Array.from({ length: 500 }, () => HOSTILE) },
    gst: { ...report.gst, registrations: [{ gstin: HOSTILE, state: HOSTILE, status: HOSTILE, askedAt: AS_OF }] },
    rules: { added: [HOSTILE], retired: [HOSTILE] },
  };
}

/** As many lines as a busy shop could have. */
export function aLargeReport(): WeeklyReport {
  const report = aReport();
  const many = <T>(list: readonly T[], count: number): T[] =>
    Array.from({ length: count }, (_, index) => list[index % list.length]).flatMap((one) => (one ? [one] : []));
  const known = [...report.fresh, ...report.topFive.map(({ first }) => first)];
  return {
    ...report,
    fresh: many(known, 400),
    mended: many(known, 200),
    graver: many(known, 20),
    silenced: many(known, 40).map((finding) => ({ ...finding, until: '2027-01-01' })),
    dues: many(report.dues, 60),
    trendOfWeeks: someWeeks(report.week.monday, 52, 60),
  };
}

function firstOf(report: WeeklyReport): ReportFinding {
  const [first] = [...report.fresh, ...report.topFive.map((act) => act.first)];
  if (!first) throw new Error('the report has findings');
  return first;
}
