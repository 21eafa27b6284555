import { describe, expect, it } from '@jest/globals';
import {
  aHostileReport,
  aLargeReport,
  anEmptyReport,
  aQuietReport,
  aReport,
  aTaxReport,
} from '../../test/report-factory.ts';
import { drawHtml } from '../mail/draw-html.ts';
import { drawText } from '../mail/draw-text.ts';
import { LANGUAGES } from '../../core/text.ts';
import { weeklyLetter, withChange } from '../../core/report/letter.ts';
import { verdictSentence } from '../../core/report/words.ts';

const LINKS = { reportUrl: 'https://admin.shopify.com/store/invented/apps/prahari/report/2026-11-16' };
const FOOT = { stopUrl: 'https://prahari.example/mail#stop' };
const REPORTS = [
  ['full', aReport],
  ['with wrong tax, the first', aTaxReport],
  ['quiet', aQuietReport],
  ['empty', anEmptyReport],
  ['hostile', aHostileReport],
  ['large', aLargeReport],
] as const;
const BOTH = REPORTS.flatMap(([name, make]) => LANGUAGES.map((language) => [name, language, make] as const));

const textOf = (make: () => ReturnType<typeof aReport>) => drawText(weeklyLetter(make(), 'en', LINKS), FOOT);

describe('the letter of a week', () => {
  it.each(BOTH)('%s, %s: fits mail programs, and no place is left open', (_, language, make) => {
    const letter = weeklyLetter(make(), language, LINKS);
    expect([...letter.subject].length).toBeLessThanOrEqual(50);
    expect(Buffer.byteLength(drawHtml(letter, FOOT))).toBeLessThan(100 * 1024);
    expect(JSON.stringify(letter).match(/\{\w+\}|undefined|NaN|\[object/g)).toBeNull();
    for (const block of letter.blocks) if (block.kind === 'button') expect(block.href).toBe(LINKS.reportUrl);
  });

  it('says shop, week, verdict, score, coverage, what to do first, and one link', () => {
    const report = aReport();
    const text = textOf(() => report);
    for (const part of [
      'Week of 16 Nov 2026 to 22 Nov 2026',
      verdictSentence(report, 'en'),
      '10 (−18)',
      '32% (37 of 116)',
      'Do this first',
      'Open the report',
      LINKS.reportUrl,
      'New this week',
      'and 57 more',
      'Fixed this week',
      'Due in 14 days',
      'New vendors: 19',
      'The last check did not read this yet: Your GSTINs.',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('says what is to be corrected, State by State, with numbers masked', () => {
    const text = textOf(aTaxReport);
    for (const part of ['Orders checked: 6', 'Gujarat', '₹209', '27AAPFUXXXXF1ZV']) expect(text).toContain(part);
    expect(text).not.toMatch(/\d{2}[A-Z]{5}\d{4}[A-Z]\dZ\w/);
    expect(weeklyLetter(aTaxReport(), 'en', LINKS).subject).toBe('Your first report: score 28, ₹760 at stake');
  });

  it('is three lines and the link in a quiet week', () => {
    const { blocks } = weeklyLetter(aQuietReport(), 'en', LINKS);
    const lines = blocks.flatMap((block) => (block.kind === 'paragraph' && block.isQuiet !== true ? [block.text] : []));
    expect(lines).toEqual([
      'As last week: nothing new, nothing mended.',
      'Score 100, coverage 98% (98 of 100).',
      expect.stringMatching(/^Next due: 11 Dec 2026: GSTR-1/),
    ]);
    expect(blocks.map(({ kind }) => kind)).toEqual([
      ...['heading', 'paragraph', 'paragraph', 'paragraph', 'paragraph', 'button', 'paragraph'],
    ]);
  });

  it('does not praise a shop of which nothing is known', () => {
    const text = textOf(anEmptyReport);
    expect(text).toContain('not known');
    expect(text).toContain('0% (0 of 1');
    expect(text).toContain('never counts as passed');
  });

  it('lets nothing that others wrote become a link or mark-up', () => {
    const html = drawHtml(weeklyLetter(aHostileReport(), 'en', LINKS), FOOT);
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/href="[^"]*evil/);
    expect(html).not.toMatch(/https:\/\/evil/);
    expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  });

  it.each([
    ['72', 4, '72 (+4)'],
    ['72', -4, '72 (−4)'],
    ['72', 0, '72'],
    ['72', null, '72'],
  ])('%s changed by %s: %s', (score, change, words) => {
    expect(withChange(score, change)).toBe(words);
  });
});
