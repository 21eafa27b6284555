import { dayText } from '../../core/day-text.ts';
import { stateByCode } from '../../core/data/states.ts';
import { SEVERITIES } from '../../core/severity.ts';
import { reportRupees } from '../../core/report/rupees.ts';
import type { ReportFinding, WeeklyReport } from '../../core/report/weekly-report.ts';
import { dueText, effortText } from '../../core/report/words.ts';
import type { Language } from '../../core/text.ts';
import type { PaperBlock } from '../pdf/paper.ts';
import {
  checkTitle,
  coverageOf,
  dueDay,
  findingWords,
  firstStep,
  heading,
  sayIn,
  stakeWords,
  table,
  type Say,
  type TitledColumn,
} from './report-cells.ts';
import { PAPER } from './paper-words.ts';
import { CALENDAR_WORDS, REPORT, SEVERITY_WORDS } from './report-words.ts';

const MOST_STATES = 3;
/** Names of vendors and scripts in one cell. */
const MOST_NAMES = 20;

/** All that the front page could not hold, in the same order. */
export function detailPages(report: WeeklyReport, language: Language): PaperBlock[] {
  const say = sayIn(language);
  return [
    ...acts(report, language, say),
    ...findings(say(REPORT.fresh), report.fresh, language, say),
    ...findings(say(REPORT.graver), report.graver, language, say),
    ...findings(say(REPORT.mended), report.mended, language, say),
    ...openBars(report, language, say),
    ...dues(report, language, say),
    ...gst(report, language, say),
    ...people(report, say),
    ...vendors(report, say),
    ...silenced(report, language, say),
    ...weeks(report, language, say),
    ...rules(report, language, say),
  ];
}

function acts({ topFive }: WeeklyReport, language: Language, say: Say): PaperBlock[] {
  if (topFive.length === 0) return [];
  const rows = topFive.map(({ checkId, severity, first, findings: count, effort, atStakePaise, points }, index) => [
    `${index + 1}. ${findingWords(first, language)} ${firstStep(checkId, language)}`.trim(),
    say(SEVERITY_WORDS[severity]),
    String(count),
    effortText(effort, language),
    stakeWords(atStakePaise),
    points > 0 ? `+${points}` : say(REPORT.none),
  ]);
  const columns = [
    [say(REPORT.mend), 7],
    [say(REPORT.severity), 1.6],
    [say(REPORT.findings), 1.4, 'number'],
    [say(REPORT.effort), 2],
    [say(REPORT.rupees), 1.6, 'number'],
    [say(REPORT.points), 1.1, 'number'],
  ] as const;
  return [heading(say(REPORT.topFive)), table(columns, rows, say(PAPER.more))];
}

function findings(title: string, list: readonly ReportFinding[], language: Language, say: Say): PaperBlock[] {
  if (list.length === 0) return [];
  const hasStakes = list.some(({ atStakePaise }) => atStakePaise);
  const rows = list.map((finding) => [
    findingWords(finding, language),
    say(SEVERITY_WORDS[finding.severity]),
    ...(hasStakes ? [stakeWords(finding.atStakePaise)] : []),
  ]);
  const columns: readonly TitledColumn[] = [
    [say(REPORT.what), 8],
    [say(REPORT.severity), 1.6],
    ...(hasStakes ? [[say(REPORT.rupees), 1.6, 'number'] as const] : []),
  ];
  return [heading(title), table(columns, rows, say(PAPER.more))];
}

function openBars({ openBySeverity }: WeeklyReport, language: Language, say: Say): PaperBlock[] {
  const most = Math.max(1, ...Object.values(openBySeverity));
  const bars = SEVERITIES.filter((one) => one !== 'info' || openBySeverity.info > 0).map((severity) => ({
    name: SEVERITY_WORDS[severity][language],
    words: String(openBySeverity[severity]),
    share: openBySeverity[severity] / most,
  }));
  return [heading(say(REPORT.open)), { kind: 'bars', bars }];
}

function dues({ dues: list }: WeeklyReport, language: Language, say: Say): PaperBlock[] {
  if (list.length === 0) return [];
  const rows = list.map((due) => [
    dueText(due, language),
    dueDay(due, language),
    say(CALENDAR_WORDS[due.isOverdue ? 'overdue' : 'upcoming']),
  ]);
  const columns = [
    [say(REPORT.what), 7],
    [say(REPORT.dueOn), 2.4],
    [say(REPORT.state), 1.8],
  ] as const;
  return [heading(say(REPORT.dues)), table(columns, rows, say(PAPER.more))];
}

/** The three States with most to correct; the accountant's page has all. */
function gst({ gst: part }: WeeklyReport, language: Language, say: Say): PaperBlock[] {
  const top = part.states.slice(0, MOST_STATES);
  const most = Math.max(1, ...top.map(({ wrongPaise }) => wrongPaise));
  return [
    heading(say(REPORT.gst)),
    {
      kind: 'facts',
      facts: [
        [say(REPORT.registrations), String(part.registrations.length)],
        [say(REPORT.orders), numberWords(part.orders, say)],
        [
          say(REPORT.wrongHead),
          part.wrongHeadPaise === null ? say(REPORT.notKnown) : reportRupees(part.wrongHeadPaise),
        ],
      ],
    },
    ...(top.length === 0
      ? []
      : [
          {
            kind: 'bars' as const,
            bars: top.map(({ deliveryState, wrongOrders, wrongPaise }) => ({
              name: stateByCode(deliveryState)?.name[language] ?? deliveryState,
              words: say(REPORT.wrongState, { amount: reportRupees(wrongPaise), orders: wrongOrders }),
              share: wrongPaise / most,
            })),
          },
        ]),
  ];
}

function people({ people: part }: WeeklyReport, say: Say): PaperBlock[] {
  return [
    heading(say(REPORT.people)),
    {
      kind: 'facts',
      facts: [
        [say(REPORT.accounts), numberWords(part.people, say)],
        [say(REPORT.withoutFactor), numberWords(part.withoutSecondFactor, say)],
        [say(REPORT.unknownFactor), numberWords(part.secondFactorUnknown, say)],
        [say(REPORT.failing), String(part.failing)],
      ],
    },
  ];
}

function vendors({ vendors: part, scripts }: WeeklyReport, say: Say): PaperBlock[] {
  const names = (name: string, list: readonly string[]) =>
    list.length === 0 ? [] : [[name, namesWords(list, say)] as const];
  return [
    heading(say(REPORT.vendors)),
    {
      kind: 'facts',
      facts: [
        [say(REPORT.known), String(part.known)],
        [say(REPORT.highRisk), String(part.highRisk)],
        ...names(say(REPORT.freshVendors), part.fresh),
        ...names(say(REPORT.goneVendors), part.gone),
        [say(REPORT.scripts), numberWords(scripts.scripts, say)],
        [say(REPORT.undecided), numberWords(scripts.undecided, say)],
        ...names(say(REPORT.freshScripts), scripts.fresh),
      ],
    },
  ];
}

function silenced({ silenced: list }: WeeklyReport, language: Language, say: Say): PaperBlock[] {
  if (list.length === 0) return [];
  const rows = list.map((finding) => [
    findingWords(finding, language),
    say(SEVERITY_WORDS[finding.severity]),
    dayText(finding.until, language),
  ]);
  const columns = [
    [say(REPORT.what), 8],
    [say(REPORT.severity), 1.6],
    [say(REPORT.until), 2],
  ] as const;
  return [heading(say(REPORT.silenced)), table(columns, rows, say(PAPER.more))];
}

/** What the picture on the front page shows, as numbers. */
function weeks({ trendOfWeeks }: WeeklyReport, language: Language, say: Say): PaperBlock[] {
  if (trendOfWeeks.length < 2) return [];
  const rows = trendOfWeeks.map((week) => [
    dayText(week.monday, language),
    week.score === null ? say(REPORT.none) : String(week.score),
    say(REPORT.coverageNote, { assessed: week.assessed, applicable: week.applicable }),
    coverageOf(week) === null ? say(REPORT.none) : `${coverageOf(week)}%`,
  ]);
  const columns = [
    [say(REPORT.week), 2],
    [say(REPORT.score), 1, 'number'],
    [say(REPORT.checks), 4],
    [say(REPORT.coverage), 1.6, 'number'],
  ] as const;
  return [heading(say(REPORT.byWeek)), table(columns, rows, say(PAPER.more))];
}

function rules({ rules: { added, retired } }: WeeklyReport, language: Language, say: Say): PaperBlock[] {
  const part = (title: string, ids: readonly string[]): PaperBlock[] =>
    ids.length === 0 ? [] : [heading(title), { kind: 'list', items: ids.map((id) => checkTitle(id, language)) }];
  return [...part(say(REPORT.rulesAdded), added), ...part(say(REPORT.rulesRetired), retired)];
}

const numberWords = (count: number | null, say: Say): string => (count === null ? say(REPORT.notKnown) : String(count));

function namesWords(list: readonly string[], say: Say): string {
  const shown = list.slice(0, MOST_NAMES).join(', ');
  const count = list.length - MOST_NAMES;
  return count > 0 ? say(REPORT.moreChecks, { checks: shown, count }) : shown;
}
