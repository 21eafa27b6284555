import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { runQuietly } from './run.mjs';
import { step, StepError } from './step.mjs';

/** The full path of a program, or null. */
export function findProgram(name, path = process.env.PATH ?? '') {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/**
 * What to do about a thing that this machine may lack. Pure, so that each case is a test.
 *
 * @param {{ isThere: boolean, isRoot: boolean, hasApt: boolean }} machine
 * @returns {'nothing' | 'install' | 'ask'}
 */
export function decideInstall({ isThere, isRoot, hasApt }) {
  if (isThere) return 'nothing';
  return isRoot && hasApt ? 'install' : 'ask';
}

/** `apt-get update` is slow: once a run is enough. */
let isListFresh = false;

/**
 * Installs a Debian package when something is missing and we may; asks for it in one sentence when we may not.
 *
 * @param {{ name: string, debianPackage: string, isThere: () => boolean, orElse: string }} thing
 */
async function systemPackage({ name, debianPackage, isThere, orElse }) {
  await step(name, async (alreadyThere) => {
    const machine = { isThere: isThere(), isRoot: process.getuid?.() === 0, hasApt: findProgram('apt-get') !== null };
    const decision = decideInstall(machine);
    if (decision === 'nothing') return alreadyThere();
    if (decision === 'ask') {
      throw new StepError(`${name} is missing: install it (Debian: sudo apt-get install ${debianPackage}) ${orElse}.`, {
        exitCode: 2,
      });
    }
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const failure = `${name} could not be installed; install the package ${debianPackage} by hand ${orElse}`;
    if (!isListFresh) await runQuietly('apt-get', ['update', '-q'], { env, failure });
    isListFresh = true;
    await runQuietly('apt-get', ['install', '-qy', '--no-install-recommends', debianPackage], { env, failure });
    if (!isThere())
      throw new StepError(`${debianPackage} was installed, but ${name} is still not found.`, { exitCode: 2 });
  });
}

/** `ofOurOwn`: for tests, which kill and fill the servers that they start, and never touch one that is given. */
export async function redisServer({ ofOurOwn = false } = {}) {
  if (process.env.REDIS_URL && !ofOurOwn)
    return step('redis-server', (alreadyThere) => alreadyThere('not needed: REDIS_URL is set'));
  await systemPackage({
    name: 'redis-server',
    debianPackage: 'redis-server',
    isThere: () => findProgram('redis-server') !== null,
    orElse: ofOurOwn ? 'and try again' : 'or set REDIS_URL to a Redis that you have',
  });
}

/** The Chromium of the browser tests: CHROMIUM_PATH, or the one on PATH. */
export function chromiumPath() {
  return process.env.CHROMIUM_PATH || findProgram('chromium');
}

export async function chromium() {
  await systemPackage({
    name: 'chromium',
    debianPackage: 'chromium',
    isThere: () => {
      const path = chromiumPath();
      return path !== null && existsSync(path);
    },
    orElse: 'or set CHROMIUM_PATH to a Chromium or Chrome that you have',
  });
}

const FONT_FOLDERS = ['/usr/share/fonts/truetype/lohit-devanagari', '/usr/share/fonts/truetype/noto'];

/** Without such a font Hindi pages show boxes, and a screenshot proves nothing. */
function hasDevanagariFont() {
  const listed = spawnSync('fc-list', [':lang=hi', 'family'], { encoding: 'utf8' });
  if (listed.status === 0) return listed.stdout.trim() !== '';
  return FONT_FOLDERS.some(
    (folder) => existsSync(folder) && readdirSync(folder).some((file) => /devanagari/i.test(file)),
  );
}

export async function devanagariFont() {
  await systemPackage({
    name: 'Devanagari font',
    debianPackage: 'fonts-lohit-deva',
    isThere: hasDevanagariFont,
    orElse: 'or any font for Hindi',
  });
}
