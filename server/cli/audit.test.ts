import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditFile } from '../../core/api/audit.ts';
import { openTestStore, type TestStore } from '../../test/store.ts';
import { auditFile } from '../audit/audit-file.ts';
import { auditLog, type AuditLog } from '../audit/audit-log.ts';
import { systemClock } from '../clock.ts';
import { auditEntryModel } from '../models/audit-entry.ts';
import { ensureIndexes } from '../store/connect.ts';
import { KeyRing } from '../store/key-ring.ts';

const SHOP = 'marigold.myshopify.com';
const OTHER = 'jasmine.myshopify.com';
const KEY_RING = `test:${randomBytes(32).toString('base64')}`;

let store: TestStore;
let log: AuditLog;
let folder: string;
let head: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prahari-audit-'));
  store = await openTestStore();
  log = auditLog({ connection: store.connection, ring: KeyRing.parse(KEY_RING), clock: systemClock });
  await ensureIndexes(store.connection);
  for (const shop of [SHOP, SHOP, SHOP, OTHER]) {
    await log.append(shop, { actor: { kind: 'person', id: '7' }, action: 'alerts.acknowledge', outcome: 'asked' });
  }
  const mark = await log.head(SHOP);
  head = `${mark?.seq}:${mark?.hash}`;
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(command: string, words: readonly string[]): Promise<Ended> {
  const env = { PATH: process.env.PATH, MONGODB_URI: store.uri, KEY_RING };
  try {
    const file = join(import.meta.dirname, command);
    return { code: 0, ...(await promisify(execFile)(process.execPath, [file, ...words], { env })) };
  } catch (error) {
    const { code, stdout, stderr } = error as Ended;
    return { code, stdout, stderr };
  }
}
const operator = (...words: string[]) => run('audit.ts', words);
const anybody = (...words: string[]) => run('prahari/main.ts', ['audit', ...words]);

async function exported(name: string, change: (log: AuditFile) => unknown = (it) => it): Promise<string> {
  let text = '';
  for await (const piece of auditFile(log, { shop: SHOP, madeAt: '2026-11-23T00:00:00.000Z' })) text += piece;
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(change(JSON.parse(text) as AuditFile)));
  return path;
}

describe('npm run audit -- verify', () => {
  it('says of one log and of all that they are whole, with the head to write down', async () => {
    expect(await operator('verify', '--shop', SHOP)).toEqual({
      ...{ code: 0, stderr: '' },
      stdout: `${SHOP}: whole, 3 lines. Head: ${head}\n`,
    });
    const all = await operator('verify', '--all');
    expect([all.code, all.stdout.split('\n').at(-2)]).toEqual([0, '2 logs, 0 not whole.']);
    expect((await operator('verify', '--shop', SHOP, '--head', head)).code).toBe(0);
  });

  it.each([
    [],
    ['verify'],
    ['verify', '--all', '--shop', SHOP],
    ['verify', '--shop', SHOP, '--head', '3'],
    ['--no'],
    ['x', '--all'],
  ])('asked wrongly, %j %j %j: one sentence, code 2', async (...words) => {
    const { code, stdout, stderr } = await operator(...words.filter((word) => word !== undefined));
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
  });

  it('names the line of a log that was changed, or cut', async () => {
    const model = auditEntryModel(store.connection);
    const last = await model.findOne({ shop: SHOP, seq: 3 }).lean().orFail();
    await model.deleteOne({ shop: SHOP, seq: 3 });
    expect((await operator('verify', '--shop', SHOP)).code).toBe(0);
    const cut = await operator('verify', '--shop', SHOP, '--head', head);
    expect([cut.code, cut.stdout]).toEqual([1, `${SHOP}: NOT WHOLE: line 3, head.\n`]);
    await model.create(last);
    await model.updateOne({ shop: SHOP, seq: 2 }, { actorId: '8' });
    const all = await operator('verify', '--all');
    expect([all.code, all.stdout]).toEqual([1, expect.stringContaining(`${SHOP}: NOT WHOLE: line 2, hash.\n`)]);
    await model.updateOne({ shop: SHOP, seq: 2 }, { actorId: '7' });
  });
});

describe('prahari audit', () => {
  it('verifies an exported file without server and store', async () => {
    const file = await exported('whole.json');
    expect(await anybody(file)).toMatchObject({ code: 0, stdout: expect.stringContaining(`${SHOP}: whole, 3 lines.`) });
    expect(JSON.parse((await anybody(file, '--json')).stdout)).toMatchObject({ shop: SHOP, isWhole: true, lastSeq: 3 });
  });

  it.each<[string, (log: AuditFile) => unknown, string]>([
    [
      'a line altered',
      (it) => ({ ...it, entries: it.entries.map((line) => (line.seq === 2 ? { ...line, action: 'x' } : line)) }),
      'Line 2 was altered.',
    ],
    [
      'a line removed',
      (it) => ({ ...it, entries: it.entries.filter(({ seq }) => seq !== 2) }),
      'Line 3 stands after lines that are missing.',
    ],
    ['another shop', (it) => ({ ...it, shop: OTHER }), 'Line 1 was altered.'],
  ])('%s: code 1 and the line', async (_what, change, words) => {
    const { code, stdout } = await anybody(await exported('changed.json', change));
    expect([code, stdout]).toEqual([1, expect.stringContaining(words)]);
  });

  it('tells a cut end by an earlier export', async () => {
    const earlier = await exported('earlier.json');
    const cut = await exported('cut.json', (it) => ({ ...it, entries: it.entries.slice(0, 2) }));
    expect((await anybody(cut)).code).toBe(0);
    expect(await anybody(cut, '--earlier', earlier)).toMatchObject({ code: 1 });
    expect(await anybody(earlier, '--earlier', cut)).toMatchObject({ code: 0 });
  });

  it.each<[string, (log: AuditFile) => unknown]>([
    ['no log', () => ({ hello: 1 })],
    ['null', () => null],
    ['lines of no shape', (it) => ({ ...it, entries: [1, null] })],
    ['an anchor of no shape', (it) => ({ ...it, anchor: {} })],
  ])('%s: one sentence, code 2', async (_what, change) => {
    const { code, stderr } = await anybody(await exported('odd.json', change));
    expect([code, stderr]).toEqual([2, 'prahari: This is no audit log that Prahari exported as JSON.\n']);
  });
});
