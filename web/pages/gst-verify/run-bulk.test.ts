/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { MOST_ROWS } from './bulk-book.ts';
import type { BulkAnswer, BulkResult } from './bulk-messages.ts';
import { runBulk } from './run-bulk.ts';

const GOOD = '27AAPFU0939F1ZV';
const TYPO = '27AAPFUO939F1ZV'; // the letter O for a zero
const CYRILLIC = '27АAPFU0939F1ZV';

async function answersTo(source: Blob | string, column: number | null = null): Promise<BulkAnswer[]> {
  const answers: BulkAnswer[] = [];
  await runBulk({ source, column }, (answer) => answers.push(answer));
  return answers;
}

async function resultOf(source: Blob | string, column: number | null = null): Promise<BulkResult> {
  const last = (await answersTo(source, column)).at(-1);
  if (last?.kind !== 'done') throw new Error(`no result: ${JSON.stringify(last)}`);
  return last.result;
}

/** The saved file, without its mark. */
const linesOf = async ({ csv }: BulkResult) =>
  Buffer.from(await csv.arrayBuffer())
    .toString()
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n');

describe('a file of GSTINs', () => {
  it.each<[string, string, number, string[] | null, number]>([
    ['one on each line', `${GOOD}\n${TYPO}\n`, 0, null, 2],
    ['a header of one column', `GSTIN\n${GOOD}\n`, 0, ['GSTIN'], 1],
    ['a GSTIN column that is not first', `Name,City,GST No.\nMeera,Pune,${GOOD}\n`, 2, ['Name', 'City', 'GST No.'], 1],
    ['semicolons, and no header', `Meera;${GOOD}\nRavi;${TYPO}\n`, 1, null, 2],
    ['a single wrong number, which is no header', `${TYPO}\n`, 0, null, 1],
    ['a first row that is a wrong number', `${TYPO}\n${GOOD}\n`, 0, null, 2],
    ['blank lines, which are no rows', `\n${GOOD}\n\n  \n${GOOD}\n`, 0, null, 2],
    ['only numbers with mistakes', `a,${TYPO}\nb,${TYPO}\n`, 1, null, 2],
  ])('finds the column in %s', async (_name, text, column, header, judged) => {
    expect(await resultOf(text)).toMatchObject({ column, header, judged });
  });

  it('judges the column that is chosen instead', async () => {
    const result = await resultOf(`a,b\n${GOOD},x\n`, 1);
    expect(result).toMatchObject({ column: 1, counts: { ok: 0, bad_length: 1 } });
  });

  it.each<[string, BlobPart]>([
    ['UTF-8 with a mark', Buffer.from(`\ufeffName,GSTIN\r\nMeera,${GOOD}\r\n`)],
    ['UTF-16', Buffer.from(`\ufeffName,GSTIN\r\nMeera,${GOOD}\r\n`, 'utf16le')],
    ['Windows-1252', Buffer.from(`Name,GSTIN\r\nCaf\xe9,${GOOD}\r\n`, 'latin1')],
  ])('reads %s', async (_name, bytes) => {
    expect(await resultOf(new Blob([bytes]))).toMatchObject({
      judged: 1,
      counts: { ok: 1 },
      header: ['Name', 'GSTIN'],
    });
  });

  it('counts each reason, look-alikes of another script and warnings', async () => {
    const result = await resultOf([GOOD, TYPO, CYRILLIC, '27/AAPFU0939F1ZV', '25AAPFU0939F1ZZ', 'x'].join('\n'));
    expect(result).toMatchObject({ judged: 6, lookAlikes: 1, warned: 1 });
    expect(result.counts).toMatchObject({ ok: 2, bad_checksum: 0, bad_layout: 1, bad_charset: 2, bad_length: 1 });
    expect(result.rows.map(({ line, suggestions, lookAlikes }) => [line, suggestions, lookAlikes])).toEqual([
      [1, [], []],
      [2, [GOOD], []],
      [3, [], ['А']],
      [4, [], []],
      [5, [], []],
      [6, [], []],
    ]);
  });

  it('keeps the columns, adds the verdict, and lets no cell be a formula', async () => {
    const text = `Name,GSTIN,Note\n"=cmd|'/c calc'!A1",${GOOD},"a, b"\n+91 98,${TYPO}\n`;
    expect(await linesOf(await resultOf(text))).toEqual([
      'Name,GSTIN,Note,gstin_valid,gstin_reason,gstin_number,gstin_type,gstin_state_code,gstin_state,gstin_pan,gstin_warnings,gstin_did_you_mean',
      `'=cmd|'/c calc'!A1,${GOOD},"a, b",yes,ok,${GOOD},regular,27,Maharashtra,AAPFU0939F,,`,
      `'+91 98,${TYPO},,no,bad_layout,,,,,,,${GOOD}`,
    ]);
  });

  it('tells of rows that are not written as CSV asks, with their lines, and judges them and those below', async () => {
    const result = await resultOf(`Name,GSTIN\n"Meera,${GOOD}\nRavi,${GOOD}\n`);
    expect(result).toMatchObject({ judged: 2, counts: { ok: 2 } });
    expect(result.problems).toEqual({ count: 1, first: [{ line: 2, problem: 'quote-left-open' }] });
  });

  it('judges a hundred thousand rows and counts the rest', async () => {
    const result = await resultOf(`GSTIN\n${`${GOOD}\n`.repeat(MOST_ROWS + 3)}`);
    expect(result).toMatchObject({ judged: MOST_ROWS, leftOut: 3, counts: { ok: MOST_ROWS } });
    expect(result.rows).toHaveLength(50);
    expect(await linesOf(result)).toHaveLength(MOST_ROWS + 1);
  });

  it('tells how far it is', async () => {
    const answers = await answersTo(`${GOOD}\n`.repeat(20_000));
    const shares = answers.flatMap((answer) => (answer.kind === 'progress' ? [answer.share] : []));
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it.each<[string, Blob | string, string]>([
    ['nothing', '', 'empty'],
    ['blank lines', '\n \n', 'empty'],
    ['a workbook', new Blob([Buffer.from('PK\u0003\u0004 xl/workbook.xml', 'latin1')]), 'spreadsheet'],
    ['an old workbook', new Blob([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])]), 'spreadsheet'],
    ['a file that went away', { size: 9, slice: () => new Blob(['x']), stream: () => goneStream() } as unknown as Blob, 'unreadable'], // prettier-ignore
  ])('says what is wrong with %s', async (_name, source, problem) => {
    expect((await answersTo(source)).at(-1)).toEqual({ kind: 'failed', problem });
  });
});

function goneStream(): ReadableStream {
  return new ReadableStream({ pull: () => Promise.reject(new Error('NotReadableError')) });
}
