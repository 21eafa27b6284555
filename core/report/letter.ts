import { checkById } from '../checks/index.ts';
import { dayText } from '../day-text.ts';
import { rupeesText } from '../finding-figures.ts';
import type { Letter, LetterBlock } from '../notices/letter.ts';
import { wordsIn } from '../notices/letters/letter-words.ts';
import { sentenceOf, unlinked } from '../notices/letters/shown-text.ts';
import { fittingSubject } from '../notices/letters/subject.ts';
import type { Language } from '../text.ts';
import { REPORT_TEXTS } from './letter-texts.ts';
import type { ReportFinding, WeeklyReport } from './weekly-report.ts';
import { dueText, effortText, REPORT_NOTES, VERDICT_KINDS, verdictSentence } from './words.ts';

/** Addresses inside the admin that a letter about one shop leads to. */
export interface ReportLinks {
  readonly reportUrl: string;
}

const MOST = 5;

/** One week of one shop as a letter: the essentials inline, the rest behind one link. A quiet week is short. */
export function weeklyLetter(report: WeeklyReport, language: Language, { reportUrl }: ReportLinks): Letter {
  const say = wordsIn(language);
  const { week, snapshot, verdict, topFive, fresh, mended, dues, openBySeverity } = report;
  const where = unlinked(report.shop);
  const day = (one: string) => dayText(one, language);
  const score = snapshot.score === null ? say(REPORT_TEXTS.noScore) : String(snapshot.score);
  const [first] = topFive;
  const isQuiet = verdict.why === 'quiet' || verdict.why === 'not-seen';
  const facts: (readonly [string, string])[] = [
    [say(REPORT_TEXTS.score), withChange(score, verdict.scoreChange)],
    [say(REPORT_TEXTS.coverage), say(REPORT_TEXTS.of, { some: snapshot.assessed, all: snapshot.applicable })],
    [say(REPORT_TEXTS.grave), String(openBySeverity.critical + openBySeverity.high)],
    ...(report.atStakePaise > 0 ? [[say(REPORT_TEXTS.atStake), `₹${rupeesText(report.atStakePaise)}`] as const] : []),
  ];
  return {
    language,
    subject: fittingSubject([say(REPORT_TEXTS.subject, { verdict: say(VERDICT_KINDS[verdict.kind]), score })]),
    preheader: verdictSentence(report, language),
    blocks: [
      { kind: 'heading', text: say(REPORT_TEXTS.heading, { from: day(week.monday), to: day(week.sunday) }) },
      { kind: 'paragraph', text: verdictSentence(report, language) },
      { kind: 'facts', facts },
      ...(first && !isQuiet
        ? ([
            { kind: 'heading', text: say(REPORT_TEXTS.doFirst) },
            { kind: 'paragraph', text: sentenceOf(first.first, language) },
            { kind: 'paragraph', text: checkById(first.checkId)?.remedy[0]?.[language] ?? '' },
            { kind: 'paragraph', text: effortText(first.effort, language), isQuiet: true },
          ] as const)
        : []),
      { kind: 'button', text: say(REPORT_TEXTS.open), href: reportUrl },
      ...list(
        say(REPORT_TEXTS.fresh),
        sentences(fresh, language),
        say(REPORT_TEXTS.more, { count: fresh.length - MOST }),
      ),
      ...list(
        say(REPORT_TEXTS.mended),
        sentences(mended, language),
        say(REPORT_TEXTS.more, { count: mended.length - MOST }),
      ),
      ...list(
        say(REPORT_TEXTS.due),
        dues.map((due) => `${day(due.on)}: ${unlinked(dueText(due, language))}`),
        say(REPORT_TEXTS.more, { count: dues.length - MOST }),
      ),
      { kind: 'paragraph', text: `${say(REPORT_NOTES.notAssessed)} ${say(REPORT_NOTES.couldExist)}`, isQuiet: true },
    ],
    because: say(REPORT_TEXTS.because, { shop: where }),
  };
}

export function withChange(score: string, change: number | null): string {
  if (change === null || change === 0) return score;
  return `${score} (${change > 0 ? '+' : '−'}${Math.abs(change)})`;
}

const sentences = (findings: readonly ReportFinding[], language: Language): string[] =>
  findings.map((finding) => sentenceOf(finding, language));

function list(heading: string, items: readonly string[], more: string): LetterBlock[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, MOST);
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', items: items.length > MOST ? [...shown, more] : shown },
  ];
}
