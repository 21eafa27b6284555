#!/usr/bin/env node
/**
 * `npx prahari`: in a working copy it runs the sources on the Node that npm installs, in a build what was built. Needs
 * `npm ci` to have run, and nothing more: no server, no store, no network.
 */
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { NODE, ROOT } from './steps/paths.mjs';

const SOURCE = join(ROOT, 'server/cli/prahari/main.ts');
/** What Node makes of the sources is kept there, so that the second call starts faster. */
const CACHE = join(ROOT, 'node_modules/.cache/prahari');
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
const ASKED_WRONGLY = 2;

const isWorkingCopy = existsSync(SOURCE);
if (isWorkingCopy && !existsSync(NODE)) {
  console.error('prahari: The packages are not installed. Run: npm ci');
  process.exitCode = ASKED_WRONGLY;
} else if (isWorkingCopy && realpathSync(NODE) !== realpathSync(process.execPath)) {
  process.exitCode = await runOn(NODE);
} else {
  // `npx` starts us on the right Node already: a second one would cost as much time as a hundred thousand lines.
  module.enableCompileCache?.(CACHE);
  await (isWorkingCopy ? import('../server/cli/prahari/main.ts') : import('../dist/server/cli/prahari/main.js'));
}

/** Ctrl-C reaches the child by itself; we wait for its end and end the same way. */
function runOn(node) {
  const child = spawn(node, [SOURCE, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, NODE_COMPILE_CACHE: CACHE },
  });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`prahari: ${node} does not start (${error.code}). Run: npm ci`);
      resolve(ASKED_WRONGLY);
    });
    child.once('close', (code, signal) => resolve(code ?? 128 + (SIGNALS[signal] ?? 0)));
  });
}
