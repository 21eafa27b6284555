import { describe, expect, it } from '@jest/globals';
import { readPdf } from '../../test/read-pdf.ts';
import { MOST_PAGES, MOST_ROWS, type Paper, type PaperBlock } from './paper.ts';
import { writePdf } from './write-pdf.ts';

function aPaper(blocks: readonly PaperBlock[] = [], parts: Partial<Paper> = {}): Paper {
  return {
    language: 'en',
    title: 'Scripts of an invented shop',
    running: 'invented-shop.example · as of 22 Nov 2026',
    foot: 'Evidence for an invented rule',
    pageWords: 'Page {page} of {pages}',
    madeAt: '2026-11-22T10:00:00.000Z',
    isWide: false,
    blocks,
    ...parts,
  };
}

const read = async (blocks: readonly PaperBlock[], parts: Partial<Paper> = {}) =>
  readPdf(await writePdf(aPaper(blocks, parts)));

function aTable(rows: readonly (readonly string[])[]): PaperBlock {
  const columns = [
    { title: 'Script', share: 3 },
    { title: 'Why', share: 2 },
  ];
  return { kind: 'table', columns, rows, moreWords: '{count} more rows are in the CSV file.' };
}

describe('a PDF', () => {
  it('says what the paper says, with the running line, the foot and its number on each page', async () => {
    const pdf = await read([
      { kind: 'heading', text: 'What was read' },
      { kind: 'paragraph', text: 'Five pages, ₹ 100 and “quotes” – é Ž.' },
      { kind: 'list', items: ['The cart', 'The home page'] },
      { kind: 'facts', facts: [['As of', '22 Nov 2026']] },
      { kind: 'signature', fields: ['Name', 'Date'] },
    ]);
    expect(pdf.pages).toBe(1);
    for (const words of [
      'What was read',
      'Five pages,',
      '₹',
      '“quotes”',
      'é',
      'Ž',
      'The cart',
      '22 Nov 2026',
      'Name',
    ]) {
      expect(pdf.text).toContain(words);
    }
    for (const words of ['invented-shop.example', 'Evidence for an invented rule', 'Page 1 of 1']) {
      expect(pdf.text).toContain(words);
    }
  });

  it('can be read by a screen reader: title, language, headings, lists, tables with heads', async () => {
    const pdf = await read([
      { kind: 'heading', text: 'A' },
      { kind: 'paragraph', text: 'b' },
      { kind: 'list', items: ['c'] },
      aTable([['d', 'e']]),
    ]);
    expect(pdf.frame).toMatch(/\/Marked true/);
    expect(pdf.frame).toMatch(/\/Lang \(en\)/);
    expect(pdf.frame).toMatch(/\/DisplayDocTitle true/);
    const tags = Map.groupBy(pdf.tags, (tag) => tag);
    expect([...tags].map(([tag, { length }]) => `${length} ${tag}`).sort()).toEqual(
      ['1 Document', '1 H1', '1 H2', '1 P', '1 L', '1 LI', '1 Lbl', '1 LBody']
        .concat(['1 Table', '1 THead', '1 TBody', '2 TR', '3 TH', '1 TD'])
        .sort(),
    );
    expect(pdf.frame.match(/\/Scope \/Column/g)).toHaveLength(2);
    expect(pdf.frame.match(/\/Scope \/Row/g)).toHaveLength(1);
  });

  it('writes Hindi with its own letters', async () => {
    const pdf = await read([{ kind: 'paragraph', text: 'स्क्रिप्ट की सूची: 22 नवंबर 2026, ₹ 100' }], {
      language: 'hi',
      title: 'स्क्रिप्ट की सूची',
    });
    expect(pdf.frame).toMatch(/\/Lang \(hi\)/);
    expect(pdf.text).toContain('22');
    expect(pdf.text).toMatch(/[\u0900-\u097F]{2}/u);
    expect(pdf.text).not.toContain('\uFFFD');
  });

  it('is the same bytes for the same paper', async () => {
    const paper = aPaper([aTable([['a', 'b']])]);
    expect((await writePdf(paper)).equals(await writePdf(paper))).toBe(true);
  });

  it('repeats the heads of a long table on each page, and keeps every row', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => [`row-${index}-end`, 'because']);
    const pdf = await read([aTable(rows)]);
    expect(pdf.pages).toBeGreaterThan(3);
    expect(pdf.text.match(/Script /g)?.length).toBe(pdf.pages);
    expect(rows.filter(([name = '']) => !pdf.text.includes(name))).toEqual([]);
    expect(pdf.tags.filter((tag) => tag === 'TR')).toHaveLength(201);
    expect(pdf.text).toContain(`Page ${pdf.pages} of ${pdf.pages}`);
  });

  it('ends, and says how many rows it left out', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => [`https://host-${index}.example/a.js`, 'x']);
    const pdf = await read([aTable(rows)]);
    expect(pdf.pages).toBeLessThanOrEqual(MOST_PAGES);
    expect(pdf.text).toContain(`host-${MOST_ROWS - 1}.example`);
    expect(pdf.text).not.toContain(`host-${MOST_ROWS}.example`);
    expect(pdf.text).toContain('2000 more rows are in the CSV file.');
  });

  it('goes no further than its last page, however tall the rows are', async () => {
    const tall = 'wide words that fill a cell '.repeat(40);
    const pdf = await read([aTable(Array.from({ length: 3_000 }, () => [tall, tall]))]);
    expect(pdf.pages).toBeLessThanOrEqual(MOST_PAGES + 1);
    expect(pdf.text).toMatch(/\d+ more rows are in the CSV file\./);
  });
});

describe('U9: foreign text in a PDF', () => {
  it.each([
    ['brackets and slashes of the format', ') Tj ET \\(/JS (app.alert\\(1\\))/S/URI', ') Tj ET'],
    ['markup', '<script>alert(1)</script><img src=https://x.example/p.png>', '<script>alert(1)</script>'],
    ['an address', 'javascript:alert(1) https://evil.example/x', 'javascript:alert(1)'],
    ['an end of a stream', 'endstream endobj 1 0 obj << /OpenAction 2 0 R >>', 'endstream endobj'],
  ])('is drawn and nothing else: %s', async (_, text, words) => {
    const pdf = await read([
      { kind: 'paragraph', text },
      { kind: 'facts', facts: [[text, text]] },
      aTable([[text, text]]),
    ]);
    expect(pdf.text).toContain(words);
    expect(pdf.frame).not.toMatch(/\/(?:URI|JS|JavaScript|OpenAction|Launch|Annots \[\d|AA|EmbeddedFile)\b/);
  });

  it('in the title stays a title', async () => {
    const pdf = await read([], { title: ') /OpenAction << /S /JavaScript /JS (x) >>' });
    expect(pdf.frame).not.toContain('/OpenAction');
  });

  it.each([
    ['turned', 'gpj\u202Eexe.js', 'gpjexe.js'],
    ['with control characters', 'a\u0000b\nc', 'a b c'],
  ])('is cleaned: %s', async (_, text, words) => {
    expect((await read([{ kind: 'paragraph', text }])).text).toContain(words);
  });

  it.each([
    ['a word without end', 'x'.repeat(50_000)],
    ['letters of no face', '漢字'.repeat(3_000)],
    ['joined signs', 'क्'.repeat(20_000)],
    ['half a letter', `${'\uD800'.repeat(5)}ab`],
    ['nothing', ''],
    ['blanks', ' \u00A0 '.repeat(500)],
  ])('costs no page its end: %s', async (_, text) => {
    const pdf = await read([
      { kind: 'heading', text },
      { kind: 'paragraph', text },
      { kind: 'list', items: [text] },
      { kind: 'facts', facts: [[text, text]] },
      aTable([
        [text, text],
        ['last', 'row'],
      ]),
    ]);
    expect(pdf.text).toContain('last');
    expect(pdf.pages).toBeLessThan(10);
  });
});
