/**
 * `npm run build`: what production runs, in dist/. Server and core as JavaScript without types and without tests, and
 * the pages. The sandbox, the embedded store and the tests cannot get in: tsconfig.build.json does not reach them.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { checkNodeVersion } from './steps/node-version.mjs';
import { npmPackages } from './steps/npm-packages.mjs';
import { NODE, ROOT, TSC } from './steps/paths.mjs';
import { runQuietly } from './steps/run.mjs';
import { main, step } from './steps/step.mjs';
import { webBuild } from './steps/web-build.mjs';

const DIST = join(ROOT, 'dist');

await main(async () => {
  checkNodeVersion();
  await npmPackages();
  await step('server and core', async () => {
    for (const folder of ['server', 'core']) rmSync(join(DIST, folder), { recursive: true, force: true });
    await runQuietly(NODE, [TSC, '-p', 'tsconfig.build.json'], { failure: 'The server does not compile' });
    for (const folder of ['server', 'core']) copyData(join(ROOT, folder));
  });
  await webBuild();
});

/** What code reads at run time by its path, not by import: tables, texts and fonts beside it. */
function copyData(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(json|csv|txt|woff)$/.test(entry.name) || entry.name.startsWith('tsconfig')) continue;
    const from = join(entry.parentPath ?? entry.path, entry.name);
    const to = join(DIST, relative(ROOT, from));
    if (existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, to);
  }
}
