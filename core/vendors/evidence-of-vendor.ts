import { paperRow, QUESTIONNAIRE_WEIGHTS } from '../data/vendor-papers.ts';
import type { VendorEntry, VendorPaper } from '../evidence/vendors.ts';
import { addDays, dayInIndia } from '../gst/days.ts';
import type { Day, Instant } from '../time.ts';

/**
 * Last day on which a paper counts; null: it has no end. Where no end was given and papers of its kind have one, the
 * days run from the moment when it came: its id begins with that second, else from the day of the entry, which is
 * never later.
 */
export function paperEndsOn(
  { id, kind, validUntil }: VendorPaper,
  { addedAt }: Pick<VendorEntry, 'addedAt'>,
): Day | null {
  const { validDays } = paperRow(kind);
  if (validUntil !== null || validDays === null) return validUntil;
  const [, seconds] = /^([0-9a-f]{8})[0-9a-f]{16}$/.exec(id) ?? [];
  const from = seconds === undefined ? addedAt : new Date(Number.parseInt(seconds, 16) * 1_000).toISOString();
  return addDays(dayInIndia(from), validDays);
}

/** Papers that count on the day of `asOf`. */
export function validPapers(entry: VendorEntry, asOf: Instant): VendorPaper[] {
  const today = dayInIndia(asOf);
  return entry.papers.filter((paper) => (paperEndsOn(paper, entry) ?? today) >= today);
}

/** Last day on which the answers count; null: there are none. */
export function answersEndOn({ questionnaire }: VendorEntry): Day | null {
  if (questionnaire === null) return null;
  return addDays(dayInIndia(questionnaire.answeredAt), QUESTIONNAIRE_WEIGHTS.validDays);
}

/** 0 to 1: the best that is on file and valid. A contract counts by itself. */
export function bestPaper(entry: VendorEntry, asOf: Instant): number {
  const papers = validPapers(entry, asOf).map(({ kind }) => paperRow(kind).weight);
  const { reviewed, unreviewed } = QUESTIONNAIRE_WEIGHTS;
  const answers = hasAnswers(entry, asOf) ? (entry.questionnaire?.reviewedAt === null ? unreviewed : reviewed) : 0;
  return Math.max(0, answers, ...papers);
}

/** A report that stands for a vendor of high risk, or answers that somebody of the shop read. */
export function hasReport(entry: VendorEntry, asOf: Instant): boolean {
  if (validPapers(entry, asOf).some(({ kind }) => paperRow(kind).isReport)) return true;
  return hasAnswers(entry, asOf) && entry.questionnaire?.reviewedAt !== null;
}

export const hasContract = (entry: VendorEntry, asOf: Instant): boolean =>
  validPapers(entry, asOf).some(({ kind }) => kind === 'contract');

function hasAnswers(entry: VendorEntry, asOf: Instant): boolean {
  const last = answersEndOn(entry);
  return last !== null && last >= dayInIndia(asOf);
}
