import { PLATFORM_DATES } from '../data/platform-dates.ts';
import { collectedValue, type Snapshot } from '../evidence/snapshot.ts';
import type { GstSummary } from '../evidence/summaries.ts';
import { dayInIndia, daysBetween } from '../gst/days.ts';
import type { Day } from '../time.ts';
import { OWN_KEY } from '../vendors/keys.ts';
import { endingPapers } from '../vendors/duties.ts';
import { foreignName } from './foreign-name.ts';
import { isFigures, shownEntries, type ReportFrame } from './gst-part.ts';
import type { ReportDecisions } from './weekly.ts';
import type { ReportDue, ReportFinding } from './weekly-report.ts';

/** What ended longer ago is told by its check alone. */
const OVERDUE_DAYS = 60;

/**
 * What ends or is due until the frame's end: first what is overdue, then the rest, soonest first. A return of which
 * nobody knows whether it was filed stands with its day, and is not called overdue.
 */
export function reportDues(
  snapshot: Snapshot,
  open: readonly ReportFinding[],
  {
    decisions,
    gst,
    frame,
  }: { readonly decisions: ReportDecisions; readonly gst: GstSummary; readonly frame: ReportFrame },
): ReportDue[] {
  const dues = [
    ...returns(gst, frame),
    ...[
      ...certificates(snapshot),
      ...domains(snapshot),
      ...statements(snapshot),
      ...papers(snapshot, frame),
      ...alerts(open, decisions),
      ...silences(decisions),
      ...platformDates(snapshot),
    ]
      .filter(({ on }) => on <= frame.until && daysBetween(on, frame.today) <= OVERDUE_DAYS)
      .map((due): ReportDue => ({ ...due, isOverdue: due.on < frame.today })),
  ];
  return dues
    .map(({ on, what, isOverdue, name, detail, isVerified }) => ({ on, what, isOverdue, name, detail, isVerified }))
    .sort((a, b) => Number(b.isOverdue) - Number(a.isOverdue) || (keyOf(a) < keyOf(b) ? -1 : 1));
}

type Dated = Omit<ReportDue, 'isOverdue'>;

const keyOf = ({ on, what, name, detail }: ReportDue): string => [on, what, name, detail].join('\n');
const sure = (what: ReportDue['what'], on: Day, name: string, detail = ''): Dated => ({
  ...{ on, what, name, detail },
  isVerified: true,
});

function returns({ calendar }: GstSummary, frame: ReportFrame): ReportDue[] {
  if (!isFigures(calendar)) return [];
  return shownEntries(calendar, frame)
    .filter(({ state }) => state !== 'filed')
    .map(({ dueOn, form, gstin, period, state, isVerified }) => ({
      ...{ on: dueOn, what: 'return' as const, isOverdue: state === 'overdue' },
      ...{ name: form, detail: `${period} ${gstin}`, isVerified },
    }));
}

function certificates(snapshot: Snapshot): Dated[] {
  const hosts = collectedValue(snapshot, 'storefront')?.hosts ?? [];
  return hosts.flatMap(({ host, tls }) =>
    tls?.validTo ? [sure('certificate', dayInIndia(tls.validTo), foreignName(host))] : [],
  );
}

function domains(snapshot: Snapshot): Dated[] {
  return (collectedValue(snapshot, 'dns') ?? []).flatMap(({ domain, registration }) =>
    registration?.expiresAt ? [sure('domain', dayInIndia(registration.expiresAt), foreignName(domain))] : [],
  );
}

/** The newest statement to each question. */
function statements(snapshot: Snapshot): Dated[] {
  const newest = new Map<string, { statedAt: string; expiresAt: string }>();
  for (const { questionId, statedAt, expiresAt } of collectedValue(snapshot, 'attestations') ?? []) {
    if ((newest.get(questionId)?.statedAt ?? '') < statedAt) newest.set(questionId, { statedAt, expiresAt });
  }
  return [...newest].map(([questionId, { expiresAt }]) => sure('statement', dayInIndia(expiresAt), questionId));
}

function papers(snapshot: Snapshot, { asOf }: ReportFrame): Dated[] {
  const entries = (collectedValue(snapshot, 'vendorBook')?.entries ?? []).filter(({ keys }) => !keys.includes(OWN_KEY));
  return entries.flatMap((entry) =>
    endingPapers({ entry }, asOf).map(({ kind, endsOn }) =>
      sure('vendor-paper', endsOn, foreignName(entry.name), kind),
    ),
  );
}

/** One line a check, with the day of its most urgent alert. */
function alerts(open: readonly ReportFinding[], { dues }: ReportDecisions): Dated[] {
  const days = new Map(dues.map(({ fingerprint, on }) => [fingerprint, on]));
  const byCheck = new Map<string, Day[]>();
  for (const { fingerprint, checkId, severity } of open) {
    const on = days.get(fingerprint);
    if (on !== undefined && severity !== 'info') byCheck.set(checkId, [...(byCheck.get(checkId) ?? []), on]);
  }
  return [...byCheck].flatMap(([checkId, all]) => {
    const [first] = [...all].sort();
    return first === undefined ? [] : [sure('alert', first, checkId, String(all.length))];
  });
}

/** Each check once a day. */
function silences({ silenced }: ReportDecisions): Dated[] {
  const counts = new Map<string, number>();
  for (const { fingerprint, until } of silenced) {
    const key = `${until} ${checkOf(fingerprint)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => sure('silence', key.slice(0, 10), key.slice(11), String(count)));
}

const checkOf = (fingerprint: string): string => fingerprint.slice(0, fingerprint.indexOf(':'));

function platformDates(snapshot: Snapshot): Dated[] {
  const hosts = collectedValue(snapshot, 'storefront')?.hosts ?? [];
  const isConcerned = { 'legacy-scripts': hosts.some(({ pages }) => pages.some((page) => page.hasLegacyLoader)) };
  return PLATFORM_DATES.filter(({ concerns }) => isConcerned[concerns]).map(({ id, on, status }) => ({
    ...sure('platform', on, id),
    isVerified: status === 'verified',
  }));
}
