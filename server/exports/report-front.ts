import { dayText } from '../../core/day-text.ts';
import { SEVERITIES } from '../../core/severity.ts';
import { reportRupees } from '../../core/report/rupees.ts';
import type { WeeklyReport } from '../../core/report/weekly-report.ts';
import { verdictSentence } from '../../core/report/words.ts';
import type { Language } from '../../core/text.ts';
import type { PaperBlock, PaperFigures } from '../pdf/paper.ts';
import {
  actWords,
  coverageOf,
  dueWords,
  findingWords,
  firstStep,
  heading,
  paragraph,
  sayIn,
  type Say,
} from './report-cells.ts';
import { REPORT } from './report-words.ts';

/** What fits on one page beside the rest. */
const MOST = { fresh: 5, mended: 3, dues: 5 } as const;
const MOST_LINES = 2;
const MOST_WEEKS = 13;

/** What a shop owner understands in one minute: the sentence, the numbers, what to do, what changed, what is due. */
export function frontPage(report: WeeklyReport, language: Language): PaperBlock[] {
  const say = sayIn(language);
  const sentence = (finding: WeeklyReport['fresh'][number]) => findingWords(finding, language);
  const { fresh, mended, dues } = report;
  const due = dues.map((one) => dueWords(one, language));
  return [
    { kind: 'paragraph', text: verdictSentence(report, language), isLead: true },
    figures(report, say),
    ...trend(report, language, say),
    ...doFirst(report, language, say),
    heading(say(REPORT.fresh)),
    list(fresh.map(sentence), { most: MOST.fresh, none: say(REPORT.noFresh), say }),
    heading(say(REPORT.mended)),
    list(mended.map(sentence), { most: MOST.mended, none: say(REPORT.noMended), say }),
    heading(say(REPORT.dues)),
    list(due, { most: MOST.dues, none: say(REPORT.noDues), say }),
  ];
}

function figures({ snapshot, verdict, openBySeverity, atStakePaise }: WeeklyReport, say: Say): PaperFigures {
  const { score, assessed, applicable } = snapshot;
  const coverage = coverageOf(snapshot);
  const open = SEVERITIES.filter((severity) => severity !== 'info').reduce((sum, one) => sum + openBySeverity[one], 0);
  return {
    kind: 'figures',
    figures: [
      {
        name: say(REPORT.score),
        value: score === null ? say(REPORT.none) : String(score),
        note: score === null ? say(REPORT.noScore) : changeWords(verdict.scoreChange, say),
      },
      {
        name: say(REPORT.coverage),
        value: coverage === null ? say(REPORT.none) : `${coverage}%`,
        note: say(REPORT.coverageNote, { assessed, applicable }),
      },
      {
        name: say(REPORT.openGrave),
        value: String(openBySeverity.critical + openBySeverity.high),
        note: say(REPORT.openNote, { count: open }),
      },
      { name: say(REPORT.atStake), value: reportRupees(atStakePaise), note: say(REPORT.atStakeNote) },
    ],
  };
}

function changeWords(change: number | null, say: Say): string {
  if (change === null) return say(REPORT.of100);
  if (change === 0) return say(REPORT.scoreSame);
  return say(change > 0 ? REPORT.scoreUp : REPORT.scoreDown, { change: Math.abs(change) });
}

function trend({ trendOfWeeks }: WeeklyReport, language: Language, say: Say): PaperBlock[] {
  const weeks = trendOfWeeks.slice(-MOST_WEEKS);
  const told = weeks.map((week) => ({
    day: dayText(week.monday, language),
    score: week.score ?? say(REPORT.none),
    coverage: coverageOf(week) ?? say(REPORT.none),
  }));
  const [only] = told;
  if (!only) return [];
  if (told.length === 1) return [paragraph(say(REPORT.trendFirst, only))];
  const words = told.map((week) => say(REPORT.trendPoint, week)).join('; ');
  return [
    {
      kind: 'trend',
      alt: `${say(REPORT.trend)}. ${words}.`,
      names: [say(REPORT.score), say(REPORT.coverageInPercent)],
      points: weeks.map((week) => ({
        at: dayText(week.monday, language).replace(/ \d{4}$/, ''),
        first: week.score,
        second: coverageOf(week),
      })),
    },
  ];
}

function doFirst({ topFive: [first], snapshot }: WeeklyReport, language: Language, say: Say): PaperBlock[] {
  const { assessed, applicable } = snapshot;
  const lines = first
    ? [findingWords(first.first, language), firstStep(first.checkId, language), actWords(first, language)]
    : [say(REPORT.nothingToDo, { assessed, missing: applicable - assessed })];
  return [{ kind: 'box', heading: say(REPORT.doFirst), lines: lines.filter((line) => line !== '') }];
}

function list(
  items: readonly string[],
  { most, none, say }: { readonly most: number; readonly none: string; readonly say: Say },
): PaperBlock {
  if (items.length === 0) return paragraph(none);
  const rest = items.length - most;
  const shown = rest > 0 ? [...items.slice(0, most), say(REPORT.more, { count: rest })] : items;
  return { kind: 'list', items: shown, mostLines: MOST_LINES };
}
