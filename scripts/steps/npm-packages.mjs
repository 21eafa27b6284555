import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { runQuietly } from './run.mjs';
import { step } from './step.mjs';

/** Written last, after `npm ci` has ended well, so that half an installation is never taken for a whole one. */
const MARKER = 'node_modules/.prahari-lock';

export function lockHash(root = ROOT) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** Whether node_modules is exactly what the lock file asks for. */
export function arePackagesCurrent(root = ROOT) {
  try {
    return readFileSync(join(root, MARKER), 'utf8').trim() === lockHash(root);
  } catch {
    return false;
  }
}

export async function npmPackages() {
  await step('npm packages', async (alreadyThere) => {
    if (arePackagesCurrent()) return alreadyThere();
    // npm names itself when it runs us; without that (plain `node scripts/start.mjs`) the one on PATH serves.
    const npm = process.env.npm_execpath;
    const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
    await runQuietly(command, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
      failure: 'The packages could not be installed',
    });
    writeFileSync(join(ROOT, MARKER), `${lockHash()}\n`);
  });
}
