import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../../..');
const EXAMPLES = join(ROOT, 'test/examples/gst');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prahari-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly complaints: string;
}

/** The command as a person starts it. */
async function prahari(words: readonly string[], input: string | Uint8Array = ''): Promise<Ended> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts/prahari.mjs'), ...words], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stdin.on('error', () => undefined); // a command that was asked wrongly reads nothing
  child.stdin.end(input);
  const [out, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, out, complaints };
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

const objects = (out: string) =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** Rows of an example file: no cell of them holds a line end, and quotes only stand around notes at the end. */
async function exampleRows(name: string): Promise<Record<string, string>[]> {
  const [head = '', ...lines] = (await readFile(join(EXAMPLES, name), 'utf8')).trimEnd().split('\n');
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

const GOOD = '27AAPFU0939F1ZV';
const WRONG = '27AAPFU0939F1ZO';

describe('prahari gstin --json', () => {
  it('judges the example file as it says', async () => {
    const rows = await exampleRows('gstin_examples.csv');
    const { out, code } = await prahari(['gstin', '--json'], rows.map(({ gstin }) => `${gstin}\n`).join(''));
    const orNull = (cell = '') => (cell === '' ? null : cell);
    const told = objects(out).map(({ gstin: _, warnings: __, ...rest }) => rest);
    expect(told).toEqual(
      rows.map((row) => ({
        input: row['gstin'],
        valid: row['expected_valid'] === 'true',
        reason: row['reason'],
        type: orNull(row['type']),
        stateCode: orNull(row['state_code']),
        state: orNull(row['state']),
        pan: orNull(row['pan']),
      })),
    );
    expect(code).toBe(1);
  });

  it.each<[string, string, number, [string, string][]]>([
    ['one number without a line end', GOOD, 0, [[GOOD, 'ok']]],
    ['Windows line ends', `${GOOD}\r\n${GOOD}\r\n`, 0, [[GOOD, 'ok'], [GOOD, 'ok']]], // prettier-ignore
    ['a blank line between', `${GOOD}\n\n${GOOD}\n`, 1, [[GOOD, 'ok'], ['', 'empty'], [GOOD, 'ok']]], // prettier-ignore
    ['a wrong one', `${WRONG}\n`, 1, [[WRONG, 'bad_checksum']]],
    ['formula text', `=1+1\n`, 1, [['=1+1', 'bad_charset']]],
    ['an open quote', `"${GOOD}\n${GOOD}\n`, 1, [[`"${GOOD}`, 'bad_charset'], [GOOD, 'ok']]], // prettier-ignore
    ['nothing', '', 0, []],
  ])('reads %s from standard input', async (_name, input, code, verdicts) => {
    const ended = await prahari(['gstin', '--json', '-'], input);
    expect(objects(ended.out).map((line) => [line['input'], line['reason']])).toEqual(verdicts);
    expect([ended.code, ended.complaints]).toEqual([code, '']);
  });

  it.each<[string, Uint8Array]>([
    ['a byte order mark', Buffer.from(`\ufeff${GOOD}\n`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${GOOD}\n`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(`${GOOD}\n`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${GOOD}\n`, 'utf16le').swap16()],
  ])('reads a file with %s', async (name, bytes) => {
    const { out, code } = await prahari(['gstin', await file(name, bytes), '--json']);
    expect(objects(out).map(({ gstin }) => gstin)).toEqual([GOOD]);
    expect(code).toBe(0);
  });

  it('answers a line of a megabyte with one verdict, its input cut', async () => {
    const { out } = await prahari(['gstin', '--json'], `${'A'.repeat(1_048_576)}\n${GOOD}\n`);
    const [long, next] = objects(out);
    expect(long).toMatchObject({ input: `${'A'.repeat(200)}…`, reason: 'bad_length' });
    expect(next).toMatchObject({ input: GOOD, valid: true });
  });

  it('takes any character from lines of JSON, and goes on after a line that is none', async () => {
    const lines = [
      JSON.stringify('27AAPFU0939F1ZV\n'),
      '{"gstin":"27AAPFU\\u200b0939F1ZV"}',
      '{"gstin":',
      '5',
      '',
      '"x"',
    ];
    const { out, code, complaints } = await prahari(['gstin', '--jsonl', '--json'], lines.join('\n'));
    expect(objects(out).map(({ reason }) => reason)).toEqual(['ok', 'bad_charset', 'bad_length']);
    expect(complaints.split('\n').map((line) => line.slice(0, 15))).toEqual(['prahari: line 3', 'prahari: line 4', '']);
    expect(code).toBe(1);
  });

  it.each<[string, string, string, string[], string]>([
    [
      'by its name',
      'gstin',
      `name,GSTIN \n"Rao, Sons",${GOOD}\n\nIyer,${WRONG}\nShort\n`,
      ['ok', 'bad_checksum', 'empty'],
      '',
    ],
    ['by its number', '2', `name;gstin\r\n"Rao; Sons";"${GOOD}"\r\n`, ['bad_length', 'ok'], ''],
    ['beside an open quote', 'gstin', `gstin,name\n${GOOD},"Rao\n${GOOD},Iyer`, ['ok'], 'line 2: a quote is left open'],
  ])('takes a column of a CSV file %s', async (_name, column, csv, reasons, complaint) => {
    const { out, complaints } = await prahari(['gstin', '--column', column, '--json'], csv);
    expect(objects(out).map(({ reason }) => reason)).toEqual(reasons);
    expect(complaints).toContain(complaint);
  });

  it('names the columns there are where it is asked for another', async () => {
    const { code, out, complaints } = await prahari(['gstin', '--column', 'number'], 'name,gst no\u001b\n');
    expect([code, out]).toEqual([2, '']);
    expect(complaints).toBe('prahari: There is no column "number". The first line names: name, gst no?\n');
  });

  it('ends quietly when its reader has seen enough', async () => {
    const many = await file('many.txt', `${GOOD}\n`.repeat(100_000));
    const child = spawn(process.execPath, [join(ROOT, 'scripts/prahari.mjs'), 'gstin', '--json', many], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const complaints = text(child.stderr);
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((resolve) => child.once('close', resolve));
    expect(await complaints).toBe('');
  });
});

describe('prahari gstin, for a person', () => {
  it('prints a table of eighty columns and counts the reasons', async () => {
    const input = [GOOD, '25AAPFU0939F1ZZ', WRONG, '\u001b[31m27', 'x'.repeat(500)].join('\n');
    const { out } = await prahari(['gstin'], input);
    expect(out.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
    expect(out).toContain('ok (legacy_state_code)');
    expect(out).toContain('5 numbers: 2 could exist, 3 could not.');
    expect(out).not.toContain('\u001b');
  });
});

describe('prahari split --json', () => {
  it('splits the example file as it says', async () => {
    const rows = await exampleRows('tax_split_examples.csv');
    const { out, code } = await prahari(['split', join(EXAMPLES, 'tax_split_examples.csv'), '--json']);
    const columns = 'id pos nature taxable cgst sgst utgst igst total_tax gstr1_section'.split(' ');
    expect(objects(out)).toEqual(rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]]))));
    expect(code).toBe(0);
  });

  const HEAD = 'date,id,seller,dispatch_state,buyer,ship_to,bill_to,lut,inclusive,rate,amount';
  const row = (over: Partial<Record<string, string>> = {}) => {
    const usual: Record<string, string> = {
      date: '2026-10-05',
      id: 'A',
      seller: 'regular',
      dispatch_state: '33',
      buyer: 'b2c',
      ship_to: '29',
      bill_to: '',
      lut: '',
      inclusive: 'no',
      rate: '18',
      amount: '100',
    };
    return HEAD.split(',')
      .map((column) => over[column] ?? usual[column] ?? '')
      .join(',');
  };

  it.each<[string, Partial<Record<string, string>>, string]>([
    ['a day that is none', { date: '2026-02-29' }, 'date: write the day as 2026-10-05'],
    ['a day before GST', { date: '2017-06-30' }, 'date: GST began on 2017-07-01'],
    ['a seller of no kind', { seller: 'shop' }, 'seller: write one of regular, composition, unregistered'],
    ['a State without its zero', { dispatch_state: '7' }, 'dispatch_state: write the two digits'],
    ['a State that is none', { ship_to: '39' }, 'ship_to: write the two digits'],
    ['a buyer of no kind', { buyer: 'B2X' }, 'buyer: write one of'],
    ['a rate above all', { rate: '101' }, 'rate: write percent'],
    ['an amount with a comma', { amount: '"2,000.00"' }, 'amount: write rupees'],
    ['an amount below zero', { amount: '-1' }, 'amount: write rupees'],
    ['a third decimal', { amount: '1.005' }, 'amount: write rupees'],
    ['a formula', { amount: '=1+1' }, 'amount: write rupees'],
    ['an open quote', { id: '"A' }, 'a quote is left open'],
  ])('names %s with its line, and splits the rows around it', async (_name, over, complaint) => {
    const { out, code, complaints } = await prahari(
      ['split', '-', '--json'],
      [HEAD, row(), row(over), row({ id: 'C' })].join('\n'),
    );
    expect(objects(out).map(({ id, igst }) => [id, igst])).toEqual([['A', '18.00'], ['C', '18.00']]); // prettier-ignore
    expect(complaints).toContain(`prahari: line 3: ${complaint}`);
    expect(complaints.trimEnd().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });

  it('reads a file that Excel wrote: semicolons, byte order mark, Windows line ends', async () => {
    const excel = `\ufeff${[HEAD, row()].join('\r\n').replaceAll(',', ';')}\r\n`;
    const { out, code } = await prahari(['split', await file('excel.csv', excel), '--json']);
    expect(objects(out)).toHaveLength(1);
    expect(code).toBe(0);
  });
});

describe('prahari, asked wrongly', () => {
  it.each([
    [[], 'Name a command'],
    [['gst'], 'There is no command "gst"'],
    [['gstin', '--fast'], 'There is no option "--fast"'],
    [['gstin', '--json=1'], 'The option --json takes no value'],
    [['gstin', 'a', 'b'], 'Name one file'],
    [['gstin', 'nowhere.txt'], 'There is no file "nowhere.txt"'],
    [['gstin', GOOD], `echo ${GOOD} | prahari gstin`],
    [['gstin', '/'], 'is a folder'],
    [['gstin', '--column'], 'Behind --column stands the name'],
    [['gstin', '--column=', '-'], 'Behind --column stands the name'],
    [['gstin', '--column', 'gstin', '--jsonl'], 'leave one out'],
    [['split', '-', '--column', 'id'], '--column belongs to gstin'],
    [['gstin', '--column', 'gstin'], 'The file is empty'],
    [['split', '-', '--jsonl'], '--jsonl belongs to gstin'],
    [['split', '-'], 'The file is empty'],
  ])('%j: one line, and exit code 2', async (words, complaint) => {
    const ended = await prahari(words);
    expect(ended.complaints).toContain(complaint);
    expect(ended.complaints.trimEnd().split('\n')).toHaveLength(1);
    expect([ended.code, ended.out]).toEqual([2, '']);
  });

  it('names the columns that a file of supplies lacks', async () => {
    const { code, complaints } = await prahari(['split'], 'id,date\nA,2026-10-05\n');
    expect(complaints).toContain('missing: seller, dispatch_state');
    expect(code).toBe(2);
  });

  it('helps, and knows its version', async () => {
    expect((await prahari(['--help'])).out).toContain('prahari split FILE.csv');
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(await prahari(['--version'])).toMatchObject({ code: 0, out: `${version}\n` });
  });
});
