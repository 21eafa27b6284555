import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const LAW = join(import.meta.dirname, 'law.ts');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prahari-law-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function runLaw(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, [LAW, ...words])) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

describe('npm run law', () => {
  it('imports the list, and then the folder can be used', async () => {
    const file = join(folder, 'download.csv');
    const law = join(folder, 'law');
    await writeFile(file, 'HSN_CD,HSN_Description\n0101,Horses\n');
    expect(await runLaw('import-hsn', file, law)).toMatchObject({ code: 0, stderr: '' });
    expect(await readFile(join(law, 'hsn.csv'), 'utf8')).toContain('\n0101\n');
    const checked = await runLaw('check', law);
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    expect(checked.stdout).toContain('1 codes');
  });

  it('leaves the list as it was when the new one lost its zeros', async () => {
    const file = join(folder, 'spoilt.csv');
    const law = join(folder, 'kept');
    await writeFile(file, 'HSN_CD\n0101\n');
    await runLaw('import-hsn', file, law);
    await writeFile(file, 'HSN_CD\n101\n');
    const { code, stderr } = await runLaw('import-hsn', file, law);
    expect(code).toBe(1);
    expect(stderr).toContain('spoilt.csv: line 2');
    expect(await readFile(join(law, 'hsn.csv'), 'utf8')).toContain('\n0101\n');
  });

  it.each([
    [['check', '/no/such/folder'], 1],
    [['import-hsn', '/no/such/file.csv', '/tmp'], 1],
    [[], 2],
    [['check'], 2],
    [['mend', 'x'], 2],
  ])('%j: one sentence and code %s', async (words, code) => {
    const run = await runLaw(...words);
    expect(run.code).toBe(code);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
  });
});
