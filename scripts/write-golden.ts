import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Snapshot } from '../core/evidence/snapshot.ts';
import { judge } from '../core/judge.ts';

/** Judges every snapshot of test/golden again and writes what is said now. Read the difference: merchants will see it. */
const FOLDER = join(import.meta.dirname, '../test/golden');

for (const file of (await readdir(FOLDER)).filter((name) => name.endsWith('.snapshot.json'))) {
  const snapshot = JSON.parse(await readFile(join(FOLDER, file), 'utf8')) as Snapshot;
  const path = join(FOLDER, file.replace('.snapshot.', '.judgement.'));
  await writeFile(path, `${JSON.stringify(judge(snapshot), null, 2)}\n`);
  console.log(path);
}
