import { describe, expect, it } from '@jest/globals';
import { aDomain } from '../../test/factories.ts';
import { aWeeklyInput, taken, takenBefore } from '../../test/report-inputs.ts';
import { LANGUAGES } from '../text.ts';
import { combinedLetter, type ShopOfReader } from './combined-letter.ts';
import { weeklyReport } from './weekly.ts';

const MONDAY = '2026-11-23';
const BROKEN = { domains: [aDomain({ isTlsReady: false })] };

function aShop(shop: string, input = aWeeklyInput()): ShopOfReader {
  return { report: { ...weeklyReport(input), shop }, reportUrl: `https://admin.example/${shop}` };
}
const quiet = aShop('quiet.myshopify.com');
const worse = aShop('worse.myshopify.com', aWeeklyInput({ taken: taken(BROKEN) }));
const better = aShop('better.myshopify.com', aWeeklyInput({ before: takenBefore(BROKEN) }));
const text = (letter: unknown) => JSON.stringify(letter).replaceAll('\u200C', '');

describe('one digest of several shops', () => {
  it('is none where no shop is left', () => {
    expect(combinedLetter([], MONDAY, 'en')).toBeNull();
  });

  it('has a row and a link for each, those that got worse first', () => {
    const letter = combinedLetter([better, quiet, worse], MONDAY, 'en');
    const hrefs = letter?.blocks.flatMap((block) => (block.kind === 'link' ? [block.href] : []));
    expect(hrefs).toEqual(['worse', 'quiet', 'better'].map((name) => `https://admin.example/${name}.myshopify.com`));
    const rows = letter?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(rows?.map((row) => row.length)).toEqual([4, 4, 4]);
    expect(letter?.subject).toBe('1 of 3 shops worse this week');
  });

  it.each(LANGUAGES)('fits its subject and leaves no place open: %s', (language) => {
    for (const shops of [[quiet], [worse], [better, quiet, worse]]) {
      const letter = combinedLetter(shops, MONDAY, language);
      expect([...(letter?.subject ?? '')].length).toBeLessThanOrEqual(50);
      expect(text(letter)).not.toMatch(/\{\w+\}/);
    }
  });

  it('tells no finding in its own words: hosts and names stay with their shop', () => {
    expect(text(combinedLetter([worse], MONDAY, 'en'))).not.toContain('invented-shop.example');
  });

  it('shows sixty shops and counts the rest', () => {
    const many = Array.from({ length: 75 }, (_, index) => ({ ...quiet, reportUrl: `https://admin.example/${index}` }));
    const letter = combinedLetter(many, MONDAY, 'en');
    expect(letter?.blocks.filter(({ kind }) => kind === 'link')).toHaveLength(60);
    expect(text(letter)).toContain('15 shops more');
  });
});
