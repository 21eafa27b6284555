import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Snapshot } from '../core/evidence/snapshot.ts';
import { fingerprint } from '../core/fingerprint.ts';
import { judge } from '../core/judge.ts';

/** Judges every snapshot of test/golden again and writes what is said now. Read the difference: merchants will see it. */
const FOLDER = join(import.meta.dirname, '../test/golden');
/** What alerts are known by. Lines are added here and none is taken out, so that a test sees a name that changed. */
const NAMES = join(FOLDER, 'fingerprints.json');
const known = JSON.parse(await readFile(NAMES, 'utf8').catch(() => '{}')) as Record<string, readonly string[]>;

for (const file of (await readdir(FOLDER)).filter((name) => name.endsWith('.snapshot.json'))) {
  const snapshot = JSON.parse(await readFile(join(FOLDER, file), 'utf8')) as Snapshot;
  const path = join(FOLDER, file.replace('.snapshot.', '.judgement.'));
  const judgement = judge(snapshot);
  await writeFile(path, `${JSON.stringify(judgement, null, 2)}\n`);
  const marks = judgement.results.flatMap(({ checkId, findings }) =>
    findings.flatMap(({ subject, isRemark }) => (isRemark ? [] : [fingerprint(checkId, subject)])),
  );
  const name = file.replace('.snapshot.json', '');
  known[name] = [...new Set([...(known[name] ?? []), ...marks])].sort();
  console.log(path);
}
await writeFile(NAMES, `${JSON.stringify(known, null, 2)}\n`);
