import { describe, expect, it } from '@jest/globals';
import { anOrderGstRow, ordersGst } from '../../../test/order-gst-factories.ts';
import { wordsOf } from '../../shared/words.ts';
import { countsOf, csvLink, ordersCsv, worstFirst } from './order-rows.ts';

const WORDS = wordsOf({ translate: (key) => (key === 'language' ? 'en' : key) });

describe('rows of orders', () => {
  it('puts the greatest wrong first, then what could not be judged, what is right last', () => {
    const rows = [
      anOrderGstRow({ id: '1' }),
      anOrderGstRow({ id: '2', result: 'not-found', name: null }),
      anOrderGstRow({ id: '3', result: 'wrong', differencePaise: 100 }),
      anOrderGstRow({ id: '4', result: 'not-judged' }),
      anOrderGstRow({ id: '5', result: 'wrong', differencePaise: 900 }),
      anOrderGstRow({ id: '6' }),
    ];
    expect(worstFirst(rows).map(({ id }) => id)).toEqual(['5', '3', '4', '2', '1', '6']);
    expect(countsOf(rows)).toEqual({ right: 2, wrong: 2, notJudged: 2, differencePaise: 1_000 });
  });

  it('counts no orders', () => {
    expect(countsOf([])).toEqual({ right: 0, wrong: 0, notJudged: 0, differencePaise: 0 });
  });
});

describe('the file', () => {
  it('has one line for each order, and sums without signs', () => {
    const lines = ordersCsv(ordersGst(4).orders, WORDS).split('\r\n');
    expect(lines[0]).toBe('\uFEFFcsv.order,csv.result,csv.difference,csv.found');
    expect(lines[1]).toMatch(/^#1002,result\.wrong,126\.00,Order #1001 went/);
    expect([lines.length, lines[3]?.startsWith('1004,result.not-found,0.00,')]).toEqual([6, true]);
  });

  it('never holds a formula, nor a cell that ends early', () => {
    const sentence = { en: '=HYPERLINK("https://a.example")', hi: '-' };
    const csv = ordersCsv([anOrderGstRow({ name: '+1, "a"\n=b', sentence })], WORDS);
    expect(csv).toContain(`"'+1, ""a""\n=b",result.right,0.00,"'=HYPERLINK(""https://a.example"")"`);
  });

  it('is a link that needs no server', () => {
    const link = csvLink('#1,"क"&?');
    expect(decodeURIComponent(link.slice('data:text/csv;charset=utf-8,'.length))).toBe('#1,"क"&?');
    expect(link.slice(5)).not.toMatch(/[#&?"]/);
  });
});
