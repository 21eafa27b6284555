import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { WeeklyReport } from '../../core/report/weekly-report.ts';
import { verdictSentence } from '../../core/report/words.ts';
import { LANGUAGES, type Language } from '../../core/text.ts';
import { readPdf } from '../../test/read-pdf.ts';
import {
  aHostileReport,
  aLargeReport,
  anEmptyReport,
  aQuietReport,
  aReport,
  aTaxReport,
} from '../../test/report-factory.ts';
import { EVIDENCE_WORDS, REASON_WORDS } from '../../core/report/evidence-words.ts';
import { drawReportPdf, reportPaper } from './report-paper.ts';

const REPORTS = [
  ['full', aReport],
  ['with wrong tax, the first', aTaxReport],
  ['quiet', aQuietReport],
  ['empty', anEmptyReport],
  ['hostile', aHostileReport],
  ['large', aLargeReport],
] as const;
const BOTH = REPORTS.flatMap(([name, make]) => LANGUAGES.map((language) => [name, language, make] as const));
const NEVER_SAID = /\bcompliant\b|\bcertified\b|\bplease\b|\bis secure\b/i;

const PLACES_THAT_STAY = new Set(['{page}', '{pages}', '{count}']);

const drawn = new Map<string, Promise<Buffer>>();

/** Each paper is drawn once. */
function paperOf(make: () => WeeklyReport, language: Language): Promise<Buffer> {
  const key = `${make.name} ${language}`;
  const bytes = drawn.get(key) ?? drawReportPdf(make(), language);
  drawn.set(key, bytes);
  return bytes;
}

/** What is drawn by two fonts comes as two pieces. */
const words = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('₹ ', '₹');
const missing = (text: string, parts: readonly string[]) => parts.filter((part) => !words(text).includes(part));

describe('the weekly report on paper', () => {
  it.each(BOTH)('%s, %s: is under 400 KB, tagged, without a place that nobody filled', async (_, language, make) => {
    const bytes = await paperOf(make, language);
    expect(bytes.length).toBeLessThan(400 * 1024);
    const pdf = readPdf(bytes);
    expect(pdf.frame).toContain(`/Lang (${language})`);
    expect(pdf.text).not.toContain('\uFFFD');
    const said = JSON.stringify(reportPaper(make(), language));
    const places = said.match(/\{\w+\}|undefined|NaN|\[object/g) ?? [];
    expect(places.filter((place) => !PLACES_THAT_STAY.has(place))).toEqual([]);
    expect(NEVER_SAID.exec(said)).toBeNull();
    expect(pdf.frame).not.toMatch(/\/URI|\/JavaScript|\/Launch|\/EmbeddedFile/);
  });

  it('says on its first page what happened, how things stand, what to do first and what is due', async () => {
    const report = aReport();
    const [front = ''] = readPdf(await paperOf(aReport, 'en')).text.split('\n');
    expect(
      missing(front, [
        'Week of 16 Nov 2026 to 22 Nov 2026',
        verdictSentence(report, 'en'),
        'of 100, 18 less than last week',
        'Do this first',
        'cdn.polyfill.io',
        'New this week',
        'and 57 more, on the pages that follow',
        'Fixed this week',
        'Due in 14 days',
        'Page 1 of',
      ]),
    ).toEqual([]);
  });

  it('shows the way of the score as a picture that is told in words, and as a table', async () => {
    const report = aReport();
    const pdf = readPdf(await paperOf(aReport, 'en'));
    expect(pdf.tags.filter((tag) => tag === 'Figure')).toHaveLength(1);
    const [trend] = reportPaper(report, 'en').blocks.flatMap((block) => (block.kind === 'trend' ? [block.alt] : []));
    expect(trend).toContain('21 Sep 2026: score 41, coverage 51%');
    expect(missing(pdf.text, ['21 Sep 2026 41 60 of 118 checks could run 51%'])).toEqual([]);
  });

  it('has no picture of one week, and says so', async () => {
    const pdf = readPdf(await paperOf(aTaxReport, 'en'));
    expect(pdf.tags).not.toContain('Figure');
    expect(missing(pdf.text, ['One week so far: score 41, coverage 51%.'])).toEqual([]);
  });

  it('tells the accountant registrations, tax by State, dates, codes, gaps and rules, with numbers masked', async () => {
    const text = words(readPdf(await paperOf(aTaxReport, 'en')).text);
    expect(
      missing(text, [
        'For the accountant',
        '27AAPFUXXXXF1ZV Maharashtra Suspended',
        'Gujarat 1 ₹209',
        'GSTR-1 Oct 2026',
        'Overdue',
        'Taxable variants',
        'What could not be assessed, and why',
        'CGST Act 2017',
        '1 Jul 2017',
      ]),
    ).toEqual([]);
    expect(text).not.toMatch(/\d{2}[A-Z]{5}\d{4}[A-Z]\dZ\w/);
  });

  it('says why a part of GST is missing', async () => {
    const { text } = readPdf(await paperOf(aReport, 'en'));
    expect(missing(text, ['The last check did not read this yet: Products. Check again.'])).toEqual([]);
  });

  it('does not call a shop clean about which nothing is known', async () => {
    const text = words(readPdf(await paperOf(anEmptyReport, 'en')).text);
    expect(text).toContain('No check could be assessed, so there is no score.');
    expect(text).toContain('What could not be assessed never counts as passed.');
    expect(text).toContain('Nothing to mend in the 0 checks that ran. Not assessed: 1');
  });

  it('writes rupees and Hindi with letters of their own', async () => {
    const pdf = readPdf(await paperOf(aTaxReport, 'hi'));
    expect(pdf.text).toContain('₹');
    expect(pdf.text).toMatch(/[\u0900-\u097F]{2}/u);
  });

  it('shows what others wrote as text: nothing hides, turns, or becomes a link', async () => {
    const pdf = readPdf(await paperOf(aHostileReport, 'en'));
    expect(pdf.text).toContain('<script>');
    expect(pdf.text).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u0000]/);
    expect(pdf.frame).not.toMatch(/evil\.example/);
  });

  it('counts what does not fit', async () => {
    const { text } = readPdf(await paperOf(aLargeReport, 'en'));
    expect(missing(text, ['300 more rows do not fit on this paper. The CSV and JSON files have all of them.'])).toEqual(
      [],
    );
  });

  it.each(LANGUAGES)('is the same bytes for the same report: %s', async (language) => {
    const [one, other] = await Promise.all([paperOf(aQuietReport, language), drawReportPdf(aQuietReport(), language)]);
    expect(one.equals(other)).toBe(true);
  });
});

describe('words of the paper', () => {
  const page = (language: Language, file: string) =>
    JSON.parse(readFileSync(new URL(`../../web/locales/${language}/${file}.json`, import.meta.url), 'utf8')) as Record<
      string,
      Record<string, string>
    >;

  it.each(LANGUAGES)('are those of the pages: %s', (language) => {
    const of = (texts: Readonly<Record<string, Readonly<Record<Language, string>>>>) =>
      Object.fromEntries(
        Object.entries(texts).map(([key, text]) => [key, text[language].replace('{what}', '{{what}}')]),
      );
    expect(of(EVIDENCE_WORDS)).toEqual(page(language, 'common')['evidence']);
    expect(of(REASON_WORDS)).toEqual(page(language, 'security')['reason']);
  });
});
