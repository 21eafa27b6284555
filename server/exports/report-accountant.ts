import { checkById } from '../../core/checks/index.ts';
import { dayText, periodText } from '../../core/day-text.ts';
import { stateByCode } from '../../core/data/states.ts';
import { reportRupees } from '../../core/report/rupees.ts';
import type { ReportGap, ReportGst, WeeklyReport } from '../../core/report/weekly-report.ts';
import { REPORT_NOTES } from '../../core/report/words.ts';
import type { Language } from '../../core/text.ts';
import type { PaperBlock } from '../pdf/paper.ts';
import { EVIDENCE_WORDS, REASON_WORDS } from '../../core/report/evidence-words.ts';
import { momentText } from './moment-text.ts';
import { PAPER } from './paper-words.ts';
import { checkTitle, dueDay, heading, paragraph, sayIn, table, type Say } from './report-cells.ts';
import { CALENDAR_WORDS, FORM_WORDS, GST_PART_KINDS, REPORT, STATUS_WORDS } from './report-words.ts';

/** Checks that one gap names; the file has all. */
const MOST_CHECKS = 6;

/** Registrations, tax by State, dates, HSN, gaps, rules: what somebody else's accountant asks for. */
export function accountantPage(report: WeeklyReport, language: Language): PaperBlock[] {
  const say = sayIn(language);
  const { gst } = report;
  return [
    { kind: 'page' },
    heading(say(REPORT.accountant)),
    paragraph(say(REPORT.accountantWords)),
    heading(say(REPORT.registrations)),
    ...registrations(gst, language, say),
    heading(say(REPORT.byState)),
    ...byState(gst, language, say),
    heading(say(REPORT.calendar)),
    ...calendar(gst, language, say),
    heading(say(REPORT.hsn)),
    ...hsn(gst, language, say),
    heading(say(REPORT.gaps)),
    ...gaps(report.notAssessed, language, say),
    ...rules(report, language, say),
    heading(say(REPORT.counted)),
    { kind: 'list', items: counted(report, language, say) },
  ];
}

function registrations({ registrations: list, reasons }: ReportGst, language: Language, say: Say): PaperBlock[] {
  const missing = missingPart(reasons, 'registry', language, say);
  if (list.length === 0) return missing.length > 0 ? missing : [paragraph(say(REPORT.noRegistrations))];
  const rows = list.map(({ gstin, state, status, askedAt }) => [
    gstin,
    stateByCode(state)?.name[language] ?? state,
    status === null ? say(REPORT.notKnown) : (STATUS_WORDS[status]?.[language] ?? status),
    askedAt === null ? say(REPORT.none) : momentText(askedAt, language),
  ]);
  const columns = [
    [say(REPORT.gstin), 2.4],
    [say(REPORT.place), 2.4],
    [say(REPORT.status), 2],
    [say(REPORT.asked), 2.4],
  ] as const;
  return [table(columns, rows, say(PAPER.more)), ...missing];
}

function byState({ states, orders, wrongHeadPaise, reasons }: ReportGst, language: Language, say: Say): PaperBlock[] {
  const missing = missingPart(reasons, 'taxAudit', language, say);
  if (orders === null) return missing.length > 0 ? missing : [paragraph(say(REPORT.notKnown))];
  const sum: PaperBlock = {
    kind: 'facts',
    facts: [
      [say(REPORT.orders), String(orders)],
      [say(REPORT.wrongHead), wrongHeadPaise === null ? say(REPORT.notKnown) : reportRupees(wrongHeadPaise)],
    ],
  };
  if (states.length === 0) return [sum, paragraph(say(REPORT.noWrong))];
  const rows = states.map(({ deliveryState, wrongOrders, wrongPaise }) => [
    stateByCode(deliveryState)?.name[language] ?? deliveryState,
    String(wrongOrders),
    reportRupees(wrongPaise),
  ]);
  const columns = [
    [say(REPORT.place), 4],
    [say(REPORT.wrongOrders), 1.5, 'number'],
    [say(REPORT.wrongTax), 2, 'number'],
  ] as const;
  return [sum, table(columns, rows, say(PAPER.more))];
}

function calendar({ calendar: list, reasons }: ReportGst, language: Language, say: Say): PaperBlock[] {
  const missing = missingPart(reasons, 'calendar', language, say);
  if (list.length === 0) return missing.length > 0 ? missing : [paragraph(say(REPORT.noCalendar))];
  const rows = list.map(({ form, period, gstin, dueOn, isVerified, state, filedOn }) => [
    FORM_WORDS[form]?.[language] ?? form,
    periodText(period, language),
    gstin,
    dueDay({ on: dueOn, isVerified }, language),
    state === 'filed' && filedOn !== null
      ? say(REPORT.filedOn, { day: dayText(filedOn, language) })
      : say(CALENDAR_WORDS[state]),
  ]);
  const columns = [
    [say(REPORT.form), 2.4],
    [say(REPORT.period), 1.6],
    [say(REPORT.gstin), 2.4],
    [say(REPORT.dueOn), 2],
    [say(REPORT.state), 2],
  ] as const;
  return [table(columns, rows, say(PAPER.more))];
}

function hsn({ hsn: codes, reasons }: ReportGst, language: Language, say: Say): PaperBlock[] {
  if (codes === null) return missingPart(reasons, 'hsn', language, say);
  return [
    {
      kind: 'facts',
      facts: [
        [say(REPORT.variants), String(codes.variants)],
        [say(REPORT.withCode), String(codes.withCode)],
        [say(REPORT.missingCode), String(codes.missing)],
        [say(REPORT.wrongCode), String(codes.wrong)],
      ],
    },
  ];
}

function missingPart(
  reasons: ReportGst['reasons'],
  part: keyof ReportGst['reasons'],
  language: Language,
  say: Say,
): PaperBlock[] {
  const reason = reasons[part]?.reason;
  if (!reason) return [];
  return [paragraph(say(REASON_WORDS[reason], { what: EVIDENCE_WORDS[GST_PART_KINDS[part]][language] }))];
}

function gaps(list: readonly ReportGap[], language: Language, say: Say): PaperBlock[] {
  if (list.length === 0) return [paragraph(say(REPORT.noGaps))];
  const rows = list.map(({ kind, reason, checkIds }) => {
    const checks = checkIds.slice(0, MOST_CHECKS).map((id) => checkTitle(id, language));
    const count = checkIds.length - checks.length;
    const shown = checks.join('; ');
    return [
      say(REASON_WORDS[reason], { what: kind === null ? '' : EVIDENCE_WORDS[kind][language] }),
      count > 0 ? say(REPORT.moreChecks, { checks: shown, count }) : shown,
      String(checkIds.length),
    ];
  });
  const columns = [
    [say(REPORT.why), 4],
    [say(REPORT.checks), 5],
    [say(REPORT.count), 0.8, 'number'],
  ] as const;
  return [table(columns, rows, say(PAPER.more))];
}

/** The rule behind each check that this paper names, with its date and source. */
function rules(report: WeeklyReport, language: Language, say: Say): PaperBlock[] {
  const { fresh, graver, mended, topFive, silenced } = report;
  const ids = new Set([...topFive, ...fresh, ...graver, ...mended, ...silenced].map(({ checkId }) => checkId));
  const rows = [...ids].flatMap((id) => {
    const check = checkById(id);
    if (!check) return [];
    const { name, effectiveFrom, source, status } = check.rule;
    return [
      [
        check.title[language],
        name[language],
        dayText(effectiveFrom, language),
        status === 'verified' ? source : say(REPORT.unverified, { source }),
      ],
    ];
  });
  if (rows.length === 0) return [];
  const columns = [
    [say(REPORT.checks), 3],
    [say(REPORT.rule), 3],
    [say(REPORT.since), 1.5],
    [say(REPORT.source), 3],
  ] as const;
  return [heading(say(REPORT.rules)), table(columns, rows, say(PAPER.more))];
}

function counted({ snapshot, before }: WeeklyReport, language: Language, say: Say): string[] {
  const now = momentText(snapshot.takenAt, language);
  return [
    before === null
      ? say(REPORT.firstSnapshot, { now })
      : say(REPORT.snapshots, { now, before: momentText(before.takenAt, language) }),
    ...(before === null ? [] : [say(REPORT.sameChecks)]),
    say(REPORT_NOTES.notAssessed),
    say(REPORT_NOTES.couldExist),
    say(REPORT_NOTES.evidence),
  ];
}
