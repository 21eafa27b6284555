import { checkById } from '../checks/index.ts';
import { stateByCode } from '../data/states.ts';
import { dayText } from '../day-text.ts';
import type { Letter, LetterBlock } from '../notices/letter.ts';
import { wordsIn, type Words } from '../notices/letters/letter-words.ts';
import { indianMoment } from '../notices/letters/moment-text.ts';
import { sentenceOf, unlinked } from '../notices/letters/shown-text.ts';
import { fittingSubject } from '../notices/letters/subject.ts';
import type { Language } from '../text.ts';
import { EVIDENCE_WORDS, REASON_WORDS } from './evidence-words.ts';
import { foreignName } from './foreign-name.ts';
import { REPORT_TEXTS } from './letter-texts.ts';
import { reportRupees } from './rupees.ts';
import type { ReportDue, ReportFinding, WeeklyReport } from './weekly-report.ts';
import { dueText, effortText, REPORT_NOTES, VERDICT_KINDS, verdictSentence } from './words.ts';

/** Addresses inside the admin that a letter about one shop leads to. */
export interface ReportLinks {
  readonly reportUrl: string;
}

const MOST = 5;
const MOST_STATES = 3;
const MOST_GAPS = 3;

/** A report with its words, as every part of the letter needs them. */
interface Telling {
  readonly report: WeeklyReport;
  readonly language: Language;
  readonly say: Words;
}

/** One week of one shop as a letter: the essentials inline, the rest behind one link. A quiet week is three lines. */
export function weeklyLetter(report: WeeklyReport, language: Language, { reportUrl }: ReportLinks): Letter {
  const say = wordsIn(language);
  const telling = { report, language, say };
  const { week, snapshot, shop, dues } = report;
  const from = dayText(week.monday, language);
  const isQuiet = report.verdict.why === 'quiet' || report.verdict.why === 'not-seen';
  const [next] = dues;
  const button: LetterBlock = { kind: 'button', text: say(REPORT_TEXTS.open), href: reportUrl };
  const asOf = say(REPORT_TEXTS.asOf, { shop: unlinked(shop), moment: indianMoment(snapshot.takenAt, language) });
  return {
    language,
    subject: fittingSubject(subjects(telling)),
    preheader: next ? say(REPORT_TEXTS.nextDue, { due: dueLine(next, telling) }) : asOf,
    blocks: [
      { kind: 'heading', text: say(REPORT_TEXTS.heading, { from, to: dayText(week.sunday, language) }) },
      { kind: 'paragraph', text: asOf, isQuiet: true },
      { kind: 'paragraph', text: verdictSentence(report, language) },
      ...(isQuiet ? [...quiet(telling), button] : [...figures(telling), ...doFirst(telling), button, ...rest(telling)]),
      { kind: 'paragraph', text: `${say(REPORT_NOTES.notAssessed)} ${say(REPORT_NOTES.couldExist)}`, isQuiet: true },
    ],
    because: say(REPORT_TEXTS.because, { shop: unlinked(shop) }),
  };
}

/** "72 (+4)". */
export function withChange(score: string, change: number | null): string {
  if (change === null || change === 0) return score;
  return `${score} (${change > 0 ? '+' : '−'}${Math.abs(change)})`;
}

function subjects({ report, say }: Telling): string[] {
  const { verdict, snapshot, atStakePaise } = report;
  const score = snapshot.score === null ? say(REPORT_TEXTS.noScore) : String(snapshot.score);
  const plain = say(REPORT_TEXTS.subject, { verdict: say(VERDICT_KINDS[verdict.kind]), score });
  if (atStakePaise === 0) return [plain];
  return [say(REPORT_TEXTS.subjectStake, { subject: plain, amount: reportRupees(atStakePaise) }), plain];
}

function scoreWords({ report: { snapshot, verdict }, say }: Telling): string {
  return snapshot.score === null ? say(REPORT_TEXTS.noScore) : withChange(String(snapshot.score), verdict.scoreChange);
}

function coverageWords({ report: { snapshot }, say }: Telling): string {
  const { assessed, applicable } = snapshot;
  const percent = applicable === 0 ? 0 : Math.round((100 * assessed) / applicable);
  return say(REPORT_TEXTS.coverageOf, { percent, assessed, applicable });
}

/** The second and third line of a week in which nothing changed. */
function quiet(telling: Telling): LetterBlock[] {
  const { report, say } = telling;
  const [next] = report.dues;
  return [
    {
      kind: 'paragraph',
      text: say(REPORT_TEXTS.quietFigures, { score: scoreWords(telling), coverage: coverageWords(telling) }),
    },
    {
      kind: 'paragraph',
      text: next ? say(REPORT_TEXTS.nextDue, { due: dueLine(next, telling) }) : say(REPORT_TEXTS.noDue),
    },
  ];
}

function figures(telling: Telling): LetterBlock[] {
  const { report, say } = telling;
  const { snapshot, openBySeverity, atStakePaise } = report;
  const { assessed, applicable } = snapshot;
  const facts: (readonly [string, string])[] = [
    [say(REPORT_TEXTS.grave), String(openBySeverity.critical + openBySeverity.high)],
    ...(atStakePaise > 0 ? [[say(REPORT_TEXTS.atStake), reportRupees(atStakePaise)] as const] : []),
  ];
  return [
    { kind: 'bar', name: say(REPORT_TEXTS.score), percent: snapshot.score ?? 0, words: scoreWords(telling) },
    {
      kind: 'bar',
      name: say(REPORT_TEXTS.coverage),
      percent: applicable === 0 ? 0 : (100 * assessed) / applicable,
      words: coverageWords(telling),
    },
    { kind: 'facts', facts },
  ];
}

function doFirst({ report, language, say }: Telling): LetterBlock[] {
  const [act] = report.topFive;
  if (!act) return [];
  const step = checkById(act.checkId)?.remedy[0]?.[language];
  const notes = [
    effortText(act.effort, language),
    ...(act.atStakePaise ? [say(REPORT_TEXTS.stake, { amount: reportRupees(act.atStakePaise) })] : []),
    ...(act.points > 0 ? [say(REPORT_TEXTS.points, { points: act.points })] : []),
  ];
  return [
    { kind: 'heading', text: say(REPORT_TEXTS.doFirst) },
    { kind: 'paragraph', text: sentenceOf(act.first, language) },
    ...(step === undefined ? [] : [{ kind: 'paragraph', text: step } as const]),
    { kind: 'paragraph', text: notes.join(' · '), isQuiet: true },
  ];
}

function rest(telling: Telling): LetterBlock[] {
  const { report, language, say } = telling;
  const sentences = (findings: readonly ReportFinding[]) => findings.map((finding) => sentenceOf(finding, language));
  return [
    ...list(say(REPORT_TEXTS.fresh), sentences(report.fresh), telling),
    ...list(say(REPORT_TEXTS.graver), sentences(report.graver), telling),
    ...list(say(REPORT_TEXTS.mended), sentences(report.mended), telling),
    ...list(
      say(REPORT_TEXTS.due),
      report.dues.map((due) => dueLine(due, telling)),
      telling,
    ),
    ...gst(telling),
    ...list(say(REPORT_TEXTS.others), others(telling), telling),
    ...list(say(REPORT_TEXTS.quietThings), quietThings(telling), telling),
  ];
}

function gst({ report: { gst: part }, language, say }: Telling): LetterBlock[] {
  if (part.orders === null) return [];
  const rows = part.states
    .slice(0, MOST_STATES)
    .map(({ deliveryState, wrongOrders, wrongPaise }) => [
      stateByCode(deliveryState)?.name[language] ?? unlinked(deliveryState),
      String(wrongOrders),
      reportRupees(wrongPaise),
    ]);
  const columns = [REPORT_TEXTS.state, REPORT_TEXTS.wrongOrders, REPORT_TEXTS.toCorrect].map((text) => say(text));
  return [
    { kind: 'heading', text: say(REPORT_TEXTS.gst) },
    {
      kind: 'paragraph',
      text: say(part.states.length > 0 ? REPORT_TEXTS.orders : REPORT_TEXTS.noWrongOrders, { orders: part.orders }),
    },
    ...(rows.length > 0 ? [{ kind: 'table', columns, rows } as const] : []),
  ];
}

/** People, vendors and scripts, as far as anything is known or new. */
function others({ report: { people, vendors, scripts }, say }: Telling): string[] {
  const named = (names: readonly string[]) =>
    names.slice(0, MOST).map(shown).join(', ') + (names.length > MOST ? ' …' : '');
  return [
    ...(people.withoutSecondFactor === null
      ? []
      : [say(REPORT_TEXTS.factor, { without: people.withoutSecondFactor, people: people.people ?? 0 })]),
    ...(vendors.fresh.length > 0
      ? [say(REPORT_TEXTS.newVendors, { count: vendors.fresh.length, names: named(vendors.fresh) })]
      : []),
    ...(scripts.fresh.length > 0
      ? [say(REPORT_TEXTS.newScripts, { count: scripts.fresh.length, names: named(scripts.fresh) })]
      : []),
    ...(scripts.undecided ? [say(REPORT_TEXTS.undecided, { count: scripts.undecided })] : []),
  ];
}

/** What is muted and until when, what could not be assessed and why, which rules changed. */
function quietThings({ report, language, say }: Telling): string[] {
  const { silenced, notAssessed, rules } = report;
  const [end] = silenced.map(({ until }) => until).sort();
  return [
    ...(end === undefined ? [] : [say(REPORT_TEXTS.muted, { count: silenced.length, day: dayText(end, language) })]),
    ...notAssessed.slice(0, MOST_GAPS).map(({ kind, reason, checkIds }) =>
      say(REPORT_TEXTS.gap, {
        why: say(REASON_WORDS[reason], { what: kind === null ? '' : say(EVIDENCE_WORDS[kind]) }),
        count: checkIds.length,
      }),
    ),
    ...(rules.added.length + rules.retired.length === 0
      ? []
      : [say(REPORT_TEXTS.rules, { added: rules.added.length, retired: rules.retired.length })]),
  ];
}

/** Names that others wrote: cut, nothing hidden, no link. */
const shown = (text: string): string => unlinked(foreignName(text));

const dueLine = (due: ReportDue, { language, say }: Telling): string =>
  say(due.isOverdue ? REPORT_TEXTS.overdueLine : REPORT_TEXTS.dueLine, {
    day: dayText(due.on, language),
    what: shown(dueText(due, language)),
  });

function list(heading: string, items: readonly string[], { say }: Telling): LetterBlock[] {
  if (items.length === 0) return [];
  const first = items.slice(0, MOST);
  const more = say(REPORT_TEXTS.more, { count: items.length - MOST });
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', items: items.length > MOST ? [...first, more] : first },
  ];
}
