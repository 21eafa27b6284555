import { checkById } from '../checks/index.ts';
import type { Effort } from '../data/efforts.ts';
import { PLATFORM_DATES } from '../data/platform-dates.ts';
import { questionById } from '../data/questions.ts';
import { PAPERS } from '../data/vendor-papers.ts';
import { dayText, periodText } from '../day-text.ts';
import { fill, type Language, type Text } from '../text.ts';
import { localDay } from './week.ts';
import type { ReportDue, Verdict, WeeklyReport } from './weekly-report.ts';

/** The one sentence of a report, by the verdict's kind and reason. Counts are after colons, so that none needs a plural. */
const BETTER: Text = { en: 'Better than last week', hi: 'पिछले हफ़्ते से बेहतर' };
const WORSE: Text = { en: 'Worse than last week', hi: 'पिछले हफ़्ते से खराब' };
const SAME: Text = { en: 'As last week', hi: 'पिछले हफ़्ते जैसा' };
const FIRST: Text = { en: 'Your first report', hi: 'आपकी पहली रिपोर्ट' };

export const VERDICT_KINDS: Readonly<Record<Verdict['kind'], Text>> = {
  first: FIRST,
  better: BETTER,
  same: SAME,
  worse: WORSE,
};

export const VERDICT_REASONS: Readonly<Record<Verdict['why'], Text>> = {
  first: { en: 'findings that are open: {open}.', hi: 'खुली कमियाँ: {open}।' },
  quiet: { en: 'nothing new, nothing mended.', hi: 'न कुछ नया, न कुछ ठीक हुआ।' },
  'graver-new': {
    en: 'new or graver findings of critical or high severity: {grave}.',
    hi: 'नई या बढ़ी हुई गंभीर कमियाँ: {grave}।',
  },
  new: { en: 'new findings: {fresh}, mended: {mended}.', hi: 'नई कमियाँ: {fresh}, ठीक हुईं: {mended}।' },
  mended: { en: 'mended: {mended}, new: {fresh}.', hi: 'ठीक हुईं: {mended}, नई: {fresh}।' },
  'score-up': { en: 'the score rose by {change}.', hi: 'स्कोर {change} बढ़ा।' },
  'score-down': { en: 'the score fell by {change}.', hi: 'स्कोर {change} घटा।' },
  'less-seen': {
    en: 'less could be checked than before, so nothing is called better. Not assessed: {missing}.',
    hi: 'पहले से कम जाँच हो सकी, इसलिए कुछ बेहतर नहीं कहा गया। जाँचे नहीं गए: {missing}।',
  },
  'not-seen': {
    en: 'no check ran in this week. All figures are as of {day}.',
    hi: 'इस हफ़्ते कोई जाँच नहीं चली। सारे आँकड़े {day} के हैं।',
  },
};

/** "Better than last week: mended: 3, new: 0." What the reader should know first. */
export function verdictSentence(report: WeeklyReport, language: Language): string {
  const { verdict, fresh, graver, mended, openBySeverity, snapshot } = report;
  const isGrave = ({ severity }: { severity: string }) => severity === 'critical' || severity === 'high';
  const reason = fill(VERDICT_REASONS[verdict.why][language], {
    open: Object.entries(openBySeverity).reduce((sum, [severity, count]) => sum + (severity === 'info' ? 0 : count), 0),
    grave: [...fresh, ...graver].filter(isGrave).length,
    fresh: fresh.length,
    mended: mended.length,
    change: Math.abs(verdict.scoreChange ?? 0),
    missing: snapshot.applicable - snapshot.assessed,
    day: dayText(localDay(snapshot.takenAt, report.week.timeZone), language),
  });
  return `${VERDICT_KINDS[verdict.kind][language]}: ${reason}`;
}

/** Beside the figures, on each face of a report. */
export const REPORT_NOTES = {
  couldExist: {
    en: 'Defects that no check looks for could exist.',
    hi: 'ऐसी कमियाँ भी हो सकती हैं जिन्हें कोई जाँच नहीं देखती।',
  },
  evidence: {
    en: 'What was found is evidence for a state as of its day, not a certificate.',
    hi: 'जो मिला वह उस तारीख की स्थिति का सबूत है, प्रमाणपत्र नहीं।',
  },
  notAssessed: {
    en: 'What could not be assessed never counts as passed.',
    hi: 'जो जाँचा नहीं जा सका, वह कभी पास नहीं गिना जाता।',
  },
} as const satisfies Readonly<Record<string, Text>>;

const EFFORT_WORDS: Readonly<Record<Effort, Text>> = {
  minutes: { en: 'some minutes', hi: 'कुछ मिनट' },
  hour: { en: 'an hour or two', hi: 'एक-दो घंटे' },
  day: { en: 'a day or more', hi: 'एक दिन या ज़्यादा' },
  others: { en: 'needs others: your CA, a vendor', hi: 'दूसरों की मदद: आपके CA, वेंडर' },
};
export const effortText = (effort: Effort, language: Language): string => EFFORT_WORDS[effort][language];

const DUE_TEXTS: Readonly<Record<ReportDue['what'], Text>> = {
  return: { en: '{name} of {detail}', hi: '{detail} का {name}' },
  certificate: { en: 'The certificate of {name} ends', hi: '{name} का सर्टिफ़िकेट खत्म होगा' },
  domain: { en: 'The registration of {name} ends', hi: '{name} का पंजीकरण खत्म होगा' },
  statement: { en: 'Your answer ends: {name}', hi: 'आपके जवाब की अवधि खत्म: {name}' },
  'vendor-paper': { en: '{name}: {detail} ends', hi: '{name}: {detail} खत्म होगा' },
  alert: { en: 'To be mended ({detail}): {name}', hi: 'ठीक करना है ({detail}): {name}' },
  silence: { en: 'Muted until then ({detail}): {name}', hi: 'म्यूट खत्म होगा ({detail}): {name}' },
  platform: { en: '{name}', hi: '{name}' },
};

/** What ends or is due, in words, without its day. */
export function dueText({ what, name, detail }: ReportDue, language: Language): string {
  return fill(DUE_TEXTS[what][language], {
    name: nameOf(what, name, language),
    detail: detailOf(what, detail, language),
  });
}

function nameOf(what: ReportDue['what'], name: string, language: Language): string {
  if (what === 'statement') return questionById(name)?.text[language] ?? name;
  if (what === 'alert' || what === 'silence') return checkById(name)?.title[language] ?? name;
  return what === 'platform' ? (PLATFORM_DATES.find(({ id }) => id === name)?.text[language] ?? name) : name;
}

function detailOf(what: ReportDue['what'], detail: string, language: Language): string {
  if (what === 'vendor-paper') return PAPERS.find(({ kind }) => kind === detail)?.name[language] ?? detail;
  if (what !== 'return') return detail;
  const [period = '', gstin = ''] = detail.split(' ');
  return `${periodText(period, language)}, ${gstin}`;
}
