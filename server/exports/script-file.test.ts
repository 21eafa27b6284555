import { describe, expect, it } from '@jest/globals';
import { csvReader } from '../../core/csv/csv-reader.ts';
import {
  EXPORT_FORMATS,
  SCRIPT_EXPORTS,
  type ScriptBoard,
  type ScriptExport,
  type ScriptLog,
} from '../../core/api/scripts.ts';
import { LANGUAGES } from '../../core/text.ts';
import { readPdf } from '../../test/read-pdf.ts';
import {
  aChangeRow,
  aDecisionRow,
  anOwnScriptRow,
  aScriptBoard,
  aScriptLogRow,
  aScriptRow,
  NEW_HASH,
  OLD_HASH,
  REVIEWS,
} from '../../test/script-board.ts';
import { scriptFile } from './script-file.ts';

const WISH = { shop: 'invented-shop.example', madeAt: '2026-11-22T07:00:00.000Z', language: 'en' } as const;
const NOTHING: ScriptBoard = aScriptBoard({ takenAt: null, reason: 'not-asked', pages: [], items: [], changes: [] });
const LOG: ScriptLog = { rows: [aScriptLogRow()] };
const NO_LOG: ScriptLog = { rows: [] };

const NEVER_SAID = /\bcompliant\b|\bcertified\b|\bsecure\b/i;

async function json(what: ScriptExport, board: ScriptBoard, log = LOG): Promise<Record<string, unknown>> {
  return JSON.parse(String(await scriptFile(board, log, { ...WISH, what, format: 'json' }))) as Record<string, unknown>;
}

async function table(what: ScriptExport, board: ScriptBoard, log = LOG): Promise<string[][]> {
  const text = String(await scriptFile(board, log, { ...WISH, what, format: 'csv' }));
  expect(text.startsWith('\uFEFF')).toBe(true);
  const reader = csvReader();
  return [...reader.push(text.slice(1)), ...reader.finish()].map(({ cells }) => [...cells]);
}

async function paper(what: ScriptExport, board: ScriptBoard, log = LOG): Promise<string> {
  return readPdf((await scriptFile(board, log, { ...WISH, what, format: 'pdf' })) as Buffer).text;
}

/** Cells of one row, by the name of their column. */
async function rowOf(board: ScriptBoard, identity: string): Promise<Record<string, string | undefined>> {
  const [head = [], ...rows] = await table('inventory', board);
  const row = rows.find(([name]) => name === identity) ?? [];
  return Object.fromEntries(head.map((name, index) => [name, row[index]]));
}

describe('the inventory', () => {
  const approved = aScriptRow({ decision: aDecisionRow() });

  it('says who approved a script, when and why, and how its integrity is assured', async () => {
    const board = aScriptBoard({ items: [approved, anOwnScriptRow()], changes: [] });
    expect(await rowOf(board, REVIEWS)).toMatchObject({
      ...{ vendor: 'Invented Reviews', pages: 'home product', near_payment: 'no', standing: 'approved' },
      ...{ decided_at: '2026-11-01T06:30:00.000Z', decided_by_user: '901', owner: 'Marketing' },
      ...{ reason: 'Shows reviews under each product.', integrity: 'compared', hash: OLD_HASH },
    });
    const text = await paper('inventory', board);
    for (const words of [
      'Approved, 1 Nov 2026, 12:00 IST',
      '901',
      'Marketing · Shows reviews',
      '6.4.3',
      'Page 1 of 1',
    ]) {
      expect(text.replaceAll(/\s+/g, ' ')).toContain(words);
    }
  });

  it.each([
    ['nobody decided', { items: [aScriptRow()] }, 'open'],
    ['its text changed since', { items: [approved], changes: [aChangeRow({ kind: 'changed' })] }, 'open'],
    [
      'it was rejected',
      { items: [aScriptRow({ decision: aDecisionRow({ verdict: 'rejected' }) })], changes: [] },
      'rejected',
    ],
    ['it is decided', { items: [approved], changes: [] }, 'approved'],
  ] as const)('never calls a script approved when %s, unless it is', async (_, parts, standing) => {
    expect(await rowOf(aScriptBoard(parts), REVIEWS)).toMatchObject({ standing });
    const text = (await paper('inventory', aScriptBoard(parts))).replaceAll(/\s+/g, ' ');
    expect(text.includes('Approved, 1 Nov 2026')).toBe(standing === 'approved');
  });

  it.each([
    ['a checksum in the page', { hasIntegrity: true }, 'checksum-in-page'],
    ['a text that was read', {}, 'compared'],
    ['a text that was not', { hash: null }, 'not-read'],
    ['a frame', { what: 'frame', hash: null }, 'part-of-page'],
  ] as const)('tells integrity of %s', async (_, parts, integrity) => {
    expect(await rowOf(aScriptBoard({ items: [aScriptRow(parts)] }), REVIEWS)).toMatchObject({ integrity });
  });

  it('puts first what nobody decided, near payment before the rest', async () => {
    const items = [
      anOwnScriptRow(),
      aScriptRow({ identity: 'https://a.example/a.js', decision: aDecisionRow() }),
      aScriptRow({ identity: 'https://b.example/b.js' }),
      aScriptRow({ identity: 'https://c.example/c.js', pageKinds: ['cart'] }),
    ];
    const [, ...rows] = await table('inventory', aScriptBoard({ items, changes: [] }));
    expect(rows.map(([identity]) => identity?.slice(8, 9))).toEqual(['c', 'b', 'a', 'i']);
  });

  it('names pages that were not read, and those read in part', async () => {
    const pages = [{ place: 'invented-shop.example/', kind: 'home', isPartial: true }] as const;
    const board = aScriptBoard({ pages });
    expect((await json('inventory', board))['pagesNotRead']).toEqual([
      'home',
      'collection',
      'product',
      'cart',
      'account',
    ]);
    expect(await paper('inventory', board)).toContain('only a part was read');
  });

  it('is a table of a known shape', async () => {
    const [head = [], ...rows] = await table('inventory', aScriptBoard());
    expect(head).toEqual([
      ...['identity', 'what', 'origin', 'vendor', 'host', 'pages', 'near_payment', 'seen_by', 'standing', 'decided_at'],
      ...['decided_by_user', 'owner', 'reason', 'covers_new_texts', 'integrity', 'hash', 'first_seen_at', 'as_of'],
    ]);
    expect(rows.map(({ length }) => length)).toEqual([head.length, head.length]);
  });
});

describe('the log of changes', () => {
  const board = aScriptBoard({
    changes: [aChangeRow({ kind: 'changed', fromHash: OLD_HASH, toHash: NEW_HASH, since: '2026-11-10T06:30:00.000Z' })],
  });

  it('has what waits first, then what was decided and by whom', async () => {
    const [head, ...rows] = await table('changes', board);
    expect(head?.slice(0, 5)).toEqual(['at', 'state', 'kind', 'identity', 'by']);
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ['2026-11-10T06:30:00.000Z', 'undecided', 'changed', REVIEWS, ''],
      ['2026-11-01T06:30:00.000Z', 'log', 'approved', REVIEWS, '901'],
    ]);
    const text = (await paper('changes', board)).replaceAll(/\s+/g, ' ');
    for (const words of ['Text changed', OLD_HASH.slice(0, 20), 'user 901 of the admin', '11.6.1']) {
      expect(text).toContain(words);
    }
  });

  it('says so when nothing waits and nothing is recorded', async () => {
    const text = await paper('changes', aScriptBoard({ changes: [] }), NO_LOG);
    expect(text).toContain('None waits as of this check.');
    expect(text).toContain('Nothing is recorded yet.');
  });
});

describe('the statement for SAQ A', () => {
  const codes = async (board: ScriptBoard, part: string) =>
    ((await json('saq-a', board))[part] as { code: string }[]).map(({ code }) => code);
  const clean = aScriptBoard({
    items: [aScriptRow({ decision: aDecisionRow() }), anOwnScriptRow()],
    changes: [],
    beacon: { isOn: true, seen: [] },
  });

  it.each<[string, ScriptBoard, string[]]>([
    ['a shop where everything is decided', clean, []],
    ['one new script', aScriptBoard({ beacon: clean.beacon }), ['not-decided']],
    ['reports of browsers off', { ...clean, beacon: { isOn: false, seen: [] } }, ['browsers-off']],
    [
      'a rejected script that is still there',
      { ...clean, items: [aScriptRow({ decision: aDecisionRow({ verdict: 'rejected' }) })] },
      ['rejected-and-there'],
    ],
    ['a text that could not be read', { ...clean, items: [anOwnScriptRow({ hash: null })] }, ['not-read']],
    ['no cart read', { ...clean, pages: clean.pages.filter(({ kind }) => kind !== 'cart') }, ['pages-not-read']],
    [
      'seven days of waiting',
      { ...clean, changes: [aChangeRow({ identity: 'x', since: '2026-11-15T07:00:00.000Z' })] },
      [],
    ],
    [
      'a second more',
      { ...clean, changes: [aChangeRow({ identity: 'x', since: '2026-11-15T06:59:59.000Z' })] },
      ['overdue'],
    ],
    ['no check at all', NOTHING, ['no-check', 'pages-not-read', 'browsers-off']],
  ])('names what is missing: %s', async (_, board, missing) => {
    expect(await codes(board, 'missing')).toEqual(missing);
  });

  it('claims no evidence before the first check, and none without a page', async () => {
    expect(await codes(NOTHING, 'evidence')).toEqual([]);
    expect(await codes({ ...clean, pages: [], reason: 'blocked' }, 'evidence')).toEqual([]);
    expect(await codes({ ...clean, pages: [], reason: 'blocked' }, 'missing')).toContain('no-check');
  });

  it('leaves the judgement and the signature to a person', async () => {
    const text = (await paper('saq-a', clean)).replaceAll(/\s+/g, ' ');
    for (const words of ['a person of the shop judges and signs', 'FAQ 1588', 'Signature', 'What is missing']) {
      expect(text).toContain(words);
    }
  });
});

describe.each(SCRIPT_EXPORTS)('every file: %s', (what) => {
  describe.each(LANGUAGES)('in %s', (language) => {
    it.each(EXPORT_FORMATS)('can be had as %s, empty or full, and promises nothing', async (format) => {
      for (const [board, log] of [
        [NOTHING, NO_LOG],
        [aScriptBoard(), LOG],
      ] as const) {
        const file = await scriptFile(board, log, { ...WISH, what, format, language });
        const text = typeof file === 'string' ? file : readPdf(file).text;
        expect(text.length).toBeGreaterThan(20);
        expect(text).not.toMatch(NEVER_SAID);
        expect(text).not.toMatch(/\{\w+\}|undefined|NaN/);
      }
    });
  });

  it('says in JSON what it is, of which shop and when', async () => {
    expect(await json(what, aScriptBoard())).toMatchObject({
      ...{ format: 1, what, shop: WISH.shop, madeAt: WISH.madeAt, takenAt: '2026-11-22T06:30:00.000Z' },
      standard: { name: 'PCI DSS', version: '4.0.1' },
      notice: expect.stringContaining('vidence'),
    });
  });

  it('carries foreign text as text: no formula, no link, no action, nothing turned or hidden', async () => {
    const evil = '=HYPERLINK("https://evil.example","x")\u202E) /JS (x)';
    const identity = `${evil}<script>alert(1)</script>`;
    const item = aScriptRow({
      ...{ identity, vendorName: evil, host: evil, place: evil },
      decision: aDecisionRow({ identity, owner: evil, reason: `\t@${evil}` }),
    });
    const board = aScriptBoard({ items: [item], changes: [aChangeRow({ identity, vendorName: evil, item })] });
    const log = { rows: [aScriptLogRow({ identity, reason: evil })] };
    const csv = String(await scriptFile(board, log, { ...WISH, what, format: 'csv' }));
    expect(csv).not.toMatch(/(?:^|,|"|\n)[=@]/);
    expect(csv).not.toContain('\u202E');
    expect(JSON.stringify(await json(what, board, log))).not.toContain('\u202E');
    const pdf = readPdf((await scriptFile(board, log, { ...WISH, what, format: 'pdf' })) as Buffer);
    expect(pdf.frame).not.toMatch(/\/(?:URI|JS|JavaScript|OpenAction|Annots|Launch)\b/);
  });

  it('holds 3,000 scripts: all in the table, the rest counted on paper', async () => {
    const items = Array.from({ length: 3_000 }, (_, index) =>
      aScriptRow({ identity: `https://host-${index}.example/a.js`, hash: null }),
    );
    const log = {
      rows: Array.from({ length: 500 }, (_, index) => aScriptLogRow({ identity: `https://l-${index}.example` })),
    };
    const changes = items.map(({ identity }) => aChangeRow({ identity }));
    const board = aScriptBoard({ items, changes });
    const pdf = readPdf((await scriptFile(board, log, { ...WISH, what, format: 'pdf' })) as Buffer);
    if (what === 'saq-a') {
      expect(pdf.text).toContain('3000 scripts');
      return;
    }
    expect((await table(what, board, log)).length).toBeGreaterThan(3_000);
    expect(pdf.text.replaceAll(/\s+/g, ' ')).toMatch(/2000 more rows do not fit on this paper/);
  });
});
