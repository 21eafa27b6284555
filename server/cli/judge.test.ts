import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { snapshotModel } from '../models/snapshot.ts';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { until } from '../../test/until.ts';

const SHOP = 'marigold.myshopify.com';
const JUDGE = join(import.meta.dirname, 'judge.ts');

let system: TestProduct;
let folder: string;
beforeAll(async () => {
  system = await testProduct();
  folder = await mkdtemp(join(tmpdir(), 'prahari-judge-'));
});
afterAll(async () => {
  await system.close();
  await rm(folder, { recursive: true, force: true });
});

async function runJudge(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = {
    PATH: process.env.PATH,
    MONGODB_URI: system.store.uri,
    KEY_RING: system.keyRing,
  };
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, [JUDGE, ...words], { env })) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

describe('npm run judge', () => {
  it('judges a stored snapshot again, as a table and as JSON', async () => {
    await system.product.startWorker();
    await system.product.lifecycle.installed(SHOP, ['read_themes']);
    const model = snapshotModel(system.store.connection);
    const record = await until('a snapshot is stored', () => model.findOne({ shop: SHOP }).lean());
    const listed = await runJudge('--list');
    expect(listed.stdout.trim()).toBe(`${record._id.toString()}  ${record.takenAt.toISOString()}  ${SHOP}`);
    const table = await runJudge(record._id.toString());
    expect(table).toMatchObject({ code: 0, stderr: '' });
    expect(table.stdout).toContain(SHOP);
    expect(table.stdout).toMatch(/gst\/registration-present +fail/);

    const json = JSON.parse((await runJudge(record._id.toString(), '--json')).stdout) as { results: unknown[] };
    expect(json).toMatchObject({ shop: SHOP, takenAt: record.takenAt.toISOString() });
    expect(json.results.length).toBeGreaterThan(10);
  });

  it('judges a file: what it lacks is not assessed', async () => {
    const file = join(folder, 'snapshot.json');
    await writeFile(file, JSON.stringify({ shop: SHOP, takenAt: '2026-11-22T13:10:00.000Z', evidence: {} }));
    const { code, stdout } = await runJudge(file);
    expect(code).toBe(0);
    expect(stdout).toContain('score none');
    expect(stdout).toContain('registrations: not-collected');
  });

  it.each([
    ['an id that is not there', ['f'.repeat(24)], 1],
    ['a file that is not there', ['no-such-file.json'], 1],
    ['no name', [], 2],
    ['a name and a list', ['x', '--list'], 2],
    ['a moment that is none', ['x', '--as-of', 'yesterday'], 2],
  ])('%s: one sentence and code', async (_what, words, code) => {
    const run = await runJudge(...words);
    expect(run.code).toBe(code);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
  });

  it('a file that holds no snapshot: says which part', async () => {
    const file = join(folder, 'other.json');
    await writeFile(file, JSON.stringify({ shop: SHOP, takenAt: 'today', evidence: {} }));
    const { code, stderr } = await runJudge(file);
    expect(code).toBe(1);
    expect(stderr).toContain('takenAt');
  });
});
