import { checkById } from '../checks/index.ts';
import { dayText } from '../day-text.ts';
import { rupeesText } from '../finding-figures.ts';
import type { Letter } from '../notices/letter.ts';
import { wordsIn } from '../notices/letters/letter-words.ts';
import { unlinked } from '../notices/letters/shown-text.ts';
import { fittingSubject } from '../notices/letters/subject.ts';
import type { Language } from '../text.ts';
import type { Day } from '../time.ts';
import { withChange } from './letter.ts';
import { REPORT_TEXTS } from './letter-texts.ts';
import type { WeeklyReport } from './weekly-report.ts';
import { REPORT_NOTES } from './words.ts';

/** One shop of a reader, with its report and the address of its page in that shop's admin. */
export interface ShopOfReader {
  readonly report: WeeklyReport;
  readonly reportUrl: string;
}

/** So many shops stand in one mail; those beyond are counted. */
const MOST_SHOPS = 60;

/** One digest of all shops of a reader, those that got worse first. Null: none of them is left to tell of. */
export function combinedLetter(shops: readonly ShopOfReader[], monday: Day, language: Language): Letter | null {
  if (shops.length === 0) return null;
  const say = wordsIn(language);
  const sorted = [...shops].sort(byUrgency);
  const shown = sorted.slice(0, MOST_SHOPS);
  const worse = shops.filter(({ report }) => report.verdict.kind === 'worse').length;
  const fresh = shops.reduce((sum, { report }) => sum + report.fresh.length, 0);
  const rest = shops.length - shown.length;
  return {
    language,
    subject: fittingSubject([
      ...(worse > 0 ? [say(REPORT_TEXTS.combinedWorse, { worse, shops: shops.length })] : []),
      say(REPORT_TEXTS.combinedSubject, { shops: shops.length }),
    ]),
    preheader: say(REPORT_TEXTS.combinedPreheader, { fresh }),
    blocks: [
      {
        kind: 'heading',
        text: say(REPORT_TEXTS.heading, { from: dayText(monday, language), to: dayText(sundayOf(sorted), language) }),
      },
      {
        kind: 'table',
        columns: [REPORT_TEXTS.shop, REPORT_TEXTS.scoreShort, REPORT_TEXTS.newShort, REPORT_TEXTS.atStake].map((text) =>
          say(text),
        ),
        rows: shown.map(({ report }) => [
          unlinked(report.shop),
          scoreOf(report, say(REPORT_TEXTS.noScore)),
          String(report.fresh.length),
          report.atStakePaise > 0 ? `₹${rupeesText(report.atStakePaise)}` : '–',
        ]),
      },
      { kind: 'heading', text: say(REPORT_TEXTS.doFirst) },
      ...shown.map(({ report, reportUrl }) => ({
        kind: 'link' as const,
        text: say(REPORT_TEXTS.actOf, { shop: unlinked(report.shop), act: firstAct(report, language) }),
        href: reportUrl,
      })),
      ...(rest > 0 ? [{ kind: 'paragraph' as const, text: say(REPORT_TEXTS.moreShops, { count: rest }) }] : []),
      { kind: 'paragraph', text: `${say(REPORT_NOTES.notAssessed)} ${say(REPORT_NOTES.couldExist)}`, isQuiet: true },
    ],
    because: say(REPORT_TEXTS.combinedBecause),
  };
}

const scoreOf = ({ snapshot, verdict }: WeeklyReport, unknown: string): string =>
  snapshot.score === null ? unknown : withChange(String(snapshot.score), verdict.scoreChange);

/** The title says the state as it should be; findings' own words, with hosts and names, stay with their shop. */
function firstAct({ topFive: [first] }: WeeklyReport, language: Language): string {
  const check = first && checkById(first.checkId);
  return check ? check.title[language] : REPORT_TEXTS.nothingToDo[language];
}

const ORDER = ['worse', 'first', 'same', 'better'] as const;

function byUrgency(a: ShopOfReader, b: ShopOfReader): number {
  const rank = ({ report }: ShopOfReader) => ORDER.indexOf(report.verdict.kind);
  return (
    rank(a) - rank(b) ||
    b.report.atStakePaise - a.report.atStakePaise ||
    (a.report.shop < b.report.shop ? -1 : a.report.shop > b.report.shop ? 1 : 0)
  );
}

const sundayOf = ([first]: readonly ShopOfReader[]): Day => first?.report.week.sunday ?? '';
