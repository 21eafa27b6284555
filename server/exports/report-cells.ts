import { checkById } from '../../core/checks/index.ts';
import { dayText } from '../../core/day-text.ts';
import { findingText } from '../../core/finding-text.ts';
import { reportRupees } from '../../core/report/rupees.ts';
import type { ReportAct, ReportDue, ReportFinding, WeekPoint } from '../../core/report/weekly-report.ts';
import { dueText, effortText } from '../../core/report/words.ts';
import { fill, type Language, type Text, type TextData } from '../../core/text.ts';
import type { PaperBlock } from '../pdf/paper.ts';
import { REPORT } from './report-words.ts';

/** Says a text in one language. */
export type Say = (text: Text, data?: TextData) => string;

export const sayIn =
  (language: Language): Say =>
  (text, data = {}) =>
    fill(text[language], data);

/** What is wrong, in the check's words; its title where the check or the message is gone. */
export function findingWords({ checkId, messageId, data }: ReportFinding, language: Language): string {
  const check = checkById(checkId);
  const message = check?.messages[messageId];
  return message ? findingText(message, data, language) : checkTitle(checkId, language);
}

export const checkTitle = (checkId: string, language: Language): string =>
  checkById(checkId)?.title[language] ?? checkId;

export const firstStep = (checkId: string, language: Language): string =>
  checkById(checkId)?.remedy[0]?.[language] ?? '';

/** Nothing at stake, or nothing that can be counted, is a dash. */
export const stakeWords = (paise: number | null): string => (paise === null || paise === 0 ? '–' : reportRupees(paise));

/** "Takes an hour or two. Brings 4 points. ₹14,200 GST at stake." */
export function actWords({ effort, points, atStakePaise }: ReportAct, language: Language): string {
  const say = sayIn(language);
  return [
    say(REPORT.takes, { effort: effortText(effort, language) }),
    ...(points > 0 ? [say(REPORT.brings, { points })] : []),
    ...(atStakePaise ? [say(REPORT.stakes, { amount: reportRupees(atStakePaise) })] : []),
  ].join(' ');
}

/** "29 Nov 2026: GSTR-1 of Oct 2026". */
export function dueWords(due: ReportDue, language: Language): string {
  const data = { day: dueDay(due, language), what: dueText(due, language) };
  return sayIn(language)(due.isOverdue ? REPORT.overdue : REPORT.due, data);
}

export function dueDay({ on, isVerified }: Pick<ReportDue, 'on' | 'isVerified'>, language: Language): string {
  const day = dayText(on, language);
  return isVerified ? day : sayIn(language)(REPORT.doubtful, { day });
}

/** Whole percent of the checks that apply; null: none applies. */
export function coverageOf({ assessed, applicable }: Pick<WeekPoint, 'assessed' | 'applicable'>): number | null {
  return applicable === 0 ? null : Math.round((100 * assessed) / applicable);
}

export const heading = (text: string): PaperBlock => ({ kind: 'heading', text });
export const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });

/** A title and its share of the width; numbers stand to the right. */
export type TitledColumn = readonly [title: string, share: number, kind?: 'number'];

/** Rows beyond these are counted, and stand in the files. */
const MOST_ROWS = 100;

export function table(
  columns: readonly TitledColumn[],
  rows: readonly (readonly string[])[],
  moreWords: string,
): PaperBlock {
  const titled = columns.map(([title, share, kind]) => ({ title, share, isNumber: kind === 'number' }));
  return { kind: 'table', columns: titled, rows, moreWords, mostRows: MOST_ROWS };
}
