import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NODE, ROOT, VITE, WEB_OUTPUT } from './paths.mjs';
import { runQuietly } from './run.mjs';
import { step } from './step.mjs';

const MARKER = '.source-hash';
const SOURCES = ['web', 'core', 'package-lock.json'];

/** Files below a place in a fixed order, tests left out: no test changes what is built. */
function filesBelow(place) {
  if (!existsSync(join(ROOT, place))) return [];
  if (place.includes('.')) return [place];
  return readdirSync(join(ROOT, place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** One number for all that the web build is made of. */
export function sourceHash(places = SOURCES) {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of filesBelow(place)) {
      const path = file.startsWith(ROOT) ? file : join(ROOT, file);
      hash.update(path.slice(ROOT.length)).update('\0').update(readFileSync(path)).update('\0');
    }
  }
  return hash.digest('hex');
}

/** Vite's own words: the page's folder in, dist/web out. */
export const VITE_BUILD = ['build', 'web', '--outDir', WEB_OUTPUT, '--emptyOutDir', '--logLevel', 'warn'];

export function isWebBuildCurrent(hash = sourceHash()) {
  const marker = join(WEB_OUTPUT, MARKER);
  return existsSync(join(WEB_OUTPUT, 'index.html')) && existsSync(marker) && readFileSync(marker, 'utf8') === hash;
}

export async function webBuild() {
  await step('web pages', async (alreadyThere) => {
    const hash = sourceHash();
    if (isWebBuildCurrent(hash)) return alreadyThere();
    await runQuietly(NODE, [VITE, ...VITE_BUILD], {
      env: { NODE_ENV: 'production' },
      failure: 'The web pages could not be built',
    });
    writeFileSync(join(WEB_OUTPUT, MARKER), hash);
  });
}
