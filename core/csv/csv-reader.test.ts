import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvCell, csvRow } from './csv-cell.ts';
import { csvReader, type CsvRow } from './csv-reader.ts';

/** Reads a text that comes in pieces of so many characters. */
function read(text: string, pieceLength = text.length || 1): CsvRow[] {
  const reader = csvReader();
  const rows: CsvRow[] = [];
  for (let at = 0; at < text.length; at += pieceLength) rows.push(...reader.push(text.slice(at, at + pieceLength)));
  return [...rows, ...reader.finish()];
}

/** "line problem: cell | cell" for each row. */
const told = (rows: readonly CsvRow[]) =>
  rows.map(({ line, cells, problem }) => `${line}${problem ? ` ${problem}` : ''}: ${cells.join(' | ')}`);

describe('csvReader', () => {
  it.each<[string, string, string[]]>([
    ['an empty file', '', []],
    ['one line without an end', 'a,b', ['1: a | b']],
    ['line ends of three kinds', 'a,b\nc,d\r\ne,f\rg,h', ['1: a | b', '2: c | d', '3: e | f', '4: g | h']],
    ['blank lines, which are rows too', 'a\n\n\nb\n', ['1: a', '2: ', '3: ', '4: b']],
    ['an empty last cell', 'a,\n,b\n', ['1: a | ', '2:  | b']],
    ['semicolons', 'name;gstin\nA, B;x\n', ['1: name | gstin', '2: A, B | x']],
    ['tabs', 'name\tgstin\nA, B\tx\n', ['1: name | gstin', '2: A, B | x']],
    ['the separator by its sign', 'sep=;\r\na,x;b\r\n', ['2: a,x | b']],
    ['quotes', '"a, b","say ""yes"""\nc,d', ['1: a, b | say "yes"', '2: c | d']],
    ['line ends in quotes', '"a\nb\r\nc",d\ne,f', ['1: a\nb\r\nc | d', '4: e | f']],
    ['a quote within a word', 'Ravi "Raj" Kumar,5" pipe\n', ['1: Ravi "Raj" Kumar | 5" pipe']],
    ['blanks behind a quoted cell', '"a" ,"b"  \nc,d', ['1: a | b', '2: c | d']],
    ['formula text, which is text', '=1+1,+2,-3,@x\n', ['1: =1+1 | +2 | -3 | @x']],
    ['letters behind a closing quote', '"a"b,c\nd,e', ['1 text-after-quote: "a"b | c', '2: d | e']],
    ['a quote that closes at the next one', 'a,"b,"c"\nd,e', ['1 text-after-quote: a | "b | c', '2: d | e']],
  ])('reads %s', (_name, text, rows) => {
    expect(told(read(text))).toEqual(rows);
  });

  it.each<[string, string, string[]]>([
    [
      'to the end of the file',
      'a,b\n"c,d\ne,f\ng,h',
      ['1: a | b', '2 quote-left-open: "c | d', '3: e | f', '4: g | h'],
    ],
    [
      'before a line with quotes of its own',
      '"c,d\n"e, f",g\nh,i',
      ['1 quote-left-open: "c | d', '2: e, f | g', '3: h | i'],
    ],
    [
      'beside a cell whose quotes close',
      'a,"x,y","b\nd,"e" f',
      ['1 quote-left-open: a | x,y | "b', '2 text-after-quote: d | "e" f'],
    ],
    ['in the last line', 'a,b\nc,"d', ['1: a | b', '2 quote-left-open: c | "d']],
    ['in a file of one quote', '"', ['1 quote-left-open: "']],
  ])('a quote left open %s costs its own line and no other', (_name, text, rows) => {
    expect(told(read(text))).toEqual(rows);
  });

  it('finds an open quote above a long file, and gives every line below', () => {
    const below = Array.from({ length: 5_000 }, (_, index) => `row ${index},x`);
    const rows = read(['"open,y', ...below].join('\n'), 1_000);
    expect(rows[0]).toEqual({ line: 1, cells: ['"open', 'y'], problem: 'quote-left-open' });
    expect(rows.slice(1).map(({ line, cells }) => `${line} ${cells[0]}`)).toEqual(
      below.map((text, index) => `${index + 2} ${text.slice(0, -2)}`),
    );
  });

  it('reads a line of a million characters, and cuts one of five million', () => {
    const million = 'A'.repeat(1_000_000);
    expect(read(`a\n${million}\nb\n`, 65_536).map(({ cells }) => cells[0]?.length)).toEqual([1, 1_000_000, 1]);
    const rows = read(`a\n${million.repeat(5)}\nb\n`, 65_536);
    expect(rows.map(({ line, cells, problem }) => [line, cells[0]?.length, problem])).toEqual([
      [1, 1, null],
      [2, 4_000_000, 'too-long'],
      [3, 1, null],
    ]);
  });

  it('does not depend on how the text is cut into pieces', () => {
    const alphabet = fc.constantFrom('a', ',', '"', '\n', '\r', ';', ' ');
    fc.assert(
      fc.property(fc.array(alphabet), fc.integer({ min: 1, max: 5 }), (signs, pieceLength) => {
        const text = signs.join('');
        expect(read(text, pieceLength)).toEqual(read(text));
      }),
      { numRuns: 500 },
    );
  });

  it('loses no character: every sign of the file stands in a cell, or is a separator, a quote or a line end', () => {
    const alphabet = fc.constantFrom('a', 'b', ',', '"', '\n');
    fc.assert(
      fc.property(fc.array(alphabet), (signs) => {
        const letters = (text: string) => text.replace(/[^ab]/g, '');
        const text = signs.join('');
        expect(
          letters(
            read(text)
              .flatMap(({ cells }) => cells)
              .join(''),
          ),
        ).toBe(letters(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('csvCell', () => {
  it.each([
    ['27AAPFU0939F1ZV', '27AAPFU0939F1ZV'],
    ['=HYPERLINK("https://evil.example")', `"'=HYPERLINK(""https://evil.example"")"`],
    ['+91', "'+91"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['a\n=1', '"\'a\n=1"'],
    ['a,b', '"a,b"'],
  ])('%j is written %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it('writes rows that are read back as they were', () => {
    const cell = fc.string().filter((text) => csvCell(text).replace(/^"/, '').charAt(0) !== "'");
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2 }), (cells) => {
        // A first row of plain words: the separator is guessed from the first line.
        expect(read(`a,b,c,d\r\n${csvRow(cells)}`)[1]?.cells).toEqual(cells);
      }),
    );
  });
});
