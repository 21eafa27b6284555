import { checkById } from '../../core/checks/index.ts';
import { BYTE_ORDER_MARK, csvRow } from '../../core/csv/csv-cell.ts';
import { stateByCode } from '../../core/data/states.ts';
import { findingText } from '../../core/finding-text.ts';
import type { ReportDue, ReportFinding, WeeklyReport } from '../../core/report/weekly-report.ts';
import { dueText, verdictSentence } from '../../core/report/words.ts';
import type { Language } from '../../core/text.ts';

/** One fact a row: what it belongs to, what it is about, what it says, and where it counts a number, a day and rupees. */
const COLUMNS = ['section', 'key', 'text', 'severity', 'count', 'rupees', 'day', 'state'];
type Row = Partial<Record<'text' | 'severity' | 'rupees' | 'day' | 'state', string>> & {
  readonly count?: number | null;
};

/**
 * A week as one tidy table that an accountant can filter. Sections and keys are words of our own lists; texts are in the
 * reader's language. A cell of foreign text is never a formula.
 */
export function reportCsv(report: WeeklyReport, language: Language): string {
  const rows = [
    ...summary(report, language),
    ...findings(report, language),
    ...gst(report, language),
    ...others(report),
  ];
  const cells = rows.map(([section, key, { text, severity, count, rupees, day, state }]) => [
    ...[section, key, text ?? '', severity ?? '', count == null ? '' : String(count)],
    ...[rupees ?? '', day ?? '', state ?? ''],
  ]);
  return BYTE_ORDER_MARK + [COLUMNS, ...cells].map(csvRow).join('');
}

type Line = readonly [section: string, key: string, row: Row];

function* summary(report: WeeklyReport, language: Language): Iterable<Line> {
  const { week, snapshot, verdict, openBySeverity, atStakePaise, trendOfWeeks } = report;
  yield ['week', 'shop', { text: report.shop }];
  yield ['week', 'from', { day: week.monday }];
  yield ['week', 'to', { day: week.sunday }];
  yield ['week', 'checked_at', { text: snapshot.takenAt, day: snapshot.takenAt.slice(0, 10) }];
  yield ['week', 'verdict', { text: verdictSentence(report, language), state: verdict.kind }];
  yield ['week', 'score', { count: snapshot.score }];
  yield ['week', 'score_change', { count: verdict.scoreChange }];
  yield ['week', 'assessed', { count: snapshot.assessed }];
  yield ['week', 'applicable', { count: snapshot.applicable }];
  yield ['week', 'at_stake', { rupees: rupees(atStakePaise) }];
  for (const [severity, count] of Object.entries(openBySeverity)) yield ['open', severity, { severity, count }];
  for (const { monday, score } of trendOfWeeks) yield ['trend', 'score', { count: score, day: monday }];
}

function* findings(report: WeeklyReport, language: Language): Iterable<Line> {
  for (const section of ['fresh', 'graver', 'mended'] as const) {
    for (const finding of report[section]) yield [section, finding.checkId, findingRow(finding, language)];
  }
  for (const { checkId, first, findings: count, atStakePaise, effort } of report.topFive) {
    const row = { ...findingRow(first, language), count, rupees: rupees(atStakePaise), state: effort };
    yield ['mend_first', checkId, row];
  }
  for (const finding of report.silenced) {
    yield ['muted', finding.checkId, { ...findingRow(finding, language), day: finding.until }];
  }
  for (const due of report.dues) yield ['due', due.what, dueRow(due, language)];
  for (const { kind, reason, checkIds } of report.notAssessed) {
    yield ['not_assessed', kind ?? 'check', { text: checkIds.join(' '), count: checkIds.length, state: reason }];
  }
}

function* gst({ gst: part }: WeeklyReport, language: Language): Iterable<Line> {
  for (const { gstin, state, status } of part.registrations) {
    const text = stateByCode(state)?.name[language] ?? state;
    yield ['gst_registration', gstin, { text, ...(status !== null && { state: status }) }];
  }
  yield ['gst_tax', 'orders', { count: part.orders }];
  yield ['gst_tax', 'wrong_head', { rupees: rupees(part.wrongHeadPaise) }];
  for (const { deliveryState, wrongOrders, wrongPaise } of part.states) {
    const text = stateByCode(deliveryState)?.name[language] ?? deliveryState;
    yield ['gst_tax_by_state', deliveryState, { text, count: wrongOrders, rupees: rupees(wrongPaise) }];
  }
  for (const [key, count] of Object.entries(part.hsn ?? {})) yield ['gst_hsn', key, { count }];
  for (const { form, gstin, period, dueOn, state, filedOn } of part.calendar) {
    yield ['gst_calendar', `${form} ${period}`, { text: gstin, day: filedOn ?? dueOn, state }];
  }
  for (const [key, { reason }] of Object.entries(part.reasons)) yield ['gst_unknown', key, { state: reason }];
}

function* others({ people, vendors, scripts, rules }: WeeklyReport): Iterable<Line> {
  for (const [key, count] of Object.entries(people)) yield ['people', key, { count: count as number | null }];
  yield ['vendors', 'known', { count: vendors.known }];
  yield ['vendors', 'high_risk', { count: vendors.highRisk }];
  for (const name of vendors.fresh) yield ['vendors', 'new', { text: name }];
  for (const name of vendors.gone) yield ['vendors', 'gone', { text: name }];
  yield ['scripts', 'known', { count: scripts.scripts }];
  yield ['scripts', 'undecided', { count: scripts.undecided }];
  for (const name of scripts.fresh) yield ['scripts', 'new', { text: name }];
  for (const id of rules.added) yield ['rules', 'added', { text: id }];
  for (const id of rules.retired) yield ['rules', 'retired', { text: id }];
}

function findingRow({ checkId, messageId, data, severity, atStakePaise }: ReportFinding, language: Language): Row {
  const check = checkById(checkId);
  const message = check?.messages[messageId];
  const text = message ? findingText(message, data, language) : (check?.title[language] ?? checkId);
  return { text, severity, rupees: rupees(atStakePaise) };
}

function dueRow(due: ReportDue, language: Language): Row {
  return { text: dueText(due, language), day: due.on, state: due.isOverdue ? 'overdue' : 'due' };
}

/** "1234.50", as spreadsheets count. */
function rupees(paise: number | null): string {
  return paise === null ? '' : (paise / 100).toFixed(2);
}
